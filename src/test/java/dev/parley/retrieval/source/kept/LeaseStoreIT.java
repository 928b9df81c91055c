package dev.parley.retrieval.source.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LeaseStoreIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final UUID MANY = new UUID(0, 1);
  private static final UUID ONE = new UUID(0, 2);
  private static final long LEASE = 60_000;

  private final LeaseStore store = new LeaseStore(POSTGRES.database(), "one");
  private final LeaseStore other = new LeaseStore(POSTGRES.database(), "other");

  @BeforeEach
  void fill() {
    sql("TRUNCATE workspace CASCADE");
    workspace(MANY, 5, "2 hours");
    workspace(ONE, 1, "1 hour");
  }

  @Test
  void workspacesTakeTurns() {
    var taken = new ArrayList<UUID>();
    for (var lease = take(store); lease.isPresent(); lease = take(other)) {
      taken.add(lease.get().workspace().value());
    }

    assertEquals(List.of(MANY, ONE, MANY), taken, "two of a workspace, and no more");
  }

  @Test
  void whoDiesLosesTheLease() {
    var first = take(store).orElseThrow();
    sql("UPDATE source_job SET lease_until = now() - interval '1 second'");

    var second = take(other).orElseThrow();
    var again = first.source().equals(second.source()) ? second : retake(first.source());

    assertEquals(first.epoch() + 1, again.epoch());
    assertEquals(2, again.attempts());
    assertTrue(Await.of(store.renew(Calls.any(), first, LEASE)).isEmpty());
    assertTrue(Await.of(other.renew(Calls.any(), again, LEASE)).isPresent());
  }

  private Lease retake(UUID source) {
    for (var lease = take(other); ; lease = take(other)) {
      if (lease.orElseThrow().source().equals(source)) {
        return lease.orElseThrow();
      }
    }
  }

  private static Optional<Lease> take(LeaseStore from) {
    return Await.of(from.take(Calls.any(), LEASE, 2));
  }

  private static void workspace(UUID id, int sources, String due) {
    sql(
        """
        INSERT INTO workspace VALUES ('%1$s', 'x', now());
        INSERT INTO knowledge_base (workspace_id, id, slug, name, created_at)
        VALUES ('%1$s', '%1$s', 'x', 'x', now());
        INSERT INTO knowledge_source (workspace_id, id, base_id, name, kind, definition, created_at,
                                      created_by, changed_at)
        SELECT '%1$s', gen_random_uuid(), '%1$s', n::text, 'page', '{}', now(), 'x', now()
        FROM generate_series(1, %2$d) n;
        INSERT INTO source_job (workspace_id, source_id, due_at)
        SELECT workspace_id, id, now() - interval '%3$s' FROM knowledge_source
        WHERE workspace_id = '%1$s';
        """
            .formatted(id, sources, due));
  }

  private static void sql(String text) {
    var _ = SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), text);
  }
}
