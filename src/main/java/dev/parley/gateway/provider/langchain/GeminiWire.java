package dev.parley.gateway.provider.langchain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.parley.gateway.provider.langchain.http.Sign;
import dev.parley.gateway.provider.langchain.http.Wire;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.spi.ToolPieces;
import dev.parley.metering.usage.Counted;
import dev.parley.metering.usage.UsageReader.Style;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Gemini's `streamGenerateContent` as events.
///
/// LangChain4j is given one part at a time: it joins several with empty lines, and does not read
/// reasons to finish that it does not know.
final class GeminiWire implements Wire {
  private boolean called;

  @Override
  public boolean lines() {
    return false;
  }

  @Override
  public Sign read(String name, byte[] data, int length) throws IOException {
    var root = WireJson.object(data, length);
    if (root.hasNonNull("error")) {
      return Sign.failed(GeminiFailures.of(0, root.path("error"), null));
    }
    var candidate = root.path("candidates").path(0);
    var reason = candidate.path("finishReason").asText("");
    if (reason.equals("MALFORMED_FUNCTION_CALL") || reason.equals("UNEXPECTED_TOOL_CALL")) {
      var refused = new Refused(0, reason, "");
      return Sign.failed(refused.as(Kind.MALFORMED, null));
    }
    var events = new ArrayList<ServerSentEvent>();
    for (var part : candidate.path("content").path("parts")) {
      if (part instanceof ObjectNode object && isContent(object)) {
        events.add(event(object));
      }
    }
    var blocked = root.path("promptFeedback").hasNonNull("blockReason");
    var finish = blocked ? FinishReason.CONTENT_FILTER : finish(reason);
    return new Sign(
        events, !events.isEmpty(), finish, false, usage(root.path("usageMetadata")), null);
  }

  private static boolean isContent(JsonNode part) {
    return part.has("functionCall") || !part.path("text").asText("").isEmpty();
  }

  private ServerSentEvent event(ObjectNode part) {
    if (part.path("functionCall") instanceof ObjectNode call) {
      called = true;
      name(call, part.path("thoughtSignature").asText(""));
    }
    var root = JsonNodeFactory.instance.objectNode();
    var content = root.putArray("candidates").addObject().putObject("content");
    content.put("role", "model").putArray("parts").add(part);
    return new ServerSentEvent(null, root.toString());
  }

  /// The signature has to come back with the call, or the model refuses to go on; so it travels in
  /// the id, which callers bring back as it is.
  private static void name(ObjectNode call, String signature) {
    var id = call.path("id").asText("");
    var known = id.isEmpty() ? ToolPieces.newId() : id;
    call.put("id", signature.isEmpty() ? known : ToolIds.signed(known, signature));
    if (!call.path("args").isObject()) {
      call.putObject("args");
    }
  }

  private @Nullable FinishReason finish(String reason) {
    return switch (reason) {
      case "" -> null;
      case "MAX_TOKENS" -> FinishReason.LENGTH;
      case "SAFETY",
          "RECITATION",
          "LANGUAGE",
          "BLOCKLIST",
          "PROHIBITED_CONTENT",
          "SPII",
          "IMAGE_SAFETY" ->
          FinishReason.CONTENT_FILTER;
      default -> called ? FinishReason.TOOL_CALLS : FinishReason.STOP;
    };
  }

  /// Until the last event there may be an object without a count.
  private static @Nullable Counted usage(JsonNode counts) {
    return counts.path("promptTokenCount").isNumber()
        ? Counted.read(counts, Style.GEMINI).orElse(null)
        : null;
  }

  @Override
  public ProviderFailure refused(int status, byte[] body, @Nullable Duration retryAfter) {
    return GeminiFailures.of(status, WireJson.error(body), retryAfter);
  }

  @Override
  public ProviderFailure unstreamed(byte[] body) {
    var error = WireJson.error(body);
    return error.isObject()
        ? GeminiFailures.of(0, error, null)
        : ProviderFailure.of(Kind.MALFORMED, "the provider answered without a stream");
  }
}
