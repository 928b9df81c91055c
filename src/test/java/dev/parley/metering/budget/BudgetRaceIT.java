package dev.parley.metering.budget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.WorkspaceId;
import dev.parley.platform.postgres.ConnectSettings;
import dev.parley.testkit.Await;
import dev.parley.testkit.Money;
import dev.parley.testkit.PostgresFixture;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Replicas that race for the money of one budget: each is a process of its own.
final class BudgetRaceIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final int CALLS = 500;
  private static final int MONEY = 100;

  private final WorkspaceId workspace = Money.workspace(POSTGRES);

  @SuppressWarnings("UnusedVariable") // made for its effect
  private final UUID budget = Money.budget(POSTGRES, workspace, "workspace", "month", MONEY);

  @Test
  void asManyPassAsTheMoneyIsFor() {
    try (var one = new Replica(30_000);
        var other = new Replica(30_000)) {
      one.spend(CALLS, 0);
      other.spend(CALLS, 0);
      var first = one.answer();
      var second = other.answer();

      System.out.printf(
          "budget race: %d + %d passed, %d + %d refused, %d + %d failed%n",
          first.passed(),
          second.passed(),
          first.refused(),
          second.refused(),
          first.failed(),
          second.failed());
      assertEquals(MONEY, first.passed() + second.passed());
      assertEquals(2 * CALLS - MONEY, first.refused() + second.refused());
    }

    checkAllIsSpent();
    assertEquals(0, kept(), "kept for nobody");
  }

  @Test
  void whatAKilledReplicaHeldIsFreeAgain() throws InterruptedException {
    try (var killed = new Replica(2_000);
        var other = new Replica(2_000)) {
      killed.spend(CALLS, 1_000);
      Await.until("some have paid", () -> entries() > 10);
      killed.kill();
      other.spend(CALLS, 0);
      var meanwhile = other.answer();
      var over = spentAndKept();
      assertTrue(over <= MONEY * Money.EACH, () -> over + " nano-dollars are promised");

      Thread.sleep(2_500);
      other.spend(CALLS, 0);
      var afterwards = other.answer();

      System.out.printf(
          "budget race with a kill: %d passed meanwhile, %d after the lease's end, %d in all%n",
          meanwhile.passed(), afterwards.passed(), entries());
      assertTrue(afterwards.passed() > 0, "what the killed one held was free again");
    }

    checkAllIsSpent();
  }

  private void checkAllIsSpent() {
    assertEquals(MONEY, entries());
    assertEquals(
        MONEY * Money.EACH,
        number("SELECT sum(cost_nano)::bigint FROM usage_entry WHERE workspace_id = '%s'"));
    assertEquals(MONEY * Money.EACH, spent());
  }

  private long entries() {
    return number("SELECT count(*) FROM usage_entry WHERE workspace_id = '%s'");
  }

  /// What the budget says.
  private long spent() {
    return number(
        """
        SELECT (SELECT sum(spent) FROM budget_window WHERE workspace_id = '%1$s')::bigint
          + coalesce((SELECT sum(spent) FROM budget_lease
                      WHERE workspace_id = '%1$s' AND closed_at IS NULL), 0)::bigint
        """);
  }

  private long spentAndKept() {
    return number(
        "SELECT sum(spent + leased)::bigint FROM budget_window WHERE workspace_id = '%s'");
  }

  private long kept() {
    return spentAndKept() - spent();
  }

  private long number(String sql) {
    return Money.number(POSTGRES, sql.formatted(workspace));
  }

  /// A process that spends.
  private final class Replica implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    Replica(int leaseMillis) {
      var as = POSTGRES.application();
      try {
        process =
            new ProcessBuilder(
                    System.getProperty("java.home") + "/bin/java",
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SpendingChild.class.getName(),
                    address(as),
                    workspace.toString(),
                    Integer.toString(leaseMillis))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
      assertEquals("ready", line());
    }

    private static String address(ConnectSettings as) {
      return "postgresql://%s:%s@%s:%d/%s"
          .formatted(as.user(), as.password().value(), as.host(), as.port(), as.database());
    }

    void spend(int calls, int pause) {
      try {
        process.getOutputStream().write((calls + " " + pause + "\n").getBytes(UTF_8));
        process.getOutputStream().flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Answer answer() {
      var numbers = Arrays.stream(line().split(" ", 3)).mapToInt(Integer::parseInt).toArray();
      return new Answer(numbers[0], numbers[1], numbers[2]);
    }

    private String line() {
      try {
        return String.valueOf(output.readLine());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void kill() {
      process.destroyForcibly();
    }

    @Override
    public void close() {
      try {
        process.getOutputStream().close();
        process.waitFor();
      } catch (IOException _) {
        process.destroyForcibly(); // it was killed
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private record Answer(int passed, int refused, int failed) {}
}
