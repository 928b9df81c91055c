package dev.parley.platform.http;

import dev.parley.platform.http.Problem.Offence;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A problem as it is written: `application/problem+json` of RFC 9457.
///
/// @param type where the documentation explains the code
/// @param retryAfterMs how long to wait, in milliseconds
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    String code,
    String requestId,
    boolean retryable,
    @Nullable Long retryAfterMs,
    @Nullable List<Offence> errors) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /// The body for a problem.
  ///
  /// @param instance the path that was asked for
  public static ProblemBody of(Problem problem, String requestId, String instance) {
    return new ProblemBody(
        "/docs#" + problem.code(),
        title(problem.code()),
        problem.status(),
        problem.detail(),
        instance,
        problem.code(),
        requestId,
        problem.retryable(),
        problem.retryAfter().map(Duration::toMillis).orElse(null),
        problem.offences().isEmpty() ? null : problem.offences());
  }

  /// The code in words: `turn_conflict` becomes `Turn conflict`.
  private static String title(String code) {
    var words = code.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
