package dev.parley.retrieval.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.WorkspaceId;
import dev.parley.retrieval.document.JobStore.Job;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JobStoreIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final WorkspaceId WORKSPACE = new WorkspaceId(new UUID(0, 1));
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(20);
  private static final int JOBS = 10;

  private final JobStore store = new JobStore(POSTGRES.database(), "one");
  private final JobStore other = new JobStore(POSTGRES.database(), "other");

  @BeforeEach
  void queueJobs() {
    var _ = sql("TRUNCATE workspace CASCADE");
    var _ =
        sql(
            """
            INSERT INTO workspace VALUES ('%1$s', 'x', now());
            INSERT INTO knowledge_base (workspace_id, id, slug, name, created_at)
            VALUES ('%1$s', '%1$s', 'x', 'x', now());
            INSERT INTO document (workspace_id, id, base_id, name, title, size_bytes, state,
                                  created_at, updated_at)
            SELECT '%1$s', gen_random_uuid(), '%1$s', n::text, 'x', 1, 'queued', now(), now()
            FROM generate_series(1, %2$d) n;
            INSERT INTO ingest_job (workspace_id, document_id, not_before, created_at)
            SELECT workspace_id, id, '2025-01-01', now() FROM document;
            ANALYZE;
            """
                .formatted(WORKSPACE.value(), JOBS));
  }

  @Test
  void leasesOneJobAtATime() {
    var _ = take(store, NOW).orElseThrow();

    assertEquals(JOBS - 1, free());
  }

  @Test
  void neverLeasesAJobTwice() {

    var documents = new HashSet<UUID>();
    for (var pair : Collections.nCopies(JOBS, List.of(store, other, store, other))) {
      var taken = pair.stream().map(from -> from.take(Calls.any(), NOW, LEASE)).toList();
      var _ = Await.of(Future.join(taken));
      for (var job : taken) {
        job.result().ifPresent(found -> assertTrue(documents.add(found.document())));
      }
    }
    // A taker may find every free job locked for a moment by the others; what it missed is still
    // there for the next one.
    assertEquals(JOBS - documents.size(), free());
  }

  @Test
  void givesAJobToAnotherWhenItsLeaseIsOver() {
    var first = take(store, NOW).orElseThrow();
    var later = NOW.plus(LEASE).plusMillis(1);

    var again = IntStream.range(0, JOBS).mapToObj(_ -> take(other, later).orElseThrow()).toList();

    assertEquals(
        List.of(2),
        again.stream()
            .filter(job -> job.document().equals(first.document()))
            .map(Job::attempts)
            .toList());
    assertFalse(Await.of(store.renew(Calls.any(), first, later.plus(LEASE))));
    assertFalse(Await.of(store.finish(Calls.any(), first)));
  }

  @Test
  void holdsAJobBackUntilItsTime() {
    var job = take(store, NOW).orElseThrow();
    var notBefore = NOW.plus(LEASE.dividedBy(2));
    assertTrue(Await.of(store.tryLater(Calls.any(), job, notBefore)));

    for (var i = 1; i < JOBS; i++) {
      assertNotEquals(job.document(), take(store, NOW).orElseThrow().document());
    }

    assertTrue(take(store, NOW).isEmpty());
    assertEquals(job.document(), take(other, notBefore).orElseThrow().document());
  }

  private static Optional<Job> take(JobStore from, Instant now) {
    return Await.of(from.take(Calls.any(), now, LEASE));
  }

  private static long free() {
    return sql("SELECT count(*) FROM ingest_job WHERE lease_owner IS NULL")
        .iterator()
        .next()
        .getLong(0);
  }

  private static RowSet<Row> sql(String text) {
    return SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), text);
  }
}
