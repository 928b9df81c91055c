package dev.parley.gateway.provider.langchain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.sse.ServerSentEvent;
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

/// Ollama's `/api/chat`: lines of JSON.
final class OllamaWire implements Wire {
  private int calls;

  @Override
  public boolean lines() {
    return true;
  }

  @Override
  public Sign read(String name, byte[] data, int length) throws IOException {
    var root = WireJson.object(data, length);
    if (root.hasNonNull("error")) {
      return Sign.failed(failure(0, root.path("error"), null));
    }
    var message = root.path("message");
    for (var call : message.path("tool_calls")) {
      number(call);
    }
    var content =
        message.hasNonNull("tool_calls")
            || !message.path("content").asText("").isEmpty()
            || !message.path("thinking").asText("").isEmpty();
    var done = root.path("done").asBoolean();
    return new Sign(
        List.of(new ServerSentEvent(null, root.toString())),
        content,
        done ? finish(root.path("done_reason").asText("")) : null,
        done,
        done ? Counted.read(root, Style.OLLAMA).orElse(null) : null,
        null);
  }

  /// LangChain4j takes calls of the same number for pieces of one call, and older servers number
  /// none.
  private void number(JsonNode call) {
    if (call.path("function") instanceof ObjectNode function) {
      function.put("index", calls);
      calls++;
      if (!function.path("arguments").isObject()) {
        function.putObject("arguments");
      }
    }
  }

  private FinishReason finish(String reason) {
    if (reason.equals("length")) {
      return FinishReason.LENGTH;
    }
    return calls > 0 ? FinishReason.TOOL_CALLS : FinishReason.STOP;
  }

  @Override
  public ProviderFailure refused(int status, byte[] body, @Nullable Duration retryAfter) {
    return failure(status, WireJson.error(body), retryAfter);
  }

  /// A stream of one line is a stream.
  @Override
  public ProviderFailure unstreamed(byte[] body) {
    return ProviderFailure.of(Kind.MALFORMED, "the provider answered without a stream");
  }

  private static ProviderFailure failure(
      int status, JsonNode error, @Nullable Duration retryAfter) {
    var message = error.isTextual() ? error.textValue() : error.path("message").asText("");
    var refused = new Refused(status, "", message);
    var kind = status == 0 ? Kind.OVERLOADED : FailureOf.status(status);
    var words = message.toLowerCase(Locale.ROOT);
    var tooLong = words.contains("context length") || words.contains("context window");
    return refused.as(kind == Kind.REJECTED && tooLong ? Kind.CONTEXT_TOO_LONG : kind, retryAfter);
  }
}
