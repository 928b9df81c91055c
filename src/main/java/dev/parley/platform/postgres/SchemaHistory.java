package dev.parley.platform.postgres;

import dev.parley.platform.lifecycle.StartFault;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The table `schema_history` and the statements of a migration, one connection, blocking.
final class SchemaHistory implements AutoCloseable {
  /// How long a step, with the wait for other replicas, may take.
  private static final Duration LIMIT = Duration.ofMinutes(15);

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  /// One number for all of Parley's migrations in one database, chosen by chance.
  private static final String OPEN =
      """
      BEGIN;
      SET LOCAL statement_timeout = 0;
      SET LOCAL lock_timeout = '10min';
      SELECT pg_advisory_xact_lock(6051931487237705231);
      SET LOCAL lock_timeout = '10s';
      SET LOCAL client_min_messages = warning;
      CREATE TABLE IF NOT EXISTS schema_history (
        version integer PRIMARY KEY,
        name text NOT NULL,
        checksum text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now()
      );
      """;

  private static final String EXISTS =
      "SELECT to_regclass('schema_history') IS NOT NULL AS it_does";
  private static final String READ = "SELECT version, name, checksum FROM schema_history";
  private static final String ADD =
      "INSERT INTO schema_history (version, name, checksum) VALUES ($1, $2, $3)";
  private static final String REMOVE = "DELETE FROM schema_history WHERE version = $1";

  private static final String NAME_APPLICATION =
      "SELECT set_config('parley.application', $1, true)";
  private static final String GRANT =
      """
      DO $$
      DECLARE
        role text := current_setting('parley.application');
        one record;
        rights text;
      BEGIN
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), role);
        FOR one IN
          SELECT c.oid, c.relname, c.relkind, coalesce(obj_description(c.oid, 'pg_class'), '') AS said
          FROM pg_class c
          WHERE c.relnamespace = current_schema()::regnamespace
            AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
            AND pg_get_userbyid(c.relowner) = current_user
        LOOP
          rights := CASE
            WHEN one.relname = 'schema_history' THEN 'SELECT'
            WHEN one.relkind = 'S' THEN 'USAGE, SELECT'
            WHEN one.said LIKE 'append-only%' THEN 'SELECT, INSERT'
            ELSE 'SELECT, INSERT, UPDATE, DELETE'
          END;
          EXECUTE format('REVOKE ALL ON %s FROM %I', one.oid::regclass, role);
          EXECUTE format('GRANT %s ON %s %s TO %I', rights,
            CASE one.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, one.oid::regclass, role);
        END LOOP;
      END $$;
      """;

  private final PgConnection connection;

  SchemaHistory(PgConnection connection) {
    this.connection = connection;
  }

  /// What stands in the table.
  record Entry(int version, String name, String checksum) {}

  /// Opens a transaction that keeps other replicas out until [#commit] or [#rollBack].
  void open() {
    var _ = run(OPEN);
  }

  void commit() {
    var _ = run("COMMIT");
  }

  void rollBack() {
    var _ = run("ROLLBACK");
  }

  /// By version; empty when the table is not there yet.
  NavigableMap<Integer, Entry> entries() {
    var entries = new TreeMap<Integer, Entry>();
    if (run(EXISTS).iterator().next().getBoolean("it_does")) {
      for (var row : run(READ)) {
        entries.put(row.getInteger("version"), entry(row));
      }
    }
    return entries;
  }

  private static Entry entry(Row row) {
    return new Entry(row.getInteger("version"), row.getString("name"), row.getString("checksum"));
  }

  void apply(Migration migration) {
    var _ = run(migration.up());
    var _ = run(ADD, Tuple.of(migration.version(), migration.name(), migration.checksum()));
  }

  void takeBack(Migration migration) {
    var _ = run(migration.down());
    var _ = run(REMOVE, Tuple.of(migration.version()));
  }

  /// Lets a role work with all tables of the owner. Of those whose comment begins with
  /// `append-only` it may read and add rows, not change them.
  void grant(String application) {
    var _ = run(NAME_APPLICATION, Tuple.of(application));
    var _ = run(GRANT);
  }

  private RowSet<Row> run(String sql) {
    return await(connection.query(sql).execute());
  }

  private RowSet<Row> run(String sql, Tuple values) {
    return await(connection.preparedQuery(sql).execute(values));
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new StartFault("A migration was not done within " + LIMIT + ".", e);
    }
  }

  @Override
  public void close() {
    try {
      var _ = connection.close().await(CLOSE_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      // It ends with the process.
    }
  }
}
