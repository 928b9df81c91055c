package dev.parley.cli.client;

import dev.parley.cli.process.CliProblem.Refused;
import dev.parley.cli.process.Printable;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Json;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads `application/problem+json` into the server's own words.
final class Refusal {
  private static final int LONGEST = 500;

  private Refusal() {}

  static Refused of(int status, HttpHeaders headers, String body) {
    try {
      var problem = Json.readForeign(body, ProblemAnswer.class);
      return new Refused(status, words(status, problem), retryAfter(headers, problem));
    } catch (HttpProblem.Unreadable _) {
      return new Refused(status, bare(status), retryAfter(headers, null));
    }
  }

  /// The server's words for a problem that came inside an answer.
  static String words(ProblemAnswer problem) {
    return words(problem.status(), problem);
  }

  private static String words(int status, ProblemAnswer problem) {
    var told = problem.detail() == null ? problem.title() : problem.detail();
    if (told == null || told.isBlank()) {
      return bare(status);
    }
    var id = problem.requestId();
    return Printable.line(told, LONGEST)
        + offences(problem)
        + (status >= 500 && id != null ? " (request " + Printable.line(id, 100) + ")" : "");
  }

  private static String offences(ProblemAnswer problem) {
    var all = Objects.requireNonNullElse(problem.errors(), List.<Offence>of());
    return all.stream()
        .map(one -> " " + Printable.line(one.pointer() + ": " + one.detail(), LONGEST))
        .collect(Collectors.joining(";"));
  }

  private static String bare(int status) {
    return "The server answered " + status + " and gave no reason.";
  }

  private static @Nullable Duration retryAfter(
      HttpHeaders headers, @Nullable ProblemAnswer problem) {
    var header = headers.firstValue("Retry-After").orElse("");
    if (header.matches("\\d{1,7}")) {
      return Duration.ofSeconds(Long.parseLong(header));
    }
    var millis = problem == null ? null : problem.retryAfterMs();
    return millis == null || millis < 0 ? null : Duration.ofMillis(millis);
  }

  /// The members of a problem that a person is told.
  record ProblemAnswer(
      @Nullable String title,
      @Nullable String detail,
      int status,
      @Nullable String requestId,
      @Nullable Long retryAfterMs,
      @Nullable List<Offence> errors) {}

  /// What a `failed` event holds.
  record OfTurn(ProblemAnswer problem) {}

  /// One thing that is wrong with a request.
  record Offence(String pointer, String detail) {}
}
