package dev.parley.testkit;

import dev.parley.platform.config.Secret;
import dev.parley.platform.postgres.ConnectSettings;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.DatabaseConfig;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A database of its own for one test class, on a server that the whole run shares. To be
/// registered as a static field:
///
/// ```java
/// @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();
/// ```
///
/// The product's own role works in it, so row-level security applies.
public final class PostgresFixture implements BeforeAllCallback, AfterAllCallback {
  private static final int POOL = 4;

  private final boolean migrated;
  private @Nullable Vertx vertx;
  private @Nullable PostgresServer server;
  private @Nullable ConnectSettings administrator;
  private @Nullable Database database;

  private PostgresFixture(boolean migrated) {
    this.migrated = migrated;
  }

  /// With the product's tables and no rows.
  public static PostgresFixture migrated() {
    return new PostgresFixture(true);
  }

  /// Without tables.
  public static PostgresFixture empty() {
    return new PostgresFixture(false);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    var shared =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(PostgresServer.class, _ -> new PostgresServer(), PostgresServer.class);
    server = shared;
    vertx = Vertx.vertx();
    administrator = shared.database(migrated);
    database = open(config(POOL));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Await.end(database().close());
    Await.end(vertx().close());
    server().drop(administrator());
  }

  public Vertx vertx() {
    return Objects.requireNonNull(vertx, "not started");
  }

  /// A pool of four connections of the product's role.
  public Database database() {
    return Objects.requireNonNull(database, "not started");
  }

  /// Another pool on the same database; the caller closes it.
  public Database open(DatabaseConfig config) {
    return Database.open(vertx(), InstantSource.system(), application(), config);
  }

  /// As whom the product works.
  public ConnectSettings application() {
    return server().application(administrator());
  }

  /// Who owns the tables.
  public ConnectSettings owner() {
    return server().owner(administrator());
  }

  /// Who may do everything.
  public ConnectSettings administrator() {
    return Objects.requireNonNull(administrator, "not started");
  }

  /// What a product is told that works in this database, as who it may be and as the owner.
  public Map<String, String> settings() {
    return Map.of(
        "DATABASE_URL", url(application()),
        "DATABASE_MIGRATION_URL", url(owner()));
  }

  private static String url(ConnectSettings as) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(as.user(), as.password().value(), as.host(), as.port(), as.database());
  }

  /// The usual limits with a pool of this size.
  public static DatabaseConfig config(int pool) {
    return config(pool, Duration.ofSeconds(3), Duration.ofSeconds(4));
  }

  public static DatabaseConfig config(int pool, Duration statement, Duration client) {
    return config(pool, Duration.ofSeconds(2), statement, client);
  }

  /// For tests of what happens, not of when: a machine that stands still for seconds changes
  /// nothing.
  public static DatabaseConfig patient(int pool) {
    return config(pool, Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofSeconds(40));
  }

  private static DatabaseConfig config(
      int pool, Duration wait, Duration statement, Duration client) {
    var none = new Secret("");
    return new DatabaseConfig(
        none, none, "", 5432, "", "", none, pool, 0, wait, statement, client, false);
  }

  private PostgresServer server() {
    return Objects.requireNonNull(server, "not started");
  }
}
