package dev.parley.gateway.provider.openai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent.ToolCall;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.metering.usage.Counted;
import dev.parley.metering.usage.UsageReader.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one event of the stream says.
///
/// @param text the next piece of the answer; empty when there is none
/// @param thinking the next piece of what the model thinks aloud; empty when there is none
/// @param tools the next pieces of tool calls, as the provider cuts them
/// @param begun whether the model shows anything: text, reasoning, a call of a tool
/// @param written characters of all that
/// @param onlyCount whether there is nothing in it but the count
/// @param finish why the answer ended, when it did
/// @param usage the provider's count so far, when it is given
/// @param failure what went wrong, when the provider says so inside the stream
record Chunk(
    String text,
    String thinking,
    List<ToolCall> tools,
    boolean begun,
    int written,
    boolean onlyCount,
    @Nullable FinishReason finish,
    @Nullable Counted usage,
    @Nullable ProviderFailure failure) {
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).build())
                  .build())
          .build();

  /// Throws [IOException] when the bytes are not a JSON object in UTF-8.
  static Chunk of(byte[] data, int length) throws IOException {
    try (var parser = JSON.createParser(data, 0, length)) {
      var plain = PlainChunk.read(parser);
      return plain == null ? any(data, length) : plain;
    }
  }

  /// The same, whatever the event is.
  static Chunk any(byte[] data, int length) throws IOException {
    var root = JSON.readTree(data, 0, length);
    if (!root.isObject()) {
      throw new IOException("not an object");
    }
    if (root.hasNonNull("error")) {
      return failed(Failures.of(root.path("error")));
    }
    var choices = root.path("choices");
    var choice = choices.path(0);
    var delta = choice.path("delta");
    var reason = choice.path("finish_reason").asText("");
    if (reason.equals("error")) {
      return failed(Failures.of(choice.path("error")));
    }
    var written = written(choices);
    var usage = usage(root);
    return new Chunk(
        text(delta),
        thinking(delta),
        tools(delta.path("tool_calls")),
        written > 0 || delta.hasNonNull("tool_calls"),
        written,
        usage != null && choices.isEmpty(),
        reason.isEmpty() ? null : finish(reason),
        usage,
        null);
  }

  /// The next piece of text and nothing else.
  static Chunk ofText(String text) {
    return new Chunk(text, "", List.of(), !text.isEmpty(), text.length(), false, null, null, null);
  }

  private static Chunk failed(ProviderFailure failure) {
    return new Chunk("", "", List.of(), false, 0, false, null, null, failure);
  }

  private static String text(JsonNode delta) {
    var content = delta.path("content");
    return content.isTextual() ? content.textValue() : delta.path("refusal").asText("");
  }

  /// One of the two, by server.
  private static String thinking(JsonNode delta) {
    var content = delta.path("reasoning_content");
    return content.isTextual() ? content.textValue() : delta.path("reasoning").asText("");
  }

  private static List<ToolCall> tools(JsonNode calls) {
    if (calls.isEmpty()) {
      return List.of();
    }
    var pieces = new ArrayList<ToolCall>();
    for (var call : calls) {
      var function = call.path("function");
      pieces.add(
          new ToolCall(
              call.path("index").asInt(pieces.size()),
              call.path("id").asText(""),
              function.path("name").asText(""),
              function.path("arguments").asText("")));
    }
    return pieces;
  }

  /// Of all choices: a request may ask for several.
  private static int written(JsonNode choices) {
    var characters = 0;
    for (var choice : choices) {
      var delta = choice.path("delta");
      characters += text(delta).length() + thinking(delta).length();
      for (var tool : delta.path("tool_calls")) {
        characters += tool.path("function").path("arguments").asText("").length();
      }
    }
    return characters;
  }

  private static @Nullable Counted usage(JsonNode root) {
    var usage =
        root.path("usage").isObject() ? root.path("usage") : root.path("x_groq").path("usage");
    return usage.isObject() ? Counted.read(usage, Style.OPENAI).orElse(null) : null;
  }

  /// The reason that stands behind the provider's word.
  static FinishReason finish(String reason) {
    return switch (reason) {
      case "length", "max_tokens" -> FinishReason.LENGTH;
      case "tool_calls", "function_call" -> FinishReason.TOOL_CALLS;
      case "content_filter" -> FinishReason.CONTENT_FILTER;
      default -> FinishReason.STOP;
    };
  }
}
