package dev.parley.api;

import dev.parley.platform.http.Answer;
import dev.parley.platform.http.Failure;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.lifecycle.Probe;
import dev.parley.platform.observe.Metrics;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Health, readiness and metrics. `/livez` looks at nothing but the process, so that a lost
/// database does not restart every replica.
final class Health implements RouteGroup {
  private static final List<String> DEPENDENCIES =
      List.of("database", "redis", "nats", "qdrant", "llm", "gemini_api");
  private static final long PROBE_SECONDS = 2;

  private final List<Probe> probes;
  private final Metrics metrics;
  private final InstantSource clock;
  private final Draining draining;

  Health(List<Probe> probes, Metrics metrics, InstantSource clock, Draining draining) {
    this.probes = List.copyOf(probes);
    this.metrics = metrics;
    this.clock = clock;
    this.draining = draining;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("health", _ -> health());
    operations.on("healthz", _ -> health());
    operations.on("livez", _ -> Future.succeededFuture(Answer.text("text/plain", "ok\n")));
    operations.on("readyz", _ -> ready());
    operations.on("metrics", _ -> Future.succeededFuture(metricsText()));
  }

  Answer metricsText() {
    return Answer.text(Metrics.CONTENT_TYPE, metrics.text());
  }

  Future<Answer> health() {
    return ask(probes)
        .map(answers -> {
          var dependencies = new LinkedHashMap<String, @Nullable Boolean>();
          DEPENDENCIES.forEach(name -> dependencies.put(name, answers.get(name)));
          var overall = answers.containsValue(false) ? "degraded" : "healthy";
          return Answer.json(new View("healthy", clock.instant(), dependencies, overall));
        });
  }

  private Future<Answer> ready() {
    if (draining.begun()) {
      return Future.failedFuture(new HttpProblem.Draining());
    }
    return ask(probes.stream().filter(Probe::needed).toList())
        .compose(answers ->
            answers.containsValue(false)
                ? Future.failedFuture(new NotReady())
                : Future.succeededFuture(Answer.text("text/plain", "ready\n")));
  }

  private static Future<Map<String, Boolean>> ask(List<Probe> probes) {
    var answers = probes.stream().map(Health::ask).toList();
    return Future.all(answers)
        .map(_ -> {
          var byName = new LinkedHashMap<String, Boolean>();
          for (var i = 0; i < probes.size(); i++) {
            byName.put(probes.get(i).name(), answers.get(i).result());
          }
          return byName;
        });
  }

  private static Future<Boolean> ask(Probe probe) {
    return probe.alive().get().timeout(PROBE_SECONDS, TimeUnit.SECONDS).otherwise(false);
  }

  private record View(
      String status,
      Instant timestamp,
      Map<String, @Nullable Boolean> dependencies,
      String overallStatus) {}

  /// The database does not answer.
  private static final class NotReady extends Failure {
    private static final long serialVersionUID = 1L;

    NotReady() {
      super(503, "dependency_unavailable", "The database does not answer.");
    }
  }
}
