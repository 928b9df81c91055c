package dev.parley.gateway.model;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.gateway.route.Breaker;
import dev.parley.gateway.route.Lane;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.route.Target;
import dev.parley.gateway.route.Target.Load;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.metering.Metering;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.observe.trace.Tracing;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.Heard;
import dev.parley.testkit.MeteringRig;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import dev.parley.testkit.Told;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// One call to the models: which attempts it makes, and what stands in the ledger afterwards.
final class ModelsIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final ModelRequest QUESTION =
      new ModelRequest("", "", List.of(ModelMessage.user("hi")), List.of(), 10, 0);
  private static final ModelEvent HELLO = new ModelEvent.Text("hello");
  private static final ModelEvent STOP = new ModelEvent.Finished(FinishReason.STOP, Usage.of(5, 1));
  private static final String ROWS =
      "SELECT model, attempt, outcome, input_tokens, output_tokens FROM usage_entry"
          + " ORDER BY attempt";

  private RecentOutcomes outcomes = new RecentOutcomes();

  @BeforeAll
  static void makeWorkspace() {
    var _ =
        SqlScript.run(
            POSTGRES.vertx(),
            POSTGRES.administrator(),
            "INSERT INTO workspace VALUES ('%s', 'test', now())"
                .formatted(Calls.WORKSPACE.value()));
  }

  @BeforeEach
  void emptyTheLedger() {
    var _ = SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), "DELETE FROM usage_entry");
    outcomes = new RecentOutcomes();
  }

  @Test
  void writesWhatAnAnswerUsed() {
    var heard = ask(new ScriptedProvider(List.of(HELLO, STOP)), "best");

    assertEquals("Text(hello) Finished(STOP 5+0 in, 1+0 out)", Told.line(heard));
    assertEquals(List.of("best 1 completed 5 1"), ledger());
  }

  @Test
  void hasTheEntryBeforeTheEndIsTold() {
    var rows = new CopyOnWriteArrayList<List<String>>();
    var models = models(new ScriptedProvider(List.of(HELLO, STOP)), "best");
    var heard =
        Heard.of(
            Heard.newLoop(POSTGRES.vertx()),
            events ->
                models.open(
                    Calls.any(),
                    QUESTION,
                    event -> {
                      if (event instanceof ModelEvent.Finished) {
                        var loop = requireNonNull(Vertx.currentContext());
                        var _ =
                            CompletableFuture.runAsync(() -> rows.add(ledger()))
                                .thenRun(() -> loop.runOnContext(_ -> events.accept(event)));
                      }
                    }));

    var _ = heard.end();

    assertEquals(List.of(List.of("best 1 completed 5 1")), rows);
  }

  @Test
  void triesTheNextModelBeforeTheFirstWord() {
    var provider = new ScriptedProvider(List.of(failed(Kind.TIMEOUT)), List.of(HELLO, STOP));

    var heard = ask(provider, "best", "spare");

    assertEquals("Text(hello) Finished(STOP 5+0 in, 1+0 out)", Told.line(heard));
    assertEquals(List.of("best", "spare"), provider.asked());
    assertEquals(List.of("best 1 timeout 3 0", "spare 2 completed 5 1"), ledger());
  }

  @Test
  void doesNotTryTheNextModelAfterTheFirstWord() {
    var provider = new ScriptedProvider(List.of(HELLO, failed(Kind.INTERRUPTED)));

    var heard = ask(provider, "best", "spare");

    assertEquals("Text(hello) Failed(INTERRUPTED ~3+0 in, 0+0 out)", Told.line(heard));
    assertEquals(List.of("best 1 interrupted 3 0"), ledger());
  }

  @Test
  void doesNotRepeatARequestThatWasRefused() {
    var heard = ask(new ScriptedProvider(List.of(failed(Kind.REJECTED))), "best", "spare");

    assertEquals("Failed(REJECTED ~3+0 in, 0+0 out)", Told.line(heard));
    assertEquals(List.of("best 1 rejected 3 0"), ledger());
  }

  @Test
  void tellsTheLastFailureWhenNoModelIsLeft() {
    var provider =
        new ScriptedProvider(List.of(failed(Kind.MALFORMED)), List.of(failed(Kind.TIMEOUT)));

    var heard = ask(provider, "best", "spare");

    assertEquals("Failed(TIMEOUT ~3+0 in, 0+0 out)", Told.line(heard));
    assertEquals(List.of("best 1 malformed 3 0", "spare 2 timeout 3 0"), ledger());
  }

  @Test
  void billsACancelledAnswerOnce() {
    var models = models(new ScriptedProvider(List.of(HELLO)), "best");
    var heard = hear(models);
    var _ = heard.awaitText();

    heard.stream().cancel();
    heard.stream().cancel();

    var _ = heard.end();
    assertEquals(List.of("best 1 cancelled 5 1"), ledger());
    assertEquals(1, heard.ends());
  }

  @Test
  void opensNoOtherModelForACallThatWasCancelled() {
    var provider = new ScriptedProvider(List.of(), List.of(HELLO, STOP));
    var heard = hear(models(provider, "best", "spare"));

    heard.stream().cancel();

    assertEquals("Finished(CANCELLED ~5+0 in, 1+0 out)", Told.one(heard.end()));
    assertEquals(List.of("best"), provider.asked());
  }

  @Test
  void answersWhileTheDatabaseIsAway() {
    var gone = POSTGRES.open(PostgresFixture.config(1));
    Await.end(gone.close());
    var ledger = MeteringRig.wired(POSTGRES.vertx(), gone).metering();
    var models = models(ledger, new ScriptedProvider(List.of(HELLO, STOP)), "best");

    assertEquals("Finished(STOP 5+0 in, 1+0 out)", Told.one(hear(models).end()));
  }

  @Test
  void isUnhealthyAfterThreeFailuresAndWellAfterAnAnswer() {
    var failure = List.of(failed(Kind.TIMEOUT));
    var models = models(new ScriptedProvider(failure, failure, failure), "best");
    for (var i = 0; i < 3; i++) {
      assertTrue(outcomes.healthy());
      var _ = hear(models).end();
    }

    assertEquals(false, outcomes.healthy());
    var _ = hear(models(new ScriptedProvider(List.of(HELLO, STOP)), "best")).end();
    assertTrue(outcomes.healthy());
  }

  @Test
  void doesNotBlameTheModelForARequestItRefused() {
    var refusal = List.of(failed(Kind.REJECTED));
    var models = models(new ScriptedProvider(refusal, refusal, refusal), "best");
    for (var i = 0; i < 3; i++) {
      var _ = hear(models).end();
    }

    assertTrue(outcomes.healthy());
  }

  private static ModelEvent failed(Kind kind) {
    return new ModelEvent.Failed(ProviderFailure.of(kind, "as scripted"), Usage.estimate(3, 0));
  }

  private List<ModelEvent> ask(Provider provider, String... names) {
    var heard = hear(models(provider, names));
    var _ = heard.end();
    return heard.events();
  }

  private static Heard hear(Models models) {
    return Heard.of(
        Heard.newLoop(POSTGRES.vertx()), events -> models.open(Calls.any(), QUESTION, events));
  }

  private Models models(Provider provider, String... names) {
    var metering = MeteringRig.wired(POSTGRES.vertx(), POSTGRES.database()).metering();
    return models(metering, provider, names);
  }

  private Models models(Metering metering, Provider provider, String... names) {
    var clock = InstantSource.system();
    var tiers = new ArrayList<List<Target>>();
    for (var name : names) {
      var lane = new Lane(provider, "", new Breaker());
      tiers.add(List.of(new Target("scripted", "scripted", name, 1, List.of(lane), new Load())));
    }
    var options = new Route.Options(10, Duration.ZERO, false);
    var needs =
        new ModelCall.Needs(
            POSTGRES.vertx(),
            metering.meter(),
            new GatewayMetrics(Metrics.empty().registry()),
            Tracing.off(),
            outcomes,
            clock);
    return new Models(
        new OneRoute(new Route("best", tiers, Optional.empty(), options)),
        new Models.Defaults(_ -> 10, 0),
        needs,
        new Ids(clock));
  }

  private static List<String> ledger() {
    var rows = new ArrayList<String>();
    for (var row : SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), ROWS)) {
      rows.add(
          "%s %d %s %d %d"
              .formatted(
                  row.getString(0),
                  row.getInteger(1),
                  row.getString(2),
                  row.getLong(3),
                  row.getLong(4)));
    }
    return rows;
  }
}
