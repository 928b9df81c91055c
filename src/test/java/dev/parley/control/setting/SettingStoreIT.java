package dev.parley.control.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.Audit;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditConfig;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.change.Change;
import dev.parley.control.edit.EditStore;
import dev.parley.platform.config.Secret;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.PostgresFixture;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SettingStoreIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final Setting<Integer> PASSAGES =
      new Setting<>("answers.passages", new Kind.Whole(1, 50, "passages"), 8, "about");

  private final Change change = Change.of(POSTGRES.database(), InstantSource.system());
  private final SettingStore store = store();
  private final Settings settings = new Settings(store, InstantSource.system());
  private final Call call = Calls.in(new WorkspaceId(UUID.randomUUID()));
  private final Call other = Calls.in(new WorkspaceId(UUID.randomUUID()));
  private Current<Integer> passages;

  private SettingStore store() {
    var key = new AuditConfig(new Secret("a key of this test alone, long enough"));
    var audit = Audit.of(key, Path.of("."), POSTGRES.database(), InstantSource.system());
    return new SettingStore(
        POSTGRES.database(),
        new EditStore(POSTGRES.database(), change.store(), audit.store(), SettingStore.TOPIC));
  }

  @BeforeEach
  void twoWorkspaces() {
    passages = settings.declare(PASSAGES);
    for (var one : List.of(call, other)) {
      var row = Tuple.of(one.workspace().value(), "w", NOON.atOffset(ZoneOffset.UTC));
      Await.end(
          POSTGRES
              .database()
              .outside(
                  one,
                  connection ->
                      connection
                          .preparedQuery(
                              "INSERT INTO workspace (id, name, created_at) VALUES ($1, $2, $3)")
                          .execute(row)));
    }
  }

  @Test
  void theNewestIsInForceAndOnlyInItsWorkspace() {
    add(1, Map.of("answers.passages", 3));
    add(2, Map.of("answers.passages", 5));

    Await.end(settings.load());

    assertEquals(5, passages.in(call));
    assertEquals(8, passages.in(other));
    assertEquals(List.of(), Await.of(store.page(other, 9, 9)));
    assertEquals(Optional.empty(), Await.of(store.find(other, 1)));
    assertEquals(3, Await.of(store.find(call, 1)).orElseThrow().chosen().get("answers.passages"));
  }

  @Test
  void ofTwoWhoKnowTheSameVersionOneIsTooLate() {
    add(1, Map.of("answers.passages", 3));
    var late = version(1, Map.of("answers.passages", 4));
    var ahead = version(3, Map.of("answers.passages", 4));

    var _ = Await.failure(SettingProblem.Changed.class, store.add(call, late, event()));
    var _ = Await.failure(SettingProblem.Changed.class, store.add(call, ahead, event()));

    assertEquals(1, Await.of(store.newest(call)).number());
  }

  @Test
  void whatThisVersionOfParleyCannotUseIsKeptAndIgnored() {
    add(1, Map.of("answers.passages", 99, "of.tomorrow", List.of("a")));

    Await.end(settings.load());

    assertEquals(8, passages.in(call));
    var newest = Await.of(store.newest(call));
    assertEquals(
        Map.of("answers.passages", 3, "of.tomorrow", List.of("a")),
        new Wish(1, Map.of("answers.passages", 3), null)
            .onto(newest.chosen(), settings.declared(call.workspace())));
  }

  @Test
  void onlyTheLastThousandAreKept() {
    var all =
        """
        INSERT INTO setting_version (workspace_id, version, chosen, changed_by, changed_at)
        SELECT $1, n, '{"answers.passages":7}', 'parley', now() FROM generate_series(1, 1000) n
        """;
    Await.end(
        POSTGRES
            .database()
            .inWorkspace(
                call,
                connection ->
                    connection.preparedQuery(all).execute(Tuple.of(call.workspace().value()))));

    add(1001, Map.of("answers.passages", 3));

    assertEquals(1001, Await.of(store.newest(call)).number());
    assertEquals(Optional.empty(), Await.of(store.find(call, 1)));
    assertTrue(Await.of(store.find(call, 2)).isPresent());
  }

  @Test
  void knowsWhatEverWas() {
    add(1, Map.of("accounts.registration", "open"));
    add(2, Map.of("accounts.registration", "closed"));

    assertTrue(Await.of(settings.ever(call, "accounts.registration", "open")));
    assertFalse(Await.of(settings.ever(call, "accounts.registration", "invitation")));
    assertFalse(Await.of(settings.ever(other, "accounts.registration", "open")));
  }

  private void add(int number, Map<String, Object> chosen) {
    Await.end(store.add(call, version(number, chosen), event()));
  }

  private static Version version(int number, Map<String, Object> chosen) {
    return new Version(number, chosen, "user:x", NOON, null, null);
  }

  private static AuditEvent event() {
    return AuditEvent.of(AuditAction.SETTINGS_CHANGED, "settings");
  }
}
