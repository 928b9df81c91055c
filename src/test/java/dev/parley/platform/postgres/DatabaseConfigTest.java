package dev.parley.platform.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.config.ConfigFault;
import dev.parley.platform.config.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DatabaseConfigTest {
  private static final Secret NONE = new Secret("");

  private static DatabaseConfig config(String url, String migrationUrl, String host) {
    return new DatabaseConfig(
        new Secret(url),
        new Secret(migrationUrl),
        host,
        5433,
        "chat",
        "ann",
        new Secret("secret"),
        20,
        30,
        Duration.ofSeconds(2),
        Duration.ofSeconds(3),
        Duration.ofSeconds(4),
        false);
  }

  private static DatabaseConfig limits(int pool, int overflow, int statement, int client) {
    return new DatabaseConfig(
        NONE,
        NONE,
        "",
        5432,
        "",
        "",
        NONE,
        pool,
        overflow,
        Duration.ofSeconds(2),
        Duration.ofSeconds(statement),
        Duration.ofSeconds(client),
        false);
  }

  @Test
  void withoutUrlAndHostTheDatabaseIsEmbedded() {
    assertTrue(config("", "", "").embedded());
    assertFalse(config("", "", "db").embedded());
    assertFalse(config("postgres://a:b@c/d", "", "").embedded());
  }

  @Test
  void theUrlWinsOverTheParts() {
    assertEquals("c:5432/d as a", config("postgres://a:b@c/d", "", "db").application().place());
    assertEquals("db:5433/chat as ann", config("", "", "db").application().place());
  }

  @Test
  void migrationsRunAsTheOwnerIfOneIsNamed() {
    var both = config("postgres://app:b@c/d", "postgres://own:b@c/d", "");

    assertEquals("c:5432/d as own", both.owner().place());
    assertEquals("c:5432/d as a", config("postgres://a:b@c/d", "", "").owner().place());
  }

  @Test
  void aFaultyUrlNamesItsKey() {
    var fault = assertThrows(ConfigFault.class, () -> config("postgres://a:b@c/d", "nonsense", ""));

    assertTrue(String.valueOf(fault.getMessage()).startsWith("migration-url must look like"));
  }

  @Test
  void limitsThatMakeNoSenseAreRefused() {
    assertThrows(ConfigFault.class, () -> limits(0, 10, 3, 4));
    assertThrows(ConfigFault.class, () -> limits(5, -1, 3, 4));
    assertThrows(ConfigFault.class, () -> limits(900, 200, 3, 4));
    assertThrows(ConfigFault.class, () -> limits(5, 10, 4, 4));
    assertEquals(15, limits(5, 10, 3, 4).maxConnections());
  }
}
