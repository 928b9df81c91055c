package dev.parley.gateway.provider.openai;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads the most frequent event of a stream, one choice with the next piece of text and nothing
/// else of note, without making a tree of it: there is one for each token.
final class PlainChunk {
  private final JsonParser parser;
  private boolean plain = true;
  private String text = "";

  private PlainChunk(JsonParser parser) {
    this.parser = parser;
  }

  /// The event; null when there is more in it than a piece of text.
  static @Nullable Chunk read(JsonParser parser) throws IOException {
    var reader = new PlainChunk(parser);
    reader.object(reader::topLevel);
    return reader.plain ? Chunk.ofText(reader.text) : null;
  }

  /// Reads one field of an object. The parser stands at its value.
  private interface Field {
    void read(String name, JsonToken value) throws IOException;
  }

  private void object(Field field) throws IOException {
    if (!parser.isExpectedStartObjectToken() && parser.nextToken() != JsonToken.START_OBJECT) {
      plain = false;
      return;
    }
    while (plain && parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      field.read(name, parser.nextToken());
    }
  }

  private void topLevel(String name, JsonToken value) throws IOException {
    switch (name) {
      case "choices" -> choices(value);
      case "usage", "x_groq", "error" -> plain = value == JsonToken.VALUE_NULL;
      default -> plain = value.isScalarValue();
    }
  }

  private void choices(JsonToken value) throws IOException {
    plain = value == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.START_OBJECT;
    if (plain) {
      object(this::choice);
      plain = plain && parser.nextToken() == JsonToken.END_ARRAY;
    }
  }

  private void choice(String name, JsonToken value) throws IOException {
    switch (name) {
      case "delta" -> object(this::delta);
      case "finish_reason", "error" -> plain = value == JsonToken.VALUE_NULL;
      default -> plain = value.isScalarValue();
    }
  }

  private void delta(String name, JsonToken value) throws IOException {
    if (name.equals("content") && value == JsonToken.VALUE_STRING) {
      text = parser.getText();
    } else {
      plain = value == JsonToken.VALUE_NULL || (name.equals("role") && value.isScalarValue());
    }
  }
}
