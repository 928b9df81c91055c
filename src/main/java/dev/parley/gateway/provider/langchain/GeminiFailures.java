package dev.parley.gateway.provider.langchain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.transport.FailureOf;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What Gemini's errors mean: a status of Google's RPC, and details that say more.
final class GeminiFailures {
  private static final Pattern SECONDS = Pattern.compile("(\\d{1,5})(\\.\\d+)?s");

  private GeminiFailures() {}

  static ProviderFailure of(int status, JsonNode error, @Nullable Duration retryAfter) {
    var code = error.path("status").asText(error.path("code").asText(""));
    var refused = new Refused(status, code, error.path("message").asText(""));
    return refused.as(
        kind(refused, error.path("details")),
        retryAfter == null ? delay(error.path("details")) : retryAfter);
  }

  private static Kind kind(Refused refused, JsonNode details) {
    var kind =
        switch (refused.code()) {
          case "INVALID_ARGUMENT", "FAILED_PRECONDITION", "NOT_FOUND", "OUT_OF_RANGE" ->
              Kind.REJECTED;
          case "UNAUTHENTICATED", "PERMISSION_DENIED" -> Kind.UNAUTHORIZED;
          case "RESOURCE_EXHAUSTED" -> Kind.RATE_LIMITED;
          case "INTERNAL", "UNAVAILABLE", "DEADLINE_EXCEEDED", "UNKNOWN", "CANCELLED" ->
              Kind.OVERLOADED;
          default -> refused.status() == 0 ? Kind.OVERLOADED : FailureOf.status(refused.status());
        };
    return switch (kind) {
      case RATE_LIMITED -> isForToday(details) ? Kind.QUOTA_EXHAUSTED : kind;
      case REJECTED -> rejected(refused, details);
      default -> kind;
    };
  }

  private static Kind rejected(Refused refused, JsonNode details) {
    for (var detail : details) {
      if (detail.path("reason").asText("").startsWith("API_KEY_")) {
        return Kind.UNAUTHORIZED; // a wrong key is answered with 400
      }
    }
    var words = refused.message().toLowerCase(Locale.ROOT);
    var tooLong = words.contains("token count") && words.contains("exceeds the maximum");
    return tooLong ? Kind.CONTEXT_TOO_LONG : Kind.REJECTED;
  }

  /// A quota of a day is not waited for.
  private static boolean isForToday(JsonNode details) {
    for (var detail : details) {
      for (var violation : detail.path("violations")) {
        if (violation.path("quotaId").asText("").contains("PerDay")) {
          return true;
        }
      }
    }
    return false;
  }

  private static @Nullable Duration delay(JsonNode details) {
    for (var detail : details) {
      var seconds = SECONDS.matcher(detail.path("retryDelay").asText(""));
      if (seconds.matches()) {
        return Duration.ofSeconds(Long.parseLong(seconds.group(1)) + 1);
      }
    }
    return null;
  }
}
