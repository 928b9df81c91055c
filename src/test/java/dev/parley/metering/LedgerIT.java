package dev.parley.metering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.metering.UsageEntry.Attempt;
import dev.parley.metering.UsageEntry.Kind;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.DatabaseProblem;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.MeteringRig;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LedgerIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final WorkspaceId ONE = new WorkspaceId(new UUID(0, 1));
  private static final WorkspaceId OTHER = new WorkspaceId(new UUID(0, 2));
  private static final WorkspaceId GONE = new WorkspaceId(new UUID(0, 3));
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @BeforeAll
  static void makeWorkspaces() {
    for (var workspace : new WorkspaceId[] {ONE, OTHER}) {
      var _ = sql("INSERT INTO workspace VALUES ('%s', 'x', now())".formatted(workspace.value()));
    }
  }

  @BeforeEach
  void empty() {
    var _ = sql("DELETE FROM usage_entry");
  }

  @Test
  void keepsOneOfTheSameEntry() {
    var ledger = ledger();
    var entry = entry(ONE, new UUID(9, 9));

    var _ = Await.of(Future.join(ledger.append(entry), ledger.append(entry)));
    Await.of(ledger.append(entry));

    assertEquals(1, rows());
  }

  @Test
  void storesEveryEntryOfAFlood() {
    var ledger = ledger();
    var stored = new ArrayList<Future<Void>>();
    for (var i = 0; i < 3_000; i++) {
      stored.add(ledger.append(entry(i % 2 == 0 ? ONE : OTHER, new UUID(1, i))));
    }

    var _ = Await.of(Future.join(stored));

    assertEquals(3_000, rows());
  }

  @Test
  void storesWhatWaitsWhenTheProcessStops() {
    var ledger = ledger();
    for (var i = 0; i < 2_000; i++) {
      var _ = ledger.append(entry(ONE, new UUID(2, i)));
    }

    Await.of(ledger.drain());

    assertEquals(2_000, rows());
  }

  @Test
  void doesNotLetOneEntryThatCannotBeStoredHoldUpTheOthers() {
    var ledger = ledger();
    var lost = ledger.append(entry(GONE, new UUID(3, 1)));
    var stored = ledger.append(entry(ONE, new UUID(3, 2)));

    Await.of(stored);
    var _ = Await.failure(DatabaseProblem.Conflict.class, lost);

    assertEquals(1, rows());
  }

  @Test
  void showsAWorkspaceOnlyItsOwn() {
    var ledger = ledger();
    Await.of(ledger.append(entry(ONE, new UUID(4, 1))));
    Await.of(ledger.append(entry(OTHER, new UUID(4, 2))));

    assertEquals(1, visible(POSTGRES.database(), Calls.in(ONE)));
  }

  private static long visible(Database database, Call call) {
    return Await.of(
        database.readInWorkspace(
            call,
            connection ->
                connection
                    .query("SELECT count(*) FROM usage_entry")
                    .execute()
                    .map(rows -> rows.iterator().next().getLong(0))));
  }

  private static Ledger ledger() {
    return MeteringRig.wired(POSTGRES.vertx(), POSTGRES.database()).metering().ledger();
  }

  private static UsageEntry entry(WorkspaceId workspace, UUID unit) {
    return UsageEntry.of(
        Calls.in(workspace),
        unit,
        Kind.CHAT,
        new Attempt(1, "scripted", "best", NOW),
        Usage.of(3, 4),
        "completed",
        NOW);
  }

  private static long rows() {
    return sql("SELECT count(*) FROM usage_entry").iterator().next().getLong(0);
  }

  private static RowSet<Row> sql(String text) {
    return SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), text);
  }
}
