package dev.parley.gateway.provider.langchain;

import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.spi.ProviderFailure.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An error as a provider tells it.
///
/// @param status 0 where it stands inside a stream
/// @param code the provider's word for it
/// @param message for whoever sent the request; may repeat a part of it
record Refused(int status, String code, String message) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final int BAD_REQUEST = 400;

  /// The class is what the provider's words make of it. Only who sent the request is shown the
  /// message: it repeats prompts, and in one case keys.
  ProviderFailure as(Kind kind, @Nullable Duration retryAfter) {
    var detail = "the provider " + (status == 0 ? "reported an error" : "answered " + status);
    var known = PLAIN.matcher(code).matches() ? detail + " (" + code + ")" : detail;
    var forCaller = kind == Kind.REJECTED || kind == Kind.CONTEXT_TOO_LONG;
    return new ProviderFailure(kind, known, retryAfter, forCaller ? refusal(kind) : null);
  }

  /// In OpenAI's form, which is what callers of `/v1` read.
  private Refusal refusal(Kind kind) {
    var error =
        new JsonObject()
            .put("message", message.isEmpty() ? "The provider refuses the request." : message)
            .put("type", "invalid_request_error")
            .putNull("param")
            .put("code", kind == Kind.CONTEXT_TOO_LONG ? "context_length_exceeded" : code);
    var answered = status >= BAD_REQUEST && status < 500 ? status : BAD_REQUEST;
    return new Refusal(answered, Buffer.buffer(new JsonObject().put("error", error).encode()));
  }
}
