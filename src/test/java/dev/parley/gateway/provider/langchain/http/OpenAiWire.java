package dev.parley.gateway.provider.langchain.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.transport.FailureOf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// OpenAI's stream, as far as the client has to know it.
final class OpenAiWire implements Wire {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public boolean lines() {
    return false;
  }

  @Override
  public Sign read(String name, byte[] data, int length) throws IOException {
    var text = new String(data, 0, length, StandardCharsets.UTF_8);
    var pass = List.of(new ServerSentEvent(null, text));
    if (text.equals("[DONE]")) {
      return new Sign(pass, false, null, true, null, null);
    }
    var root = JSON.readTree(text);
    if (root.hasNonNull("error")) {
      return Sign.failed(ProviderFailure.of(Kind.OVERLOADED, "error in stream"));
    }
    var choice = root.path("choices").path(0);
    var content = !choice.path("delta").path("content").asText("").isEmpty();
    var finish = choice.hasNonNull("finish_reason") ? FinishReason.STOP : null;
    return new Sign(pass, content, finish, false, null, null);
  }

  @Override
  public ProviderFailure refused(int status, byte[] body, @Nullable Duration retryAfter) {
    return new ProviderFailure(FailureOf.status(status), "refused", retryAfter, null);
  }

  @Override
  public ProviderFailure unstreamed(byte[] body) {
    return ProviderFailure.of(Kind.MALFORMED, "no stream");
  }
}
