package dev.parley.gateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.FakeProvider.Exchange;
import dev.parley.testkit.Heard;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.Script;
import dev.parley.testkit.SqlScript;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Many calls with errors, cuts, silences and callers who leave: the ledger has one row for each
/// request that the provider saw, with the tokens that the provider sent.
///
/// Where the provider goes on writing while the caller leaves, a token may be on its way that
/// nobody reads; then the row has what came, and never more than what was sent.
final class LedgerCountIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final long SEED = 20_260_101;
  private static final int CALLS = 1_200;
  private static final int AT_ONCE = 48;
  private static final String ROWS =
      "SELECT call_id, outcome, output_tokens, estimated FROM usage_entry"
          + " ORDER BY call_id, attempt";

  private static ModelRig rig;
  private static FakeProvider provider;

  /// What becomes of one attempt.
  private enum Kind {
    WHOLE,
    UNCOUNTED,
    REFUSED,
    BUSY,
    CUT,
    GARBAGE,
    SILENT,
    /// Silent after the last token that its caller waits for.
    LEFT_SILENT,
    LEFT_FLOWING
  }

  /// @param tokens that are sent before that
  private record Plan(Kind kind, int tokens) {}

  private static final Map<String, List<Plan>> PLANS = new ConcurrentHashMap<>();

  @BeforeAll
  static void open() {
    ModelRig.makeWorkspace(POSTGRES);
    rig = new ModelRig(POSTGRES);
    provider = FakeProvider.start(POSTGRES.vertx(), 0, LedgerCountIT::script);
  }

  @AfterAll
  static void close() {
    rig.close();
    provider.close();
  }

  @Test
  void theLedgerHasWhatTheProviderSent() {
    var free = new Semaphore(AT_ONCE);
    for (var i = 0; i < CALLS; i++) {
      var name = "n" + i;
      free.acquireUninterruptibly();
      var _ =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  ask(name);
                } finally {
                  free.release();
                }
              });
    }
    free.acquireUninterruptibly(AT_ONCE);

    compare();
  }

  private static void ask(String name) {
    var target = rig.target("m", provider.baseUrl(), "key");
    var models = rig.models(ModelRig.inOrder(target));
    var leaveAfter = plan(name, 0).kind().name().startsWith("LEFT") ? plan(name, 0).tokens() : -1;
    var call =
        new Call(
            name,
            new Caller.Parley(Calls.WORKSPACE),
            Deadline.after(InstantSource.system(), Duration.ofMinutes(2)));
    var heard =
        Heard.of(
            Heard.newLoop(POSTGRES.vertx()),
            events -> {
              var stream = new AtomicReference<ModelStream>();
              var tokens = new int[1];
              stream.set(
                  models.open(
                      call,
                      ModelRig.question(name),
                      event -> {
                        events.accept(event);
                        if (event instanceof ModelEvent.Text && ++tokens[0] == leaveAfter) {
                          stream.get().cancel();
                        }
                      }));
              return stream.get();
            });
    var _ = heard.end();
    assertEquals(1, heard.ends(), name);
  }

  private static Plan plan(String name, int attempt) {
    var random = new Random(SEED + 31L * name.hashCode() + attempt);
    random.nextInt();
    var at = random.nextInt(100);
    var tokens = 1 + random.nextInt(25);
    if (attempt == 0 && at >= 75) {
      return new Plan(at < 88 ? Kind.LEFT_SILENT : Kind.LEFT_FLOWING, tokens);
    }
    if (at < 10) {
      return new Plan(at < 7 ? Kind.REFUSED : Kind.BUSY, 0);
    }
    if (at < 20) {
      return new Plan(at < 15 ? Kind.CUT : at < 18 ? Kind.GARBAGE : Kind.SILENT, tokens);
    }
    return new Plan(at < 35 ? Kind.UNCOUNTED : Kind.WHOLE, tokens);
  }

  private static Script script(JsonObject body) {
    var name = name(body);
    var plans = PLANS.computeIfAbsent(name, _ -> new ArrayList<>());
    var plan = plan(name, plans.size());
    plans.add(plan);
    var begun = Script.stream().role().tokens(plan.tokens(), Duration.ofMillis(2));
    return switch (plan.kind()) {
      case WHOLE -> begun.finish("stop").usage(9, plan.tokens()).done();
      case UNCOUNTED -> begun.finish("stop").done();
      case REFUSED -> Script.refusal(503, "{}");
      case BUSY -> Script.refusal(429, "{}").header("retry-after-ms", "20");
      case CUT -> begun.cut();
      case GARBAGE -> begun.data("{\"choices\": [<html>");
      case SILENT, LEFT_SILENT -> begun.stall();
      case LEFT_FLOWING -> begun.pause(Duration.ofMillis(2)).tokens(400, Duration.ofMillis(2));
    };
  }

  private static String name(JsonObject body) {
    return body.getJsonArray("messages").getJsonObject(0).getString("content");
  }

  private static void compare() {
    var seen = new TreeMap<String, List<Exchange>>();
    for (var exchange : provider.exchanges()) {
      seen.computeIfAbsent(name(exchange.body()), _ -> new ArrayList<>()).add(exchange);
    }
    var rows = rows();
    assertEquals(seen.keySet(), rows.keySet());
    var figures = new Figures();
    seen.forEach((name, exchanges) -> {
      var own = rows.getOrDefault(name, List.of());
      assertEquals(exchanges.size(), own.size(), () -> name + ": " + own);
      var plans = PLANS.getOrDefault(name, List.of());
      for (var i = 0; i < own.size(); i++) {
        figures.add(plans.get(i), sent(exchanges.get(i)), own.get(i));
      }
    });
    figures.print();
    assertEquals(provider.exchanges().size(), figures.rows);
    assertTrue(figures.timeouts <= CALLS / 100, () -> figures.timeouts + " timed out");
  }

  private static int sent(Exchange exchange) {
    Await.until(
        "the provider knows what it sent",
        () ->
            exchange.sent().future().isComplete() || exchange.closedEarly().future().isComplete());
    return exchange.sent().future().isComplete()
        ? exchange.sent().future().result()
        : exchange.closedEarly().future().result();
  }

  private record Row(String outcome, long output, boolean estimated) {}

  private static Map<String, List<Row>> rows() {
    var rows = new LinkedHashMap<String, List<Row>>();
    for (var row : SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), ROWS)) {
      rows.computeIfAbsent(row.getString(0), _ -> new ArrayList<>())
          .add(new Row(row.getString(1), row.getLong(2), row.getBoolean(3)));
    }
    return rows;
  }

  private static final class Figures {
    private final Map<Kind, Integer> kinds = new TreeMap<>();
    private long sent;
    private long counted;
    private int rows;
    private int flowing;
    private int exact;
    private int timeouts;

    void add(Plan plan, int sentTokens, Row row) {
      var what = plan + " " + sentTokens + " sent, " + row;
      rows++;
      sent += sentTokens;
      counted += row.output();
      kinds.merge(plan.kind(), 1, Integer::sum);
      var timeout = row.outcome().equals("timeout"); // on a busy machine, a few
      timeouts += timeout && plan.kind() != Kind.SILENT ? 1 : 0;
      if (plan.kind() == Kind.LEFT_FLOWING || timeout) {
        flowing++;
        exact += row.output() == sentTokens ? 1 : 0;
        assertTrue(row.output() <= sentTokens, what);
        assertTrue(row.output() >= plan.tokens() || timeout, what);
      } else {
        assertEquals(sentTokens, row.output(), what);
      }
      var whole = plan.kind() == Kind.WHOLE || plan.kind() == Kind.UNCOUNTED;
      assertTrue(timeout || whole == row.outcome().equals("completed"), what);
    }

    void print() {
      System.out.printf(
          "seed %d: %d calls, %d rows %s; %d tokens sent, %d in the ledger; of %d answers that"
              + " were left or timed out (%d) %d to the token%n",
          SEED, CALLS, rows, kinds, sent, counted, flowing, timeouts, exact);
    }
  }
}
