package dev.parley.platform.redis;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.platform.config.Env;
import dev.parley.platform.config.Secret;
import java.time.Duration;

/// Where Redis is.
///
/// @param url empty for none
/// @param password when the address has none
/// @param db when the address has none
/// @param timeout for one request, after which the product does without
public record RedisConfig(
    @Env("REDIS_URL") Secret url,
    @Env("REDIS_PASSWORD") Secret password,
    @Env("REDIS_DB") int db,
    Duration timeout) {
  private static final int HIGHEST_DB = 1023;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  public RedisConfig {
    require(
        url.isEmpty() || url.value().matches("rediss?://\\S+"),
        "url must be an address such as redis://localhost:6379");
    require(db >= 0 && db <= HIGHEST_DB, "db must be between 0 and 1023");
    require(
        timeout.isPositive() && timeout.compareTo(LONGEST) <= 0,
        "timeout must be between 1ms and 10s");
  }

  /// The address with the number of its database.
  String address() {
    var text = url.value();
    return db == 0 || text.matches("rediss?://[^/]+/\\d+.*")
        ? text
        : text.replaceFirst("/+$", "") + "/" + db;
  }
}
