package dev.parley.metering.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.http.Problem;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.MeteringRig;
import dev.parley.testkit.Money;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.Spender;
import dev.parley.testkit.SqlScript;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class BudgetIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final BudgetConfig QUICK =
      new BudgetConfig(Duration.ofMillis(1_200), Duration.ofMillis(200));

  private final WorkspaceId workspace = Money.workspace(POSTGRES);
  private final UUID user = UUID.randomUUID();
  private final Call call = Money.ofKey(workspace, user, "abc");
  private MeteringRig rig = MeteringRig.wired(POSTGRES.vertx(), POSTGRES.database());

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void everyBudgetOfTheCallerPays() {
    var ofKey = Money.budget(POSTGRES, workspace, "key abc", "day", 9);
    var ofUser = Money.budget(POSTGRES, workspace, "user " + user, "month", 9);
    var ofAll = Money.budget(POSTGRES, workspace, "workspace", "total", 9);
    var ofOther = Money.budget(POSTGRES, workspace, "key xyz", "day", 9);
    var spender = start();

    Await.of(spender.spend(call));
    Await.of(spender.spend(Calls.in(workspace)));

    assertEquals(Money.EACH, spent(ofKey));
    assertEquals(Money.EACH, spent(ofUser));
    assertEquals(2 * Money.EACH, spent(ofAll));
    assertEquals(0, spent(ofOther));
    assertEquals(
        3,
        number(
            "SELECT max(cardinality(leases)) FROM usage_entry WHERE workspace_id = '%s'"
                .formatted(workspace)));
  }

  @Test
  void whatOneOfThemRefusesCostsTheOthersNothing() {
    var much = Money.budget(POSTGRES, workspace, "workspace", "day", 5);
    var _ = Money.budget(POSTGRES, workspace, "key abc", "day", 2);
    var spender = start();
    for (var i = 0; i < 2; i++) {
      Await.of(spender.spend(call));
    }

    for (var i = 0; i < 4; i++) {
      var _ = refused(spender.begin(call));
    }
    for (var i = 0; i < 3; i++) {
      Await.of(spender.spend(Calls.in(workspace)));
    }
    var _ = refused(spender.begin(Calls.in(workspace)));

    assertEquals(5 * Money.EACH, spent(much));
  }

  @Test
  void aRefusalSaysWhenTheWindowEnds() {
    var _ = Money.budget(POSTGRES, workspace, "workspace", "day", 1);
    var _ = Money.budget(POSTGRES, workspace, "user " + user, "total", 2);
    var spender = start();
    Await.of(spender.spend(Calls.in(workspace)));

    var problem = refused(spender.begin(Calls.in(workspace)));

    assertEquals(429, problem.status());
    assertEquals("budget_exhausted", problem.code());
    assertTrue(problem.retryable());
    assertTrue(problem.retryAfter().orElseThrow().compareTo(Duration.ofDays(1)) <= 0);
  }

  @Test
  void moneyThatIsOnlyKeptForOthersComesBackSoon() {
    var _ = Money.budget(POSTGRES, workspace, "workspace", "month", 1);
    var spender = start();
    var running = Await.of(spender.begin(call));

    assertEquals(Duration.ofSeconds(2), refused(spender.begin(call)).retryAfter().orElseThrow());
    running.notMade();
    running.notMade();

    var again = Await.of(spender.begin(call));
    var _ = refused(spender.begin(call));
    again.notMade();
  }

  @Test
  void whatACallCostsAboveItsReservationIsPaidAllTheSame() {
    var budget = Money.budget(POSTGRES, workspace, "workspace", "month", 10);
    var _ = start();
    var budgets = rig.metering().budgeting().budgets();

    var escrow = Await.of(budgets.reserve(call, Money.EACH));
    escrow.settle(8 * Money.EACH);
    escrow.settle(0);

    Await.until("the database knows", () -> left(budget) == 2 * Money.EACH);
    assertEquals(1, escrow.leases().size());
    var rest = Await.of(budgets.reserve(call, 2 * Money.EACH));
    var _ = refused(budgets.reserve(call, 1));
    rest.release();
  }

  @Test
  void whatIsNotUsedGoesBack() {
    var budget = Money.budget(POSTGRES, workspace, "workspace", "month", 800);
    var spender = start();
    Await.of(spender.spend(call));
    assertEquals(700 * Money.EACH, left(budget));

    Await.until("it is given back", () -> left(budget) == 799 * Money.EACH);
    Await.until("the lease has ended", () -> openLeases() == 0);
    Await.of(spender.spend(call));
    rig.close();

    assertEquals(798 * Money.EACH, left(budget));
    assertEquals(2 * Money.EACH, spent(budget));
    assertEquals(0, openLeases());
  }

  @Test
  void aModelWithoutAPriceIsRefusedAndAFreeOneIsNot() {
    var _ = Money.budget(POSTGRES, workspace, "workspace", "month", 0);
    var _ = start();
    var meter = rig.metering().meter();

    var problem =
        Await.failure(
            BudgetProblem.Unpriced.class, meter.begin(call, "test", "unknown", Usage.of(1, 1)));
    Await.of(meter.begin(call, "local", "any", Usage.of(1, 1))).notMade();
    var _ = refused(meter.begin(call, Money.PROVIDER, Money.MODEL, Usage.of(1, 1)));
    Await.of(meter.begin(Calls.in(Money.workspace(POSTGRES)), "test", "unknown", Usage.of(1, 1)))
        .notMade();

    assertEquals(403, problem.status());
    assertFalse(problem.retryable());
    var metrics = rig.metrics();
    assertTrue(metrics.contains("budget_refusals_total{reason=\"model_unpriced\",} 1.0"), metrics);
  }

  @Test
  void whatWasSpentBeforeTheBudgetCountsToo() {
    var before = start();
    for (var i = 0; i < 3; i++) {
      Await.of(before.spend(call));
    }
    var _ = Money.budget(POSTGRES, workspace, "key abc", "month", 5);
    Await.of(rig.change().changes().look());

    Await.of(before.spend(call));
    Await.of(before.spend(call));

    var _ = refused(before.spend(call));
  }

  @Test
  void thresholdsAreToldOnce() {
    var budget = Money.budget(POSTGRES, workspace, "workspace", "month", 10);
    var spender = start();
    var other = MeteringRig.started(POSTGRES.vertx(), POSTGRES.database(), QUICK);
    for (var i = 0; i < 8; i++) {
      Await.of(spender.spend(call));
    }
    Await.until("half and four fifths are told", () -> told("budget:" + budget) == 2);
    Await.of(spender.spend(call));
    Await.of(spender.spend(call));
    Await.until("all is told", () -> told("budget:" + budget) == 3);
    other.close();

    assertEquals(3, told("budget:" + budget));
    assertEquals(
        3,
        number(
            "SELECT count(*) FROM usage_outbox WHERE type = 'dev.parley.budget.threshold'"
                + " AND workspace_id = '%s'".formatted(workspace)));
  }

  @Test
  void withoutTheDatabaseTheSliceIsTheLastThatIsSpent() {
    var _ = Money.budget(POSTGRES, workspace, "workspace", "month", 80);
    var database = POSTGRES.open(PostgresFixture.config(2));
    rig = MeteringRig.started(POSTGRES.vertx(), database, MeteringRig.USUAL);
    var budgets = rig.metering().budgeting().budgets();
    Await.of(budgets.reserve(call, Money.EACH)).release();

    Await.end(database.close());
    for (var i = 0; i < 10; i++) {
      assertEquals(1, Await.of(budgets.reserve(call, Money.EACH)).leases().size());
    }
    var failure = Await.failure(RuntimeException.class, budgets.reserve(call, Money.EACH));

    assertTrue(failure instanceof Problem problem && problem.status() == 503, failure::toString);
  }

  @Test
  void aThousandAtOnceGetWhatThereIs() {
    var _ = Money.budget(POSTGRES, workspace, "workspace", "month", 137);
    var spender = start();

    var all = IntStream.range(0, 1_000).mapToObj(_ -> spender.spend(call)).toList();
    Await.end(Future.join(all));

    assertEquals(137, all.stream().filter(Future::succeeded).count());
  }

  private Spender start() {
    rig = MeteringRig.started(POSTGRES.vertx(), POSTGRES.database(), QUICK);
    return Spender.of(rig);
  }

  private static BudgetProblem refused(Future<?> future) {
    return Await.failure(BudgetProblem.Exhausted.class, future);
  }

  private long told(String target) {
    return number(
        "SELECT count(*) FROM audit_event WHERE action = 'budget.threshold_reached'"
            + " AND target = '%s'".formatted(target));
  }

  private long openLeases() {
    return number(
        "SELECT count(*) FROM budget_lease WHERE closed_at IS NULL AND workspace_id = '%s'"
            .formatted(workspace));
  }

  /// What nobody has been granted.
  private static long left(UUID budget) {
    return number(
        """
        SELECT (b.limit_nano - w.spent - w.leased)::bigint
        FROM budget b JOIN budget_window w ON w.budget_id = b.id
        WHERE b.id = '%s'
        """
            .formatted(budget));
  }

  private static long spent(UUID budget) {
    return number(
        """
        SELECT (coalesce((SELECT sum(spent) FROM budget_window WHERE budget_id = '%1$s'), 0)
          + coalesce((SELECT sum(spent) FROM budget_lease
                      WHERE budget_id = '%1$s' AND closed_at IS NULL), 0))::bigint
        """
            .formatted(budget));
  }

  private static long number(String sql) {
    var value =
        SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), sql)
            .iterator()
            .next()
            .getValue(0);
    return ((Number) value).longValue();
  }
}
