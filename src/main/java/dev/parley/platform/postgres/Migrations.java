package dev.parley.platform.postgres;

import dev.parley.platform.lifecycle.StartFault;
import dev.parley.platform.observe.Log;
import dev.parley.platform.time.Stopwatch;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Brings the schema to where the program expects it, or back. The files are
/// `db/V0001__owner_name.sql` and `db/V0001__owner_name.down.sql`; what was done stands in the
/// table `schema_history`.
///
/// Each step is one transaction that first takes a lock on the whole history, so any number of
/// replicas may start at once: one takes the step, the others find it taken. Steps that only a
/// newer program knows are left alone, so an older replica still starts while a newer one is rolled
/// out. All methods block, are called from plain threads before the parts start, and throw a
/// [StartFault] when the schema cannot be brought there.
public final class Migrations {
  private static final Log LOG = Log.of(Migrations.class);

  /// How long a server that is just starting is waited for.
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Vertx vertx;
  private final ConnectSettings owner;
  private final String application;
  private final List<Migration> migrations;

  private Migrations(
      Vertx vertx, ConnectSettings owner, String application, List<Migration> migrations) {
    this.vertx = vertx;
    this.owner = owner;
    this.application = application;
    this.migrations = migrations;
  }

  /// The product's own migrations.
  ///
  /// @param owner who may change tables
  /// @param application the role that gets the rights to work with them; may be the owner
  public static Migrations of(Vertx vertx, ConnectSettings owner, String application) {
    return from(vertx, owner, application, "db");
  }

  /// Those of another folder of the class path.
  static Migrations from(Vertx vertx, ConnectSettings owner, String application, String folder) {
    var loader = Migrations.class.getClassLoader();
    return new Migrations(vertx, owner, application, MigrationFiles.read(loader, folder));
  }

  /// Takes all steps that are missing.
  ///
  /// @return the titles of the steps that this call took
  public List<String> up() {
    var taken = new ArrayList<String>();
    try (var history = connect()) {
      for (var next = stepUp(history); next != null; next = stepUp(history)) {
        taken.add(next.title());
      }
      grant(history);
    }
    return taken;
  }

  /// Takes back all steps after `version`, the newest first; 0 takes back everything.
  ///
  /// @return the titles of the steps that this call took back
  public List<String> down(int version) {
    var taken = new ArrayList<String>();
    try (var history = connect()) {
      for (var next = stepDown(history, version); next != null; next = stepDown(history, version)) {
        taken.add(next.title());
      }
    }
    return taken;
  }

  /// Takes back the newest step, if there is one.
  public List<String> downOne() {
    try (var history = connect()) {
      var step = stepDown(history, 0);
      return step == null ? List.of() : List.of(step.title());
    }
  }

  /// The titles of the steps that [#up] would take. Changes nothing.
  public List<String> pending() {
    try (var history = connect()) {
      return missing(history.entries()).stream().map(Migration::title).toList();
    }
  }

  private @Nullable Migration stepUp(SchemaHistory history) {
    history.open();
    try {
      var missing = missing(history.entries());
      if (missing.isEmpty()) {
        history.commit();
        return null;
      }
      var next = missing.getFirst();
      var watch = Stopwatch.start();
      tell(next, "", () -> history.apply(next));
      history.commit();
      LOG.info("migrated", "step", next.title(), "ms", watch.millis());
      return next;
    } catch (RuntimeException e) {
      undo(history, e);
      throw e;
    }
  }

  private @Nullable Migration stepDown(SchemaHistory history, int version) {
    history.open();
    try {
      var newest = history.entries().lastEntry();
      if (newest == null || newest.getKey() <= version) {
        history.commit();
        return null;
      }
      var step = reversible(newest.getValue());
      tell(step, "back ", () -> history.takeBack(step));
      history.commit();
      LOG.info("took back a migration", "step", step.title());
      return step;
    } catch (RuntimeException e) {
      undo(history, e);
      throw e;
    }
  }

  private Migration reversible(SchemaHistory.Entry applied) {
    var known = migrations.stream().filter(one -> one.version() == applied.version()).findFirst();
    var step =
        known.orElseThrow(() ->
            new StartFault(
                "The newest step V%04d %s is not known here. Roll back with the newer Parley."
                    .formatted(applied.version(), applied.name())));
    if (step.down().isBlank()) {
      throw new StartFault("Migration " + step.title() + " cannot be taken back.");
    }
    return step;
  }

  private void grant(SchemaHistory history) {
    if (application.equals(owner.user())) {
      return;
    }
    history.open();
    try {
      history.grant(application);
      history.commit();
    } catch (PgException e) {
      undo(history, e);
      throw new StartFault(
          "Role " + application + " cannot be given its rights: " + e.getErrorMessage(), e);
    }
  }

  private List<Migration> missing(Map<Integer, SchemaHistory.Entry> applied) {
    var missing = new ArrayList<Migration>();
    for (var migration : migrations) {
      var entry = applied.get(migration.version());
      if (entry == null) {
        missing.add(migration);
      } else if (!entry.checksum().equals(migration.checksum())) {
        throw new StartFault(
            "Migration "
                + migration.title()
                + " was changed after it was applied as "
                + entry.name()
                + ". Restore it, and put the change into a new migration.");
      }
    }
    refuseGaps(missing, applied);
    return missing;
  }

  private static void refuseGaps(List<Migration> missing, Map<Integer, ?> applied) {
    var newest = applied.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    for (var migration : missing) {
      if (migration.version() < newest) {
        throw new StartFault(
            "Migration %s comes before V%04d, which is applied. Give it a later number."
                .formatted(migration.title(), newest));
      }
    }
  }

  private static void tell(Migration step, String direction, Runnable action) {
    try {
      action.run();
    } catch (PgException e) {
      throw new StartFault(
          "Migration %s%s failed: %s (SQLSTATE %s)"
              .formatted(direction, step.title(), e.getErrorMessage(), e.getSqlState()),
          e);
    }
  }

  private static void undo(SchemaHistory history, RuntimeException cause) {
    try {
      history.rollBack();
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private SchemaHistory connect() {
    var watch = Stopwatch.start();
    while (true) {
      try {
        var options = ConnectOptions.of(owner, Map.of());
        var connecting = PgConnection.connect(vertx, options);
        return new SchemaHistory(connecting.await(CONNECT_LIMIT.toSeconds(), TimeUnit.SECONDS));
      } catch (TimeoutException e) {
        throw unreachable(e);
      } catch (Exception e) {
        if (!mayComeUp(e) || watch.elapsed().compareTo(CONNECT_LIMIT) > 0) {
          throw unreachable(e);
        }
      }
      pause();
    }
  }

  /// Whether the server may just not be there yet. A refused password stays refused.
  private static boolean mayComeUp(Exception cause) {
    return !(cause instanceof PgException refused)
        || Objects.requireNonNullElse(refused.getSqlState(), "").startsWith("57");
  }

  private StartFault unreachable(Exception cause) {
    var reason =
        cause instanceof PgException refused ? refused.getErrorMessage() : cause.toString();
    return new StartFault("The database " + owner.place() + " cannot be reached: " + reason, cause);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFault("Interrupted while waiting for the database.", e);
    }
  }
}
