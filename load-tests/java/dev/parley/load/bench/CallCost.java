package dev.parley.load.bench;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.gateway.model.GatewayMetrics;
import dev.parley.gateway.model.ModelCall;
import dev.parley.gateway.model.Models;
import dev.parley.gateway.model.RecentOutcomes;
import dev.parley.gateway.provider.onnx.OnnxEmbedder;
import dev.parley.gateway.reuse.Reuse;
import dev.parley.gateway.route.Breaker;
import dev.parley.gateway.route.Lane;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.route.RouteBook;
import dev.parley.gateway.route.Target;
import dev.parley.gateway.spi.Assistants;
import dev.parley.gateway.wire.WireRoutes;
import dev.parley.load.Options;
import dev.parley.metering.Meter;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.observe.trace.Tracing;
import dev.parley.policy.Judged;
import dev.parley.policy.Policing;
import dev.parley.policy.PolicyProblem;
import dev.parley.policy.Said;
import dev.parley.policy.rule.Answerer;
import dev.parley.policy.rule.Check;
import dev.parley.policy.rule.Check.Hit;
import dev.parley.policy.rule.Where;
import dev.parley.testkit.LoneDatabase;
import dev.parley.testkit.MeteringRig;
import io.prometheus.client.CollectorRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What one call costs inside the process: from the body of the request to where the answer waits
/// for the ledger, and no network. The ledger is real and stores every call meanwhile.
public final class CallCost {
  private static final int POOL = 4;

  private CallCost() {}

  public static void run(Options options) throws IOException, InterruptedException {
    var calls = options.number("calls", 200_000);
    var rounds = options.number("rounds", 5);
    options.done();
    var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    try (var database = new LoneDatabase(vertx, POOL);
        var metering = MeteringRig.started(vertx, database.database(), MeteringRig.USUAL)) {
      var meter = metering.metering().meter();
      var report = new Report("call", "load-tests/run.sh bench call" + options);
      report.text(
          "%d rounds of %d calls after as many to warm up, 64 at a time, on one event loop."
              .formatted(rounds, calls));
      report.head("round", "p50 µs", "p99 µs", "calls/s with the ledger");
      for (var round = -1; round < rounds; round++) {
        var result = new CallRound(vertx, at -> wire(vertx, meter, at), calls).run();
        if (round >= 0) {
          report.row(
              Integer.toString(round + 1),
              "%.1f".formatted(1_000 * result.costs().ms(0.5)),
              "%.1f".formatted(1_000 * result.costs().ms(0.99)),
              "%.0f".formatted(result.perSecond()));
        }
      }
      report.end();
      report.publish();
    }
    var _ = vertx.close().await();
  }

  /// The routes of `/v1` with one model behind them.
  private static WireRoutes wire(Vertx vertx, Meter meter, Consumer<AtOnce.Heard> heard) {
    var clock = InstantSource.system();
    var metrics = new GatewayMetrics(new CollectorRegistry());
    var needs =
        new ModelCall.Needs(vertx, meter, metrics, Tracing.off(), new RecentOutcomes(), clock);
    var models =
        new Models(
            new OneModel(route(heard)), new Models.Defaults(_ -> 100, 0), needs, new Ids(clock));
    var embedder = new OnnxEmbedder(clock, 1);
    var reuse = new Reuse(models, embedder, Duration.ZERO, Reuse.Allowed.NOTHING, null, clock);
    return new WireRoutes(
        vertx,
        models,
        reuse,
        new NoRules(),
        embedder,
        Assistants.none(),
        Duration.ofMinutes(1),
        clock);
  }

  private static Route route(Consumer<AtOnce.Heard> heard) {
    var lanes = List.of(new Lane(new AtOnce(heard), "", new Breaker()));
    var target = new Target("at-once", "at-once", "one", 1, lanes, new Target.Load());
    return new Route(
        "fake",
        List.of(List.of(target)),
        Optional.empty(),
        new Route.Options(100, Duration.ZERO, false));
  }

  /// A workspace without rules, which is asked for nothing more.
  private static final class NoRules implements Policing {
    @Override
    public boolean concerns(Call call) {
      return false;
    }

    @Override
    public Future<Judged> judge(Call call, Where where, Answerer answerer, Said said) {
      throw new IllegalStateException("there are no rules");
    }

    @Override
    public Optional<Check> output(Call call, Answerer writer) {
      return Optional.empty();
    }

    @Override
    public PolicyProblem denied(Call call, Answerer writer, Hit hit) {
      throw new IllegalStateException("there are no rules");
    }

    @Override
    public void redacted(int count) {}
  }

  /// A book with one page.
  private record OneModel(Route standard) implements RouteBook, RouteBook.Routes {
    @Override
    public Routes of(WorkspaceId workspace) {
      return this;
    }

    @Override
    public Optional<Route> find(String name) {
      return name.equals(standard.name()) ? Optional.of(standard) : Optional.empty();
    }

    @Override
    public Collection<Route> all() {
      return List.of(standard);
    }
  }
}
