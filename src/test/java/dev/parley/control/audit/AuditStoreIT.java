package dev.parley.control.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Role;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.postgres.ConnectSettings;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuditStoreIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final AuditSeal SEAL = AuditSeal.of("a key of this test alone".getBytes(UTF_8));
  private static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123456789Z");

  private final AuditStore store =
      new AuditStore(POSTGRES.database(), SEAL, InstantSource.fixed(NOON));
  private final Call call = Calls.in(new WorkspaceId(UUID.randomUUID()));

  @Test
  void keepsWhoDidWhatWhenFromWhere() {
    var key =
        new Caller.Key(call.workspace(), new UserId(new UUID(0, 7)), "abc", Role.MEMBER, Set.of());
    var from = new Call("request-1", key, call.deadline(), "192.0.2.1");

    Await.of(store.append(from, AuditEvent.of(AuditAction.KEY_REVOKED, "key:def")));

    var row = newest(ALL).getFirst().row();
    assertEquals("key:abc", row.actor());
    assertEquals("key.revoked", row.action());
    assertEquals("192.0.2.1", row.address());
    assertEquals("request-1", row.requestId());
    assertEquals(Instant.parse("2026-01-31T12:00:00.123456Z"), row.at());
  }

  @Test
  void anEventIsThereOnlyWithWhatItSpeaksOf() {
    var broken =
        POSTGRES
            .database()
            .inWorkspace(
                call,
                connection ->
                    store
                        .append(connection, call, AuditEvent.of(AuditAction.KEY_CREATED, "key:1"))
                        .compose(_ -> Future.failedFuture(new IllegalStateException("no"))));

    var _ = Await.failure(IllegalStateException.class, broken);
    append("key:2");

    assertEquals(List.of("1 key:2"), newest(ALL).stream().map(AuditStoreIT::name).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_event SET actor = 'x'",
        "DELETE FROM audit_event",
        "TRUNCATE audit_event",
      })
  void neitherTheProductNorTheOwnerOfTheTablesChangesAnEvent(String sql) {
    append("key:1");

    var scope = "SET parley.workspace = '" + call.workspace() + "'; ";

    for (var role : List.of(POSTGRES.application(), POSTGRES.owner())) {
      var refused = assertThrows(PgException.class, () -> run(role, scope + sql));
      assertEquals("42501", refused.getSqlState());
    }
  }

  @Test
  void aWorkspaceSeesOnlyItsOwn() {
    append("key:1");
    var other = Calls.in(new WorkspaceId(UUID.randomUUID()));

    assertEquals(List.of(), Await.of(store.newest(other, ALL, Long.MAX_VALUE, 10)));
    assertTrue(Await.of(store.heads(other)).containsKey(call.workspace()));
  }

  @Test
  void pagesAndFiltersFitTogether() {
    for (var i = 1; i <= 25; i++) {
      append("key:" + i);
    }

    var numbers = new ArrayList<Long>();
    for (var page = page(Long.MAX_VALUE); !page.isEmpty(); page = page(numbers.getLast())) {
      page.forEach(row -> numbers.add(row.row().seq()));
    }

    assertEquals(25, numbers.size());
    assertEquals(25, numbers.getFirst());
    assertEquals(1, newest(new AuditFilter(null, null, null, null, "KEY:25")).size());
    assertEquals(0, newest(new AuditFilter("user:1", null, null, null, null)).size());
    assertEquals(0, newest(new AuditFilter(null, "key.revoked", null, null, null)).size());
    assertEquals(25, newest(new AuditFilter("parley", "key.created", null, null, null)).size());
    assertEquals(0, newest(new AuditFilter(null, null, NOON.plusSeconds(1), null, null)).size());
    assertEquals(0, newest(new AuditFilter(null, null, null, NOON.minusSeconds(1), null)).size());
  }

  private List<AuditRow.Sealed> page(long before) {
    return Await.of(store.newest(call, ALL, before, 10));
  }

  private List<AuditRow.Sealed> newest(AuditFilter filter) {
    return Await.of(store.newest(call, filter, Long.MAX_VALUE, 100));
  }

  private void append(String target) {
    Await.of(store.append(call, AuditEvent.of(AuditAction.KEY_CREATED, target)));
  }

  private static String name(AuditRow.Sealed row) {
    return row.row().seq() + " " + row.row().target();
  }

  private static Object run(ConnectSettings role, String sql) {
    return SqlScript.run(POSTGRES.vertx(), role, sql);
  }
}
