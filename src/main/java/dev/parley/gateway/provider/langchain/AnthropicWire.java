package dev.parley.gateway.provider.langchain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.gateway.provider.langchain.http.Sign;
import dev.parley.gateway.provider.langchain.http.Wire;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.transport.FailureOf;
import dev.parley.metering.usage.Counted;
import dev.parley.metering.usage.UsageReader.Style;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Anthropic's `/v1/messages`.
final class AnthropicWire implements Wire {
  private final ObjectNode counted = JsonNodeFactory.instance.objectNode();
  private @Nullable FinishReason reason;

  @Override
  public boolean lines() {
    return false;
  }

  /// The name of an event is its type, and gateways in between lose the name.
  @Override
  public Sign read(String name, byte[] data, int length) throws IOException {
    var root = WireJson.object(data, length);
    var type = root.path("type").asText(name);
    var pass = List.of(WireJson.event(type, data, length));
    return switch (type) {
      case "error" -> Sign.failed(failure(0, root.path("error"), null));
      case "message_start" ->
          new Sign(pass, false, null, false, count(root.path("message").path("usage")), null);
      case "content_block_start", "content_block_delta" ->
          new Sign(pass, true, null, false, null, null);
      case "message_delta" -> {
        var stopped = root.path("delta").path("stop_reason").asText("");
        reason = stopped.isEmpty() ? reason : reason(stopped);
        yield new Sign(pass, false, null, false, count(root.path("usage")), null);
      }
      // LangChain4j closes the answer here, so that is where it ends
      case "message_stop" -> new Sign(pass, false, reason, true, null, null);
      case "content_block_stop" -> new Sign(pass, false, null, false, null, null);
      default -> new Sign(List.of(), false, null, false, null, null);
    };
  }

  /// Counts grow; what an event leaves out stays.
  private @Nullable Counted count(JsonNode usage) {
    for (var field : usage.properties()) {
      if (!field.getValue().isNull()) {
        counted.set(field.getKey(), field.getValue());
      }
    }
    return Counted.read(counted, Style.ANTHROPIC).orElse(null);
  }

  private static FinishReason reason(String stopped) {
    return switch (stopped) {
      case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
      case "tool_use" -> FinishReason.TOOL_CALLS;
      case "refusal" -> FinishReason.CONTENT_FILTER;
      default -> FinishReason.STOP;
    };
  }

  @Override
  public ProviderFailure refused(int status, byte[] body, @Nullable Duration retryAfter) {
    return failure(status, WireJson.error(body), retryAfter);
  }

  @Override
  public ProviderFailure unstreamed(byte[] body) {
    var error = WireJson.error(body);
    return error.isObject()
        ? failure(0, error, null)
        : ProviderFailure.of(Kind.MALFORMED, "the provider answered without a stream");
  }

  private static ProviderFailure failure(
      int status, JsonNode error, @Nullable Duration retryAfter) {
    var refused =
        new Refused(status, error.path("type").asText(""), error.path("message").asText(""));
    return refused.as(kind(refused), retryAfter);
  }

  private static Kind kind(Refused refused) {
    var kind =
        switch (refused.code()) {
          case "invalid_request_error", "not_found_error" -> Kind.REJECTED;
          case "request_too_large" -> Kind.CONTEXT_TOO_LONG;
          case "authentication_error", "permission_error" -> Kind.UNAUTHORIZED;
          case "billing_error" -> Kind.QUOTA_EXHAUSTED;
          case "rate_limit_error" -> Kind.RATE_LIMITED;
          case "api_error", "timeout_error", "overloaded_error" -> Kind.OVERLOADED;
          default -> refused.status() == 0 ? Kind.OVERLOADED : FailureOf.status(refused.status());
        };
    if (kind != Kind.REJECTED) {
      return kind;
    }
    var words = refused.message().toLowerCase(Locale.ROOT);
    if (words.contains("credit balance")) {
      return Kind.QUOTA_EXHAUSTED;
    }
    var tooLong = words.contains("prompt is too long") || words.contains("exceed context limit");
    return tooLong ? Kind.CONTEXT_TOO_LONG : kind;
  }
}
