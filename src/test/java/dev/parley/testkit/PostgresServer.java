package dev.parley.testkit;

import dev.parley.platform.config.Secret;
import dev.parley.platform.postgres.ConnectSettings;
import dev.parley.platform.postgres.EmbeddedPostgres;
import dev.parley.platform.postgres.Migrations;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The one server of a test run: that of `PARLEY_TEST_DATABASE_URL`, whose role must be a
/// superuser, or one of our own in a temporary folder. It holds a template with the product's
/// schema, from which the databases of the test classes are copied.
final class PostgresServer implements AutoCloseable {
  private static final String OWNER = "parley";
  private static final String APPLICATION = "parley_app";
  private static final Secret PASSWORD = new Secret("parley-test");
  private static final String ROLES =
      """
      DO $$
      DECLARE role text;
      BEGIN
        FOREACH role IN ARRAY ARRAY['parley', 'parley_app'] LOOP
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            EXECUTE format('CREATE ROLE %I', role);
          END IF;
          EXECUTE format('ALTER ROLE %I LOGIN PASSWORD ''parley-test''', role);
        END LOOP;
      END $$
      """;

  private final Vertx vertx = Vertx.vertx();
  private final String run =
      "t" + ProcessHandle.current().pid() + "_" + System.nanoTime() % 100_000;
  private final AtomicInteger databases = new AtomicInteger();
  private final @Nullable EmbeddedPostgres embedded;
  private final @Nullable Path folder;
  private final ConnectSettings administrator;

  PostgresServer() {
    var url = System.getenv("PARLEY_TEST_DATABASE_URL");
    if (url == null || url.isBlank()) {
      folder = temporary();
      embedded = EmbeddedPostgres.start(folder);
      administrator = embedded.administrator();
    } else {
      folder = null;
      embedded = null;
      administrator = ConnectSettings.read(url);
    }
    execute(ROLES);
    create(template(), "template0");
    var owner = administrator.withDatabase(template()).withUser(OWNER, PASSWORD);
    var _ = Migrations.of(vertx, owner, APPLICATION).up();
  }

  private String template() {
    return run + "_template";
  }

  /// A new database with the product's schema, or with none.
  ///
  /// @return settings of its superuser
  ConnectSettings database(boolean migrated) {
    var name = run + "_" + databases.incrementAndGet();
    create(name, migrated ? template() : "template0");
    return administrator.withDatabase(name);
  }

  ConnectSettings owner(ConnectSettings database) {
    return database.withUser(OWNER, PASSWORD);
  }

  ConnectSettings application(ConnectSettings database) {
    return database.withUser(APPLICATION, PASSWORD);
  }

  private void create(String name, String template) {
    execute("CREATE DATABASE " + name + " TEMPLATE " + template + " OWNER " + OWNER);
  }

  void drop(ConnectSettings database) {
    execute("DROP DATABASE IF EXISTS " + database.database() + " WITH (FORCE)");
  }

  private void execute(String sql) {
    var _ = SqlScript.run(vertx, administrator, sql);
  }

  @Override
  public void close() {
    if (embedded == null) {
      execute("DROP DATABASE IF EXISTS " + template() + " WITH (FORCE)");
    }
    Await.end(vertx.close());
    if (embedded != null) {
      embedded.stop();
    }
    if (folder != null) {
      delete(folder);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("parley-postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
