package dev.parley.gateway.provider.openai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.metering.usage.Usage;
import dev.parley.metering.usage.UsageReader;
import dev.parley.metering.usage.UsageReader.Style;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What one event of the stream says.
///
/// @param text the next piece of the answer; empty when there is none
/// @param thinking whether the model showed a piece of its reasoning, which is a sign of life
/// @param finish why the answer ended, when it did
/// @param usage the provider's count so far, when it is given
/// @param failure what went wrong, when the provider says so inside the stream
record Chunk(
    String text,
    boolean thinking,
    @Nullable FinishReason finish,
    @Nullable Usage usage,
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
    var root = JSON.readTree(data, 0, length);
    if (!root.isObject()) {
      throw new IOException("not an object");
    }
    if (root.hasNonNull("error")) {
      return failed(Failures.of(root.path("error")));
    }
    var choice = root.path("choices").path(0);
    var delta = choice.path("delta");
    var reason = choice.path("finish_reason").asText("");
    if (reason.equals("error")) {
      return failed(Failures.of(choice.path("error")));
    }
    return new Chunk(
        text(delta),
        isThinking(delta),
        reason.isEmpty() ? null : finish(reason),
        usage(root),
        null);
  }

  private static Chunk failed(ProviderFailure failure) {
    return new Chunk("", false, null, null, failure);
  }

  private static String text(JsonNode delta) {
    var content = delta.path("content");
    return content.isTextual() ? content.textValue() : delta.path("refusal").asText("");
  }

  private static boolean isThinking(JsonNode delta) {
    return !delta.path("reasoning_content").asText("").isEmpty()
        || !delta.path("reasoning").asText("").isEmpty();
  }

  private static @Nullable Usage usage(JsonNode root) {
    var usage =
        root.path("usage").isObject() ? root.path("usage") : root.path("x_groq").path("usage");
    return usage.isObject() ? UsageReader.read(usage, Style.OPENAI).orElse(null) : null;
  }

  private static FinishReason finish(String reason) {
    return switch (reason) {
      case "length", "max_tokens" -> FinishReason.LENGTH;
      case "content_filter" -> FinishReason.CONTENT_FILTER;
      default -> FinishReason.STOP;
    };
  }
}
