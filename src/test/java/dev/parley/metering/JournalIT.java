package dev.parley.metering;

import static dev.parley.metering.MeteringConfig.DurableIn.JOURNAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.metering.UsageEntry.Attempt;
import dev.parley.metering.UsageEntry.Kind;
import dev.parley.metering.usage.Usage;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.MeteringRig;
import dev.parley.testkit.Money;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What a process that is killed leaves to the next one. The file is copied while the process runs,
/// which is what a kill leaves of it.
final class JournalIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final String FILE = "usage.journal";
  private static final int FIRST_SIZE = 1 << 20;

  @TempDir Path before;
  @TempDir Path after;
  private WorkspaceId workspace = Calls.WORKSPACE;
  private UUID unit = UUID.randomUUID();

  @BeforeEach
  void makeWorkspace() {
    workspace = Money.workspace(POSTGRES);
    unit = UUID.randomUUID();
  }

  @Test
  void aCallThatWasUnderWayIsBilledForWhatCame() {
    try (var rig = rig(before)) {
      var running = begin(rig);
      running.began(entry("killed", Usage.estimate(0, 0)));
      running.used(Usage.estimate(10, 6));
      running.used(Usage.estimate(10, 7));
      kill();
    }

    rig(after).close();
    rig(after).close();

    assertEquals(List.of("killed 10 7 true " + Money.EACH), rows());
  }

  @Test
  void aCallThatHadEndedIsBilledAsItWas() {
    var journal = new Journal(before);
    journal.open();
    var _ = journal.put(EntryJson.of(entry("killed", Usage.estimate(3, 3))), false);
    var _ = journal.put(EntryJson.of(entry("completed", Usage.of(5, 9))), true);
    kill();
    journal.close();

    rig(after).close();

    assertEquals(List.of("completed 5 9 false 0"), rows());
  }

  @Test
  void whatTheLedgerHasStaysAsItIs() {
    try (var rig = rig(before)) {
      var running = begin(rig);
      running.began(entry("killed", Usage.estimate(0, 0)));
      running.used(Usage.estimate(10, 3));
      kill();
      Await.of(running.end(entry("completed", Usage.of(10, 9))));
    }

    rig(after).close();

    assertEquals(List.of("completed 10 9 false " + Money.EACH), rows());
  }

  @Test
  void whatWasNotMadeIsNotBilled() {
    try (var rig = rig(before)) {
      var running = begin(rig);
      running.began(entry("killed", Usage.estimate(0, 0)));
      running.notMade();
      kill();
    }

    rig(after).close();

    assertEquals(List.of(), rows());
  }

  @Test
  void whatWasNotWrittenToItsEndIsPassedOver() throws IOException {
    try (var rig = rig(before)) {
      begin(rig).began(entry("killed", Usage.estimate(1, 1)));
      kill();
    }
    var bytes = Files.readAllBytes(after.resolve(FILE));
    bytes[100]++;
    Files.write(after.resolve(FILE), bytes);

    rig(after).close();

    assertEquals(List.of(), rows());
  }

  @Test
  void anAnswerNeedNotWaitForTheDatabaseWhereTheJournalSuffices() {
    try (var rig = MeteringRig.started(POSTGRES.vertx(), POSTGRES.database(), before, JOURNAL)) {
      var running = begin(rig);
      running.began(entry("killed", Usage.estimate(0, 0)));
      var end = running.end(entry("completed", Usage.of(10, 9)));

      assertTrue(end.succeeded());
      kill();
    }
    rig(after).close();

    assertEquals(List.of("completed 10 9 false " + Money.EACH), rows());
  }

  @Test
  void whatIsInNoJournalWaitsForTheDatabase() {
    try (var _ = rig(before);
        var second = MeteringRig.started(POSTGRES.vertx(), POSTGRES.database(), before, JOURNAL)) {
      var end = begin(second).end(entry("completed", Usage.of(10, 9)));

      assertFalse(end.isComplete());
      Await.of(end);
    }

    assertEquals(List.of("completed 10 9 false " + Money.EACH), rows());
  }

  @Test
  void longWordsOfTheProviderAreLeftOut() {
    try (var rig = rig(before)) {
      var words = "{\"x\":\"" + "y".repeat(6_000) + "\"}";
      begin(rig).began(entry("killed", Usage.estimate(2, 1)).withRawUsage(words));
      kill();
    }

    rig(after).close();

    assertEquals(1, rows().size());
  }

  @Test
  void theFileStaysSmall() throws IOException {
    try (var rig = rig(before)) {
      for (var i = 0; i < 1_000; i++) {
        unit = UUID.randomUUID();
        var running = begin(rig);
        running.began(entry("killed", Usage.estimate(0, 0)));
        Await.of(running.end(entry("completed", Usage.of(1, 1))));
      }

      assertEquals(FIRST_SIZE, Files.size(before.resolve(FILE)));
    }
    assertEquals(1_000, rows().size());
  }

  private static MeteringRig rig(Path folder) {
    return MeteringRig.started(POSTGRES.vertx(), POSTGRES.database(), folder);
  }

  private Meter.Running begin(MeteringRig rig) {
    return Await.of(
        rig.metering().meter().begin(call(), Money.PROVIDER, Money.MODEL, Usage.of(10, 10)));
  }

  private Call call() {
    return Calls.in(workspace);
  }

  private UsageEntry entry(String outcome, Usage usage) {
    var now = InstantSource.system().instant();
    var attempt = new Attempt(1, Money.PROVIDER, Money.MODEL, now);
    return UsageEntry.of(call(), unit, Kind.CHAT, attempt, usage, outcome, now);
  }

  private void kill() {
    try {
      var _ =
          Files.copy(
              before.resolve(FILE), after.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> rows() {
    var sql =
        "SELECT outcome, input_tokens, output_tokens, estimated, cost_nano FROM usage_entry"
            + " WHERE workspace_id = '%s'".formatted(workspace.value());
    var rows = new ArrayList<String>();
    for (var row : SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), sql)) {
      rows.add(
          "%s %d %d %s %d"
              .formatted(
                  row.getString(0),
                  row.getLong(1),
                  row.getLong(2),
                  row.getBoolean(3),
                  row.getLong(4)));
    }
    return rows;
  }
}
