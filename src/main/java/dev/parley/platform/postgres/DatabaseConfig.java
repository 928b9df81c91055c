package dev.parley.platform.postgres;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.platform.config.ConfigFault;
import dev.parley.platform.config.Env;
import dev.parley.platform.config.Secret;
import java.time.Duration;
import java.util.Map;

/// Which PostgreSQL is used and how patiently.
///
/// @param url where the database is; empty for `host`, or for the embedded server if that is empty
///   too
/// @param migrationUrl the same database as its owner, who may change tables; empty if `url` is
///   that already. Goes past a pooler, if there is one
/// @param host server, when there is no `url`
/// @param poolSize connections kept for a steady load
/// @param maxOverflow further connections for a burst
/// @param poolTimeout how long a caller waits for a free connection before it is answered 503
/// @param statementTimeout how long the server works on one statement
/// @param clientTimeout how long a transaction may take, with the wait for its connection; longer
///   than `statementTimeout`, for a server that no longer answers
/// @param pooler whether a transaction pooler such as PgBouncer stands between, so that nothing may
///   outlive a transaction
public record DatabaseConfig(
    @Env("DATABASE_URL") Secret url,
    @Env("DATABASE_MIGRATION_URL") Secret migrationUrl,
    @Env("DB_HOST") String host,
    @Env("DB_PORT") int port,
    @Env("DB_NAME") String name,
    @Env("DB_USER") String user,
    @Env("DB_PASSWORD") Secret password,
    @Env({"DATABASE_POOL_SIZE", "DB_POOL_SIZE"}) int poolSize,
    @Env({"DATABASE_MAX_OVERFLOW", "DB_MAX_OVERFLOW"}) int maxOverflow,
    @Env("DATABASE_POOL_TIMEOUT") Duration poolTimeout,
    @Env("DATABASE_STATEMENT_TIMEOUT") Duration statementTimeout,
    @Env("DATABASE_CLIENT_TIMEOUT") Duration clientTimeout,
    @Env("DATABASE_POOLER") boolean pooler) {
  private static final int MOST_CONNECTIONS = 1000;

  public DatabaseConfig {
    require(port >= 1 && port <= 65_535, "port must be between 1 and 65535");
    require(host.isEmpty() || !name.isEmpty(), "name must be set when host is");
    require(host.isEmpty() || !user.isEmpty(), "user must be set when host is");
    require(poolSize >= 1, "pool-size must be at least 1");
    require(maxOverflow >= 0, "max-overflow must not be negative");
    require(
        poolSize + (long) maxOverflow <= MOST_CONNECTIONS,
        "pool-size and max-overflow must be at most " + MOST_CONNECTIONS + " together");
    require(poolTimeout.toMillis() >= 1, "pool-timeout must be at least 1 ms");
    require(statementTimeout.toMillis() >= 1, "statement-timeout must be at least 1 ms");
    require(
        clientTimeout.compareTo(statementTimeout) > 0,
        "client-timeout must be longer than statement-timeout");
    checked("url", url);
    checked("migration-url", migrationUrl);
  }

  /// Whether the database is the server that runs inside this process.
  public boolean embedded() {
    return url.isEmpty() && host.isEmpty();
  }

  /// Where the product works. Only when not [#embedded()].
  public ConnectSettings application() {
    var settings = url.isEmpty() ? fromParts() : PostgresUrl.read(url.value());
    return pooler ? settings.behindPooler() : settings;
  }

  /// Where migrations run. Only when not [#embedded()].
  public ConnectSettings owner() {
    return migrationUrl.isEmpty() ? application() : PostgresUrl.read(migrationUrl.value());
  }

  /// The most connections that the pool opens.
  public int maxConnections() {
    return poolSize + maxOverflow;
  }

  private ConnectSettings fromParts() {
    var sslMode = PostgresUrl.usualSslMode(host);
    return new ConnectSettings(host, port, name, user, password, sslMode, "", Map.of(), pooler);
  }

  private static void checked(String key, Secret url) {
    if (!url.isEmpty()) {
      try {
        var _ = PostgresUrl.read(url.value());
      } catch (ConfigFault fault) {
        throw new ConfigFault(key + " " + fault.getMessage());
      }
    }
  }
}
