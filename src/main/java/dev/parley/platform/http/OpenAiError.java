package dev.parley.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A problem in the form of OpenAI's API, whose clients decide by status, `type` and `code`.
public record OpenAiError(Body error) {
  /// Under this path errors have this form.
  public static final String PATHS = "/v1/";

  /// @param param always present, as there
  public record Body(
      String message,
      String type,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String param,
      String code) {}

  public static OpenAiError of(Problem problem) {
    var offence = problem.offences().isEmpty() ? null : problem.offences().getFirst();
    var param = offence == null ? null : offence.pointer().replaceFirst("^/", "").replace('/', '.');
    var message = offence == null ? problem.detail() : problem.detail() + " " + offence.detail();
    return new OpenAiError(new Body(message, type(problem.status()), param, problem.code()));
  }

  private static String type(int status) {
    return switch (status) {
      case 401 -> "authentication_error";
      case 403 -> "permission_error";
      case 429 -> "rate_limit_error";
      default -> status < 500 ? "invalid_request_error" : "server_error";
    };
  }
}
