package dev.parley.testkit;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.Role;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

/// Workspaces with prices and budgets, for tests.
public final class Money {
  /// What one request of the model [#MODEL] costs, in nano-US-dollars.
  public static final long EACH = 1_000_000;

  public static final String PROVIDER = "test";

  /// Each request of it costs the same, whatever it says.
  public static final String MODEL = "flat";

  private Money() {}

  /// A new workspace in which [#MODEL] has its price.
  public static WorkspaceId workspace(PostgresFixture postgres) {
    var workspace = new WorkspaceId(UUID.randomUUID());
    run(
        postgres,
        """
        INSERT INTO workspace VALUES ('%1$s', 'x', now());
        INSERT INTO model_price VALUES ('%1$s', gen_random_uuid(), '%2$s', '%3$s', 0, NULL, NULL,
          0, NULL, %4$d, '2020-01-01T00:00:00Z', NULL, now(), 'test');
        INSERT INTO change_mark VALUES ('prices', 1)
          ON CONFLICT (topic) DO UPDATE SET version = change_mark.version + 1
        """
            .formatted(workspace, PROVIDER, MODEL, EACH));
    return workspace;
  }

  /// A budget for so many requests.
  ///
  /// @param subject such as `workspace`, or `key abc`
  public static UUID budget(
      PostgresFixture postgres,
      WorkspaceId workspace,
      String subject,
      String period,
      long requests) {
    var id = UUID.randomUUID();
    var parts = (subject + " ").split(" ", 2);
    run(
        postgres,
        """
        INSERT INTO budget VALUES ('%s', '%s', 'test', '%s', '%s', '%s', %d, now());
        INSERT INTO change_mark VALUES ('budgets', 1)
          ON CONFLICT (topic) DO UPDATE SET version = change_mark.version + 1
        """
            .formatted(workspace, id, parts[0], parts[1].strip(), period, requests * EACH));
    return id;
  }

  /// A call of a key.
  public static Call ofKey(WorkspaceId workspace, UUID user, String key) {
    var caller = new Caller.Key(workspace, new UserId(user), key, Role.MEMBER, Set.of());
    return new Call("test", caller, Deadline.after(InstantSource.system(), Duration.ofMinutes(5)));
  }

  /// One number of one row.
  public static long number(PostgresFixture postgres, String sql) {
    return SqlScript.run(postgres.vertx(), postgres.administrator(), sql)
        .iterator()
        .next()
        .getLong(0);
  }

  private static void run(PostgresFixture postgres, String sql) {
    var _ = SqlScript.run(postgres.vertx(), postgres.administrator(), sql);
  }
}
