package dev.parley.gateway.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.gateway.spi.ModelEvent;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/// What was handed on of an answer that streams, so that another attempt can go on where it broke
/// off: that one is followed in silence as long as it says the same, and heard from where the other
/// ended. A model that says something else does not go on for another. For one thread at a time.
final class Resumption {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 1 << 20;
  private static final String DATA = "data: ";
  private static final String END = "\n\n";

  private final StringBuilder said = new StringBuilder();
  private int equal;
  private boolean behind;
  private boolean possible = true;

  /// The attempt says something else than what was handed on.
  static final class Differs extends Exception {
    private static final long serialVersionUID = 1L;

    Differs() {
      super("another answer", null, false, false);
    }
  }

  /// Whether another attempt may go on. Calls of tools, several choices and very long answers are
  /// not gone on with.
  boolean isPossible() {
    return possible && !said.isEmpty();
  }

  /// Another attempt begins.
  void again() {
    equal = 0;
    behind = true;
  }

  /// Whether the attempt has not said yet what was handed on.
  boolean isBehind() {
    return behind;
  }

  /// What of an event of the attempt is handed on; empty for nothing.
  Optional<ModelEvent> pass(ModelEvent event) throws Differs {
    return switch (event) {
      case ModelEvent.Text(var delta) when behind -> {
        var rest = follow(delta);
        yield rest.isEmpty() ? Optional.empty() : Optional.of(new ModelEvent.Text(rest));
      }
      case ModelEvent.Text(var delta) -> {
        note(delta);
        yield Optional.of(event);
      }
      case ModelEvent.Thinking _ -> behind ? Optional.empty() : Optional.of(event);
      case ModelEvent.ToolCall _, ModelEvent.Cited _ -> {
        refuse();
        yield Optional.of(event);
      }
      case ModelEvent.Bytes(var piece, var content) -> {
        var out = bytes(piece.toString());
        yield out.isEmpty()
            ? Optional.empty()
            : Optional.of(new ModelEvent.Bytes(Buffer.buffer(out), content));
      }
      case ModelEvent.Finished _, ModelEvent.Failed _ -> Optional.of(event);
    };
  }

  /// Whole events of OpenAI's form.
  private String bytes(String piece) throws Differs {
    var out = new StringBuilder();
    var from = 0;
    for (var to = piece.indexOf(END); to >= 0; to = piece.indexOf(END, from)) {
      out.append(one(piece.substring(from, to + END.length())));
      from = to + END.length();
    }
    return out.append(piece.substring(from)).toString();
  }

  private String one(String event) throws Differs {
    var root = read(event);
    var choices = root.path("choices");
    var choice = choices.path(0);
    var delta = choice.path("delta");
    if (choices.size() > 1
        || choice.path("index").asInt(0) > 0
        || delta.hasNonNull("tool_calls")
        || delta.hasNonNull("function_call")) {
      refuse();
    }
    var content = delta.path("content").asText("");
    if (!behind) {
      note(content);
      return event;
    }
    if (choice.hasNonNull("finish_reason")) {
      throw new Differs();
    }
    var rest = follow(content);
    if (rest.isEmpty() || !(delta instanceof ObjectNode changed)) {
      return "";
    }
    changed.put("content", rest);
    return DATA + root + END;
  }

  private static JsonNode read(String event) throws Differs {
    try {
      return JSON.readTree(event.startsWith(DATA) ? event.substring(DATA.length()) : "{}");
    } catch (JsonProcessingException _) {
      throw new Differs(); // the provider has read it before
    }
  }

  /// What cannot be compared.
  private void refuse() throws Differs {
    if (behind) {
      throw new Differs();
    }
    possible = false;
  }

  private void note(String text) {
    if (said.length() + text.length() > LONGEST) {
      possible = false;
    } else {
      said.append(text);
    }
  }

  /// What goes beyond what was handed on.
  private String follow(String text) throws Differs {
    var same = Math.min(text.length(), said.length() - equal);
    if (!said.substring(equal, equal + same).equals(text.substring(0, same))) {
      throw new Differs();
    }
    equal += same;
    var rest = text.substring(same);
    behind = equal < said.length();
    note(rest);
    return rest;
  }
}
