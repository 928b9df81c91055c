package dev.parley.gateway.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.parley.platform.http.HttpProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the fields of a JSON object stand in its bytes, so that some can be changed and the others
/// stay as they are.
final class TopLevel {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final List<Field> fields;
  private final Map<String, Field> byName;

  private TopLevel(List<Field> fields, Map<String, Field> byName) {
    this.fields = fields;
    this.byName = byName;
  }

  /// One field.
  ///
  /// @param start of its name, in bytes
  /// @param value start of its value
  /// @param end behind its value
  record Field(String name, int start, int value, int end) {}

  /// Looks at the values while they are passed.
  interface Visitor {
    /// The parser stands at the value's first token and is left at its last one.
    void value(String name, JsonParser parser) throws IOException;
  }

  /// Reads an object. Throws [HttpProblem.Unreadable] when the bytes are something else, or name a
  /// field twice, which servers read differently.
  static TopLevel of(byte[] json, Visitor visitor) {
    try (var parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new HttpProblem.Unreadable("The body must be a JSON object.");
      }
      var fields = new ArrayList<Field>();
      var byName = new HashMap<String, Field>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        var start = (int) parser.currentTokenLocation().getByteOffset();
        var _ = parser.nextToken();
        var value = (int) parser.currentTokenLocation().getByteOffset();
        visitor.value(name, parser);
        parser.finishToken();
        var end = (int) parser.currentLocation().getByteOffset();
        var field = new Field(name, start, value, end);
        fields.add(field);
        if (byName.put(name, field) != null) {
          throw new HttpProblem.Unreadable("The body names \"" + name + "\" twice.");
        }
      }
      if (parser.nextToken() != null) {
        throw new HttpProblem.Unreadable("The body goes on after its JSON object.");
      }
      return new TopLevel(fields, byName);
    } catch (IOException e) {
      throw new HttpProblem.Unreadable("The body is not valid JSON.");
    }
  }

  @Nullable Field find(String name) {
    return byName.get(name);
  }

  /// What to cut out to remove a field, its comma included.
  Span span(Field field) {
    var at = fields.indexOf(field);
    if (at + 1 < fields.size()) {
      return new Span(field.start(), fields.get(at + 1).start());
    }
    return new Span(at == 0 ? field.start() : fields.get(at - 1).end(), field.end());
  }

  /// Where another field can be put: behind the last one.
  int behindLast() {
    return fields.getLast().end();
  }

  /// From a byte up to, not including, another.
  record Span(int from, int to) {}
}
