package dev.parley.gateway.model;

import dev.parley.gateway.provider.openai.OpenAiProvider;
import dev.parley.gateway.route.Breaker;
import dev.parley.gateway.route.Lane;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.route.Target;
import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ServerAddress;
import dev.parley.gateway.transport.Endpoint;
import dev.parley.gateway.transport.Endpoint.Timeouts;
import dev.parley.gateway.transport.LoopClients;
import dev.parley.gateway.transport.Upstream;
import dev.parley.metering.Metering;
import dev.parley.platform.config.Secret;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.observe.trace.Tracing;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.Heard;
import dev.parley.testkit.MeteringRig;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Routes of a test's own to real servers, with the real meter and the real ledger. Silence is
/// noticed after three seconds.
final class ModelRig implements AutoCloseable {
  private static final Duration PLENTY = Duration.ofSeconds(15);
  private static final Duration SILENCE = Duration.ofSeconds(3);
  private static final int CONNECTIONS = 200;
  private static final String ROWS =
      "SELECT model, attempt, outcome, output_tokens FROM usage_entry ORDER BY started_at, attempt";

  private final PostgresFixture postgres;
  private final Metering metering;
  private final GatewayMetrics metrics = new GatewayMetrics(Metrics.empty().registry());
  private final InstantSource clock = InstantSource.system();
  private final LoopClients clients;

  ModelRig(PostgresFixture postgres) {
    this.postgres = postgres;
    this.metering = MeteringRig.wired(postgres.vertx(), postgres.database()).metering();
    this.clients = new LoopClients(postgres.vertx(), PLENTY, CONNECTIONS);
  }

  /// The workspace of [Calls], once for each database.
  static void makeWorkspace(PostgresFixture postgres) {
    var _ =
        SqlScript.run(
            postgres.vertx(),
            postgres.administrator(),
            "INSERT INTO workspace VALUES ('%s', 'test', now())"
                .formatted(Calls.WORKSPACE.value()));
  }

  /// A model of a server that is asked with one of these keys.
  Target target(String model, URI server, String... keys) {
    var lanes = new ArrayList<Lane>();
    for (var key : keys) {
      var timeouts = new Timeouts(PLENTY, SILENCE, SILENCE, PLENTY);
      var endpoint = new Endpoint("openai", server, new Secret(key), timeouts);
      var upstream =
          new Upstream(postgres.vertx(), endpoint, clients, ServerAddress.AS_NAMED, clock);
      lanes.add(new Lane(new OpenAiProvider(upstream), key, new Breaker()));
    }
    return new Target("fake", "openai", model, 1, lanes, new Target.Load());
  }

  /// Each target is a tier.
  static Route inOrder(Target... targets) {
    return new Route("best", List.of(targets).stream().map(List::of).toList(), none(), options());
  }

  /// All targets are one tier.
  static Route sideBySide(Target... targets) {
    return new Route("best", List.of(List.of(targets)), none(), options());
  }

  static Route withLongContext(Target usual, Target forLong) {
    return new Route("best", List.of(List.of(usual)), Optional.of(forLong), options());
  }

  private static Optional<Target> none() {
    return Optional.empty();
  }

  private static Route.Options options() {
    return new Route.Options(100, Duration.ZERO, false);
  }

  /// A question in which only the text differs from others.
  static ModelRequest question(String text) {
    return new ModelRequest("", "", List.of(ModelMessage.user(text)), List.of(), 100, 0);
  }

  Models models(Route route) {
    var needs =
        new ModelCall.Needs(
            postgres.vertx(),
            metering.meter(),
            metrics,
            Tracing.off(),
            new RecentOutcomes(),
            clock);
    return new Models(new OneRoute(route), new Models.Defaults(_ -> 100, 0), needs, new Ids(clock));
  }

  /// Asks and waits for the end.
  Heard ask(Route route) {
    var models = models(route);
    var heard =
        Heard.of(
            Heard.newLoop(postgres.vertx()),
            events -> models.open(Calls.any(), question("hi"), events));
    var _ = heard.end();
    return heard;
  }

  /// The ledger: `model attempt outcome output`, in the order of the attempts.
  List<String> rows() {
    var rows = new ArrayList<String>();
    for (var row : SqlScript.run(postgres.vertx(), postgres.administrator(), ROWS)) {
      rows.add(
          "%s %d %s %d"
              .formatted(row.getString(0), row.getInteger(1), row.getString(2), row.getLong(3)));
    }
    return rows;
  }

  void emptyTheLedger() {
    var _ = SqlScript.run(postgres.vertx(), postgres.administrator(), "DELETE FROM usage_entry");
  }

  @Override
  public void close() {
    Await.end(clients.close());
  }
}
