package dev.parley;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.metering.rollup.Rebuild;
import dev.parley.platform.postgres.Database;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Makes the sums of usage anew from the ledger, of all workspaces.
final class UsageRebuild {
  private static final Duration LIMIT = Duration.ofHours(1);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private UsageRebuild() {}

  /// Prints one line for each workspace. Blocks; calls wait for their entries meanwhile.
  static void run(AppConfig config, InstantSource clock, PrintStream out) {
    var _ =
        WithDatabase.run(
            config,
            clock,
            database -> {
              rebuild(database, clock)
                  .forEach((workspace, sums) -> out.println(workspace + "  " + sums + " sums"));
              return true;
            });
  }

  private static Map<WorkspaceId, Integer> rebuild(Database database, InstantSource clock) {
    var call = new Call("rebuild", new Caller.Parley(NONE), Deadline.after(clock, LIMIT));
    try {
      return Rebuild.of(database.forLongWork(LIMIT))
          .all(call)
          .await(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
  }
}
