package dev.parley.gateway.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.spi.ProviderFailure.Refusal;
import dev.parley.gateway.transport.FailureOf;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Puts what went wrong into the classes that routing decides by. The provider's own sentences are
/// left out: they repeat keys and prompts.
final class Failures {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_WORD = 64;

  private Failures() {}

  /// An answer with another status than 200.
  static ProviderFailure ofStatus(int status, byte[] body, @Nullable Duration retryAfter) {
    var words = words(error(body));
    var detail = "the provider answered " + status + (words.isEmpty() ? "" : " (" + words + ")");
    var kind = kind(status, words);
    var forCaller = kind == Kind.REJECTED || kind == Kind.CONTEXT_TOO_LONG;
    return new ProviderFailure(
        kind, detail, retryAfter, forCaller ? new Refusal(status, Buffer.buffer(body)) : null);
  }

  /// The status says the class, and for some of them the words say more.
  private static Kind kind(int status, String words) {
    var kind = FailureOf.status(status);
    var text = words.toLowerCase(Locale.ROOT);
    if (isWithheld(text)) {
      return Kind.REJECTED;
    }
    if (kind == Kind.RATE_LIMITED && isOfMoney(text)) {
      return Kind.QUOTA_EXHAUSTED;
    }
    var tooLong = text.contains("context_length") || text.contains("context_window");
    return kind == Kind.REJECTED && tooLong ? Kind.CONTEXT_TOO_LONG : kind;
  }

  private static JsonNode error(byte[] body) {
    try {
      var root = JSON.readTree(body);
      return root.path(0).isObject() ? root.path(0).path("error") : root.path("error");
    } catch (IOException _) {
      return JSON.missingNode();
    }
  }

  /// An `error` object inside a stream that began well.
  static ProviderFailure of(JsonNode error) {
    var words = words(error);
    var detail = "the provider reported an error" + (words.isEmpty() ? "" : " (" + words + ")");
    var status = error.path("code").asInt(error.path("status").asInt(0));
    return ProviderFailure.of(status >= 400 ? kind(status, words) : kindOfWords(words), detail);
  }

  private static Kind kindOfWords(String words) {
    var text = words.toLowerCase(Locale.ROOT);
    if (isWithheld(text)) {
      return Kind.REJECTED;
    }
    if (isOfMoney(text)) {
      return Kind.QUOTA_EXHAUSTED;
    }
    if (text.contains("rate_limit")) {
      return Kind.RATE_LIMITED;
    }
    if (text.contains("context_length") || text.contains("context_window")) {
      return Kind.CONTEXT_TOO_LONG;
    }
    if (text.contains("auth") || text.contains("api_key") || text.contains("permission")) {
      return Kind.UNAUTHORIZED;
    }
    return text.contains("invalid") ? Kind.REJECTED : Kind.OVERLOADED;
  }

  /// The provider will not answer this, and nobody is asked in its place.
  private static boolean isWithheld(String text) {
    return text.contains("content_filter")
        || text.contains("content_policy")
        || text.contains("moderation");
  }

  /// Waiting does not help.
  private static boolean isOfMoney(String text) {
    return text.contains("quota") || text.contains("billing") || text.contains("spend_limit");
  }

  /// Type and code, which are identifiers; anything else is not shown.
  private static String words(JsonNode error) {
    var type = word(error.path("type"));
    var code = word(error.path("code"));
    return type.isEmpty() || code.isEmpty() || type.equals(code)
        ? type.isEmpty() ? code : type
        : type + ", " + code;
  }

  private static String word(JsonNode node) {
    var text = node.asText("");
    var plain = text.length() <= LONGEST_WORD && text.matches("[A-Za-z0-9_.-]+");
    return plain ? text : "";
  }
}
