package dev.parley.policy.decide;

import dev.parley.call.Call;
import dev.parley.platform.config.ByteSize;
import dev.parley.platform.http.Json;
import dev.parley.platform.http.outbound.FetchLimits;
import dev.parley.platform.http.outbound.Fetched;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.http.outbound.OutboundRequest;
import dev.parley.platform.observe.Log;
import dev.parley.policy.rule.Answerer;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A service with the data API of Open Policy Agent: `POST /v1/data/{path}` with `{"input": …}`
/// gives `{"result": true}`, or `{"result": {"allow": …, "reason"?: …, "route"?: …}}`. Safe from
/// any thread.
///
/// Reached like every address outside: where it stands in a network that is not public, that
/// network must be allowed.
public final class DecisionService {
  private static final Log LOG = Log.of(DecisionService.class);
  private static final ByteSize ANSWER = new ByteSize(64 * 1024);

  private final Outbound outbound;
  private final String address;
  private final FetchLimits limits;
  private final boolean on;

  /// @param url empty for no service
  public DecisionService(Outbound outbound, String url, String path, Duration timeout) {
    this.outbound = outbound;
    this.address = url + "/v1/data/" + path;
    this.limits = new FetchLimits(ANSWER, timeout);
    this.on = !url.isEmpty();
  }

  /// What is to be decided.
  ///
  /// @param where `input` or `tool`
  public record Question(String where, Answerer answerer, List<String> texts) {}

  /// Whether there is one.
  public boolean isOn() {
    return on;
  }

  /// Asks; never fails.
  public Future<Verdict> ask(Call call, Question question) {
    var input =
        new Input(
            question.where(),
            call.workspace().value(),
            call.caller().name(),
            question.answerer().model(),
            question.answerer().assistant(),
            question.texts());
    var request =
        new OutboundRequest(
            HttpMethod.POST,
            address,
            Map.of("content-type", "application/json"),
            Buffer.buffer(Json.bytes(new Body(input))));
    return outbound
        .send(call, request, limits)
        .map(DecisionService::verdict)
        .otherwise(failure -> {
          LOG.warning(call, "the decision service does not answer", "cause", failure);
          return new Verdict.Doubt();
        });
  }

  private static Verdict verdict(Fetched answer) {
    if (!answer.ok()) {
      return new Verdict.Doubt();
    }
    var text = answer.body().toString(StandardCharsets.UTF_8);
    return switch (new JsonObject(text).getValue("result")) {
      case Boolean allowed -> allowed ? new Verdict.Allowed(null) : new Verdict.Denied(null);
      case JsonObject result when result.getValue("allow") instanceof Boolean allowed ->
          allowed
              ? new Verdict.Allowed(result.getString("route"))
              : new Verdict.Denied(result.getString("reason"));
      case null, default -> new Verdict.Doubt();
    };
  }

  private record Body(Input input) {}

  private record Input(
      String where,
      UUID workspace,
      String caller,
      String route,
      @Nullable String assistant,
      List<String> texts) {}
}
