package dev.parley.gateway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.policy.rule.Check;
import dev.parley.policy.rule.Check.Hit;
import dev.parley.policy.rule.Placeholders;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// An answer in OpenAI's form on its way to its caller, as the rules allow. Only for answers that
/// rules are for: others pass as bytes. On the event loop of the request.
///
/// What may still become a match waits for the next piece, at the latest for the one that says why
/// the answer ends. Probabilities of tokens are left out, since they spell the text.
final class PolicedAnswer implements Consumer<ModelEvent> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TEXTS =
      List.of("content", "reasoning_content", "reasoning", "refusal");

  private final @Nullable Check check;
  private final Placeholders placeholders;
  private final boolean streaming;
  private final Exit exit;
  private final Map<Line, AnswerLine> lines = new LinkedHashMap<>();
  private @Nullable ObjectNode last;
  private @Nullable Hit denied;
  private int redactions;

  PolicedAnswer(@Nullable Check check, Placeholders placeholders, boolean streaming, Exit exit) {
    this.check = check;
    this.placeholders = placeholders;
    this.streaming = streaming;
    this.exit = exit;
  }

  /// Where the answer goes.
  ///
  /// @param onDenied no more may go out
  /// @param onEnd told how often something was redacted
  record Exit(Consumer<ModelEvent> events, Consumer<Hit> onDenied, IntConsumer onEnd) {}

  /// A text that grows: a field of a choice, or the arguments of its n-th tool.
  private record Line(int choice, String field, int tool) {
    static final int NO_TOOL = -1;
  }

  @Override
  public void accept(ModelEvent event) {
    if (denied != null) {
      return;
    }
    switch (event) {
      case ModelEvent.Bytes(var piece, var content) -> {
        var text = piece.toString();
        var out = streaming ? events(text) : object(text, false);
        exit.events().accept(new ModelEvent.Bytes(Buffer.buffer(out), content));
        tellDenied();
      }
      case ModelEvent.Finished _, ModelEvent.Failed _ -> {
        rest();
        exit.onEnd().accept(redactions);
        if (denied == null) {
          exit.events().accept(event);
        }
      }
      case ModelEvent.Text _, ModelEvent.Thinking _, ModelEvent.ToolCall _, ModelEvent.Cited _ ->
          throw new IllegalStateException("nobody asked for text");
    }
  }

  private void tellDenied() {
    if (denied != null) {
      exit.onDenied().accept(denied);
    }
  }

  /// Whole events come in, and go out.
  private String events(String text) {
    var out = new StringBuilder();
    for (var line : text.split("(?<=\n)", -1)) {
      var data = line.startsWith("data:") ? line.substring(5).strip() : "";
      if (data.startsWith("{") && denied == null) {
        out.append("data: ").append(object(data, true)).append('\n');
      } else if (denied == null || line.isBlank()) {
        out.append(line);
      }
    }
    return out.toString();
  }

  private String object(String text, boolean piece) {
    try {
      var root = JSON.readTree(text);
      for (var choice : root.path("choices")) {
        if (choice instanceof ObjectNode object) {
          choice(object, piece);
        }
      }
      if (root instanceof ObjectNode object) {
        last = object;
      }
      return JSON.writeValueAsString(root);
    } catch (IOException e) {
      throw new IllegalStateException("an answer that was looked at before", e);
    }
  }

  private void choice(ObjectNode choice, boolean piece) {
    choice.remove("logprobs");
    var index = choice.path("index").asInt();
    var said = choice.path(piece ? "delta" : "message");
    if (said instanceof ObjectNode object) {
      texts(index, object);
      tools(index, object.path("tool_calls"));
    }
    if (!piece || choice.path("finish_reason").isTextual()) {
      flush(index, choice.withObject(piece ? "/delta" : "/message"));
    }
  }

  private void texts(int choice, ObjectNode said) {
    for (var field : TEXTS) {
      if (said.path(field).isTextual()) {
        var line = new Line(choice, field, Line.NO_TOOL);
        said.put(field, write(line, said.path(field).textValue()));
      }
    }
  }

  private void tools(int choice, JsonNode tools) {
    var place = 0;
    for (var tool : tools) {
      var number = tool.path("index").asInt(place++);
      if (tool.path("function") instanceof ObjectNode function
          && function.path("arguments").isTextual()) {
        var line = new Line(choice, "arguments", number);
        function.put("arguments", write(line, function.path("arguments").textValue()));
      }
    }
  }

  private String write(Line line, String text) {
    var known = lines.computeIfAbsent(line, _ -> new AnswerLine(check, placeholders));
    return looked(known, known.write(text));
  }

  private String looked(AnswerLine line, String out) {
    if (denied == null) {
      denied = line.denied();
    }
    return out;
  }

  /// What was held back of a choice goes into its last piece.
  private void flush(int choice, ObjectNode said) {
    for (var entry : new ArrayList<>(lines.entrySet())) {
      var line = entry.getKey();
      if (line.choice() == choice) {
        lines.remove(line);
        redactions += entry.getValue().count();
        var rest = looked(entry.getValue(), entry.getValue().end());
        if (!rest.isEmpty()) {
          add(line, rest, said);
        }
      }
    }
  }

  private static void add(Line line, String rest, ObjectNode said) {
    if (line.tool() == Line.NO_TOOL) {
      said.put(line.field(), said.path(line.field()).asText("") + rest);
      return;
    }
    var tools = said.withArray("tool_calls");
    for (var tool : tools) {
      if (tool.path("index").asInt(line.tool()) == line.tool()
          && tool.path("function") instanceof ObjectNode function) {
        function.put("arguments", function.path("arguments").asText("") + rest);
        return;
      }
    }
    tools.addObject().put("index", line.tool()).putObject("function").put("arguments", rest);
  }

  /// The answer has ended without saying why: what was held back goes out in a piece of its own.
  private void rest() {
    if (lines.isEmpty() || last == null || !streaming) {
      return;
    }
    var piece = last.deepCopy();
    piece.remove("usage");
    var choices = piece.putArray("choices");
    for (var index : lines.keySet().stream().map(Line::choice).distinct().toList()) {
      var choice = choices.addObject().put("index", index).putNull("finish_reason");
      flush(index, choice.putObject("delta"));
    }
    var out = Buffer.buffer("data: " + piece + "\n\n");
    exit.events().accept(new ModelEvent.Bytes(out, true));
    tellDenied();
  }
}
