package dev.parley.platform.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.config.ConfigFault;
import io.vertx.pgclient.SslMode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://ann:secret@db.example.com:6543/chat",
        "postgresql://ann:secret@db.example.com:6543/chat",
        "postgresql+asyncpg://ann:secret@db.example.com:6543/chat",
        "jdbc:postgresql://ann:secret@db.example.com:6543/chat",
        "  postgresql://ann:secret@db.example.com:6543/chat\n"
      })
  void everyUsualSchemeLeadsToTheSamePlace(String url) {
    var settings = PostgresUrl.read(url);

    assertEquals("db.example.com:6543/chat as ann", settings.place());
    assertEquals("secret", settings.password().value());
  }

  @Test
  void whatIsLeftOutHasTheUsualValue() {
    var settings = PostgresUrl.read("postgresql://ann@db.example.com");

    assertEquals("db.example.com:5432/ann as ann", settings.place());
    assertTrue(settings.password().isEmpty());
    assertFalse(settings.pooler());
  }

  @Test
  void passwordsMayBeEscapedOrNot() {
    assertEquals("a@b:c/d+ e", password("a%40b%3Ac%2Fd+%20e"));
    assertEquals("p@ss:100%", password("p@ss:100%"));
    assertEquals("#^&=", password("#^&="));
  }

  private static String password(String written) {
    return PostgresUrl.read("postgres://ann:" + written + "@localhost/chat").password().value();
  }

  @Test
  void tlsIsAsWasAskedFor() {
    assertEquals(SslMode.REQUIRE, mode("db.example.com/x?sslmode=require"));
    assertEquals(SslMode.REQUIRE, mode("db.example.com/x?ssl=require"));
    assertEquals(SslMode.VERIFY_FULL, mode("db.example.com/x?sslmode=verify-full"));
    assertEquals(SslMode.DISABLE, mode("db.example.com/x?sslmode=disable"));
    assertEquals(SslMode.PREFER, mode("db.example.com/x"));
    assertEquals(SslMode.DISABLE, mode("localhost/x"));
    assertEquals(SslMode.DISABLE, mode("[::1]:5433/x"));
  }

  private static SslMode mode(String rest) {
    return PostgresUrl.read("postgresql://ann:secret@" + rest).sslMode();
  }

  @Test
  void aSocketMayStandInTheParameters() {
    var settings =
        PostgresUrl.read("postgresql://ann:secret@/chat?host=/cloudsql/project:region:instance");

    assertEquals("/cloudsql/project:region:instance", settings.host());
    assertEquals("chat", settings.database());
    assertEquals(SslMode.DISABLE, settings.sslMode());
  }

  @Test
  void aPoolerIsRecognised() {
    assertTrue(PostgresUrl.read("postgres://a:b@ep-x-pooler.eu.example.com/db").pooler());
    assertTrue(PostgresUrl.read("postgres://a:b@db/db?pgbouncer=true").pooler());
    assertTrue(PostgresUrl.read("postgresql+asyncpg://a:b@db/db?statement_cache_size=0").pooler());
  }

  @Test
  void parametersForTheServerAreHandedOn() {
    var settings =
        PostgresUrl.read(
            "postgresql://a:b@db/x?options=endpoint%3Dep-1&application_name=chat&channel_binding=require");

    assertEquals(
        Map.of("options", "endpoint=ep-1", "application_name", "chat"), settings.startup());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://ann:hidden@db/chat",
        "postgresql://ann:hidden@/chat",
        "postgresql://:hidden@db/chat",
        "postgresql://ann:hidden@db:99999/chat",
        "postgresql://ann:hidden@db/chat?sslmode=perhaps",
        "postgresql://ann:hidden@db/chat?sslmod=require",
        "db.example.com",
        ""
      })
  void nonsenseIsRefusedWithoutRepeatingThePassword(String url) {
    var fault = assertThrows(ConfigFault.class, () -> PostgresUrl.read(url));

    assertFalse(String.valueOf(fault.getMessage()).contains("hidden"));
  }

  @Test
  void settingsDoNotPrintThePassword() {
    assertFalse(PostgresUrl.read("postgresql://a:hidden@db/x").toString().contains("hidden"));
  }
}
