package dev.parley.metering.budget;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.testkit.Await;
import dev.parley.testkit.MeteringRig;
import dev.parley.testkit.Money;
import dev.parley.testkit.PostgresFixture;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a budget costs a call whose slice is in memory.
final class EscrowSpeedIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 20;
  private static final int CALLS = 100_000;

  @Test
  void reservingAndSettlingTakesMicroseconds() {
    WorkspaceId workspace = Money.workspace(POSTGRES);
    var user = UUID.randomUUID();
    Call call = Money.ofKey(workspace, user, "abc");
    for (var subject : new String[] {"workspace", "key abc", "user " + user}) {
      var _ = Money.budget(POSTGRES, workspace, subject, "month", 1_000_000_000);
    }
    try (var rig = MeteringRig.started(POSTGRES.vertx(), POSTGRES.database(), MeteringRig.USUAL)) {
      var budgets = rig.metering().budgeting().budgets();
      Await.of(budgets.reserve(call, 1_000)).release();
      var nanos = new double[ROUNDS];
      for (var round = 0; round < ROUNDS; round++) {
        var begin = THREADS.getCurrentThreadCpuTime();
        for (var i = 0; i < CALLS; i++) {
          budgets.reserve(call, 1_000).result().settle(0);
        }
        nanos[round] = (double) (THREADS.getCurrentThreadCpuTime() - begin) / CALLS;
      }
      Arrays.sort(nanos);

      System.out.printf(
          "escrow: reserve and settle of three budgets in memory, CPU time of %d rounds:"
              + " %.0f ns at best, %.0f ns in the middle, %.0f ns at worst%n",
          ROUNDS, nanos[0], nanos[ROUNDS / 2], nanos[ROUNDS - 1]);
      assertTrue(nanos[ROUNDS / 2] < 5_000, () -> Arrays.toString(nanos));
    }
  }
}
