package dev.parley.control.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditChain.Fault;
import dev.parley.control.audit.AuditChain.Reason;
import dev.parley.platform.postgres.ConnectSettings;
import dev.parley.platform.postgres.Database;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AuditChainIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final AuditSeal SEAL = AuditSeal.of("a key of this test alone".getBytes(UTF_8));
  private static final AuditAction[] ACTIONS = AuditAction.values();
  private static final int CHAINS = 100;
  private static final int WRITERS = 8;
  private static final int EACH = 50;

  private final AuditStore store = store(POSTGRES.database());
  private final AuditChain chain = new AuditChain(store, SEAL);

  @ParameterizedTest
  @EnumSource(Tampering.Kind.class)
  void everyChangeBehindTheProductsBackIsFound(Tampering.Kind kind) {
    var seed = System.nanoTime();
    System.out.println("AuditChainIT " + kind + " seed " + seed);
    var random = new Random(seed);
    for (var i = 0; i < CHAINS; i++) {
      var workspace = workspace();
      var length = 2 + random.nextInt(20);
      fill(workspace, length, random);
      var call = Calls.in(workspace);
      var before = chain.verify(call, null);
      assertTrue(before.ok(), before::toString);
      var tampering = Tampering.of(kind, workspace, length, random);

      behindTheBack(tampering.sql());
      if (kind == Tampering.Kind.REWRITE) {
        fill(workspace, length - (int) chain.verify(call, null).checked(), random);
      }

      var what = kind + " " + i + " of seed " + seed + ": " + tampering;
      var anchor = tampering.needsAnchor() ? before.last() : null;
      assertEquals(tampering.expected(), chain.verify(call, anchor).fault(), what);
      assertEquals(tampering.needsAnchor(), chain.verify(call, null).ok(), what);
    }
  }

  @Test
  void aChainThatWasOnlyAddedToFitsItsAnchors() {
    var workspace = workspace();
    var call = Calls.in(workspace);
    var nothing = chain.verify(call, null);
    fill(workspace, 3, new Random(1));
    var early = chain.verify(call, nothing.last());
    fill(workspace, 2_500, new Random(2));

    var late = chain.verify(call, early.last());

    assertTrue(late.ok(), late::toString);
    assertEquals(2_503, late.checked());
  }

  @Test
  void aHeadThatIsLostOrMovedIsFound() {
    var moved = workspace();
    fill(moved, 5, new Random(1));
    behindTheBack("UPDATE audit_head SET seq = 4 WHERE workspace_id = '" + moved.value() + "'");
    var lost = workspace();
    fill(lost, 5, new Random(1));
    behindTheBack("DELETE FROM audit_head WHERE workspace_id = '" + lost.value() + "'");

    assertEquals(new Fault(5, Reason.HEAD_EDITED), fault(moved));
    assertEquals(new Fault(5, Reason.HEAD_EDITED), fault(lost));
  }

  @Test
  void aChainOfAnotherWorkspaceDoesNotPassForOnesOwn() {
    var one = workspace();
    var other = workspace();
    fill(one, 5, new Random(1));
    behindTheBack(
        """
        INSERT INTO audit_event SELECT '%2$s', seq, at, actor, action, target, detail, request_id,
          address, hash FROM audit_event WHERE workspace_id = '%1$s';
        INSERT INTO audit_head SELECT '%2$s', seq, hash FROM audit_head WHERE workspace_id = '%1$s'
        """
            .formatted(one.value(), other.value()));

    assertEquals(new Fault(1, Reason.EDITED), fault(other));
  }

  @Test
  void writersOfManyProcessesMakeOneDenseChain() {
    var workspace = workspace();
    var databases = List.of(POSTGRES.database(), POSTGRES.open(PostgresFixture.config(WRITERS)));
    var writers = new ArrayList<Future<Void>>();
    for (var i = 0; i < WRITERS; i++) {
      writers.add(append(store(databases.get(i % 2)), Calls.in(workspace), EACH));
    }

    var _ = Await.of(Future.join(writers));
    Await.of(databases.getLast().close());

    var numbers =
        Await.of(store.oldest(Calls.in(workspace), 0, 1_000)).stream()
            .map(row -> row.row().seq())
            .toList();
    assertEquals(LongStream.rangeClosed(1, WRITERS * EACH).boxed().toList(), numbers);
    assertNull(fault(workspace));
  }

  @Test
  void whatCannotBeStoredAsItIsStillFitsItsHash() {
    var workspace = workspace();
    var odd = "nul \0, half \ud83d, whole \ud83d\ude00, quote \", \\u0000 and a lot ".repeat(100);
    var event = AuditEvent.of(AuditAction.SETTINGS_CHANGED, odd, Map.of(odd, odd, "", "7"));

    Await.of(store.append(Calls.in(workspace), event.by(odd)));

    assertNull(fault(workspace));
    var call = Calls.in(workspace);
    var filter = new AuditFilter(null, null, null, null, "QUOTE");
    assertEquals(1, Await.of(store.newest(call, filter, Long.MAX_VALUE, 10)).size());
  }

  /// Runs SQL as nobody can who has not got the administrator's rights: without triggers.
  private static void behindTheBack(String sql) {
    var _ = run(POSTGRES.administrator(), "SET session_replication_role = replica; " + sql);
  }

  private static Object run(ConnectSettings role, String sql) {
    return SqlScript.run(POSTGRES.vertx(), role, sql);
  }

  private @Nullable Fault fault(WorkspaceId workspace) {
    return chain.verify(Calls.in(workspace), null).fault();
  }

  private static AuditStore store(Database database) {
    return new AuditStore(database, SEAL, InstantSource.system());
  }

  private static WorkspaceId workspace() {
    return new WorkspaceId(UUID.randomUUID());
  }

  private static Future<Void> append(AuditStore store, Call call, int times) {
    return times == 0
        ? Future.succeededFuture()
        : store
            .append(call, AuditEvent.of(AuditAction.KEY_CREATED, "key:" + times))
            .compose(_ -> append(store, call, times - 1));
  }

  private void fill(WorkspaceId workspace, int events, Random random) {
    var call = Calls.in(workspace);
    Await.of(
        POSTGRES
            .database()
            .inWorkspace(
                call,
                connection -> {
                  var last = Future.<Void>succeededFuture();
                  for (var i = 0; i < events; i++) {
                    var event =
                        AuditEvent.of(
                            ACTIONS[random.nextInt(ACTIONS.length)],
                            "user:" + random.nextInt(),
                            Map.of("before", "a" + random.nextInt(), "after", ""));
                    last = last.compose(_ -> store.append(connection, call, event));
                  }
                  return last;
                }));
  }
}
