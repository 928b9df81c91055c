package dev.parley.api;

import com.fasterxml.jackson.core.JacksonException;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Json;
import dev.parley.platform.http.OpenAiError;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.ProblemBody;
import dev.parley.platform.observe.Log;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorErrorType;
import io.vertx.openapi.validation.ValidatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The only place that writes an error: whatever failed becomes `application/problem+json`, and
/// under `/v1/` what OpenAI's clients understand.
final class Problems {
  /// What the validator says of a schema because of what is wrong below it.
  private static final Pattern OF_A_PARENT =
      Pattern.compile("A subschema had errors|^Property \\S+ does not match .*schema");

  private static final Pattern UNKNOWN_PROPERTY =
      Pattern.compile(
          "^Property \"(.*)\" does not match additional properties schema", Pattern.DOTALL);

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

  private static final Log LOG = Log.of(Problems.class);

  private final long bodyLimit;

  /// @param bodyLimit bytes a body may have, for the words of a 413
  Problems(long bodyLimit) {
    this.bodyLimit = bodyLimit;
  }

  /// Answers the failure of the context.
  void answer(RoutingContext context) {
    var problem = problem(context, context.failure());
    var response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (response.headWritten()) {
      response.reset(); // half an answer must not look whole
      return;
    }
    response.setStatusCode(problem.status());
    if (problem.status() == 401) {
      response.putHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
    problem
        .retryAfter()
        .ifPresent(wait -> response.putHeader("Retry-After", seconds(wait.toMillis())));
    var unread = problem.status() == 413 || problem.status() == 408;
    if (unread && context.request().version() != HttpVersion.HTTP_2) {
      response.putHeader("Connection", "close"); // the rest of the body is not read
    }
    var path = context.normalizedPath();
    if (path.startsWith(OpenAiError.PATHS)) {
      response.putHeader("Content-Type", "application/json");
      var _ = response.end(Buffer.buffer(Json.bytes(OpenAiError.of(problem))));
    } else {
      var body = ProblemBody.of(problem, Arrival.requestId(context), path);
      response.putHeader("Content-Type", ProblemBody.MEDIA_TYPE);
      var _ = response.end(Buffer.buffer(Json.bytes(body)));
    }
  }

  private Problem problem(RoutingContext context, @Nullable Throwable failure) {
    return switch (failure) {
      case Problem problem -> problem;
      case SchemaValidationException invalid -> invalid(invalid);
      case ValidatorException invalid
          when invalid.type() == ValidatorErrorType.UNSUPPORTED_VALUE_FORMAT ->
          new HttpProblem.UnsupportedMediaType(
              "This operation does not take a body of this content type.");
      case ValidatorException invalid when text(invalid).contains("body can't be decoded") ->
          new HttpProblem.Unreadable("The body is not valid JSON.");
      case ValidatorException invalid -> new HttpProblem.Invalid(text(invalid), List.of());
      case DecodeException _ -> new HttpProblem.Unreadable("The body is not valid JSON.");
      case JacksonException _ -> new HttpProblem.Unreadable("The body is not valid JSON.");
      case HttpException http when http.getCause() != null -> problem(context, http.getCause());
      case HttpException http -> ofStatus(http.getStatusCode());
      case null -> ofStatus(context.statusCode());
      case Throwable unexpected -> {
        LOG.error("request failed", unexpected, "request_id", Arrival.requestId(context));
        yield new HttpProblem.Unexpected();
      }
    };
  }

  private Problem ofStatus(int status) {
    return switch (status) {
      case 400 -> new HttpProblem.Unreadable("The request cannot be read.");
      case 404 -> new HttpProblem.NotFound("There is nothing at this address.");
      case 405 -> new HttpProblem.MethodNotAllowed("This method is not offered here.");
      case 408 -> new HttpProblem.TooSlow("The body did not arrive in time.");
      case 413 -> new HttpProblem.TooLarge(bodyLimit);
      case 415 -> new HttpProblem.UnsupportedMediaType("This content type is not taken here.");
      default -> new HttpProblem.Unexpected();
    };
  }

  private static HttpProblem invalid(SchemaValidationException invalid) {
    var offences = new ArrayList<Offence>();
    collect(invalid.getOutputUnit(), offences);
    return new HttpProblem.Invalid("The request does not fit the contract.", offences);
  }

  /// The validator reports a failed leaf with every schema around it; only leaves are of use.
  private static void collect(@Nullable OutputUnit unit, List<Offence> into) {
    if (unit == null) {
      return;
    }
    var errors = unit.getErrors();
    if (errors != null) {
      errors.forEach(error -> collect(error, into));
    }
    if (unit.getError() != null && !OF_A_PARENT.matcher(unit.getError()).find()) {
      var pointer = String.valueOf(unit.getInstanceLocation()).replaceFirst("^#", "");
      var offence = offence(pointer, unit.getError());
      if (!into.contains(offence) && into.size() < 20) {
        into.add(offence);
      }
    }
  }

  /// Values are never repeated, and names only if they are names: what stands in a wrong place may
  /// be a secret.
  private static Offence offence(String pointer, String error) {
    var unknown = UNKNOWN_PROPERTY.matcher(error);
    if (!unknown.find()) {
      return new Offence(pointer, error);
    }
    return NAME.matcher(unknown.group(1)).matches()
        ? new Offence(pointer, "There is no property \"" + unknown.group(1) + "\" here.")
        : new Offence(
            pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))),
            "There is a property here that the contract does not know.");
  }

  private static String text(Throwable failure) {
    return failure.getMessage() == null ? "The request is not valid." : failure.getMessage();
  }

  /// Whole seconds with up to 20 % more, so that clients do not come back all at once.
  private static String seconds(long millis) {
    var jittered = millis * (1 + ThreadLocalRandom.current().nextDouble(0.2));
    return Long.toString(Math.max(1, Math.round(jittered / 1000)));
  }
}
