package dev.parley;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.chat.seal.ResealTexts;
import dev.parley.control.reseal.ResealColumn;
import dev.parley.gateway.book.Book;
import dev.parley.identity.Workspaces;
import dev.parley.identity.account.AccountStore;
import dev.parley.platform.lifecycle.StartFault;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.seal.SealedColumn;
import dev.parley.platform.seal.Sealer;
import dev.parley.retrieval.source.Sources;
import dev.parley.tools.http.HttpTool;
import dev.parley.tools.mcp.McpServers;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Seals every sealed column with the first key of `ENCRYPTION_KEY`.
final class Resealing {
  static final List<SealedColumn> COLUMNS =
      List.of(
          AccountStore.SEED,
          Book.KEYS,
          HttpTool.CREDENTIALS,
          McpServers.CREDENTIALS,
          Sources.SECRETS);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private Resealing() {}

  /// Prints a line for each kind of what is sealed. Blocks.
  ///
  /// @return whether older keys are no longer needed
  static boolean run(AppConfig config, InstantSource clock, PrintStream out) {
    try (var opened = CommandDatabase.open(config, clock)) {
      requireNewest(config, opened);
      var database = opened.database();
      var sealer = Sealer.of(config.seal(), config.dataDir());
      var broken = 0;
      for (var column : COLUMNS) {
        var counts = new ResealColumn(column, database, sealer, clock).run();
        print(out, column.inWords(), counts.resealed(), counts.current(), counts.broken());
        out.println();
        broken += counts.broken();
      }
      var texts = new ResealTexts(database, sealer, config.seal().messages(), clock);
      for (var kind : texts.run(workspaces(database, clock)).entrySet()) {
        var counts = kind.getValue();
        print(out, kind.getKey(), counts.resealed(), counts.current(), counts.broken());
        out.printf(", %d are not sealed%n", counts.plain());
        broken += counts.broken();
      }
      out.println(
          broken == 0
              ? "Nothing is left of the older keys."
              : "What cannot be opened was left as it is: its key is not in ENCRYPTION_KEY.");
      return broken == 0;
    }
  }

  private static void requireNewest(AppConfig config, CommandDatabase opened) {
    if (!Stores.migrations(opened.vertx(), config, opened.embedded()).pending().isEmpty()) {
      throw new StartFault("The tables are of an older Parley. Run parley migrate first.");
    }
  }

  private static void print(PrintStream out, String kind, int sealed, int already, int broken) {
    out.printf(
        "%-19s  %d sealed anew, %d were already, %d cannot be opened",
        kind, sealed, already, broken);
  }

  private static List<WorkspaceId> workspaces(Database database, InstantSource clock) {
    var nobody = new Caller.Parley(new WorkspaceId(new UUID(0, 0)));
    var call = new Call("reseal", nobody, Deadline.after(clock, PATIENCE));
    try {
      return Workspaces.all(call, database).await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
  }
}
