package dev.parley.platform.postgres;

import static dev.parley.platform.postgres.EmbeddedFolders.awaitNoServer;
import static dev.parley.platform.postgres.EmbeddedFolders.child;
import static dev.parley.platform.postgres.EmbeddedFolders.copy;
import static dev.parley.platform.postgres.EmbeddedFolders.servers;
import static dev.parley.platform.postgres.EmbeddedFolders.signal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.config.Secret;
import dev.parley.platform.lifecycle.StartFault;
import dev.parley.testkit.Await;
import dev.parley.testkit.SqlScript;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedPostgresIT {
  private static final Vertx VERTX = Vertx.vertx();

  @TempDir static Path shared;
  @TempDir Path temporary;
  private Path dataDir = Path.of("");

  /// One folder with one row, of which every test gets a copy.
  @BeforeAll
  static void makeTheOriginal() {
    var postgres = EmbeddedPostgres.start(shared.resolve("original"));
    query(postgres.owner(), "CREATE TABLE kept AS SELECT 42 AS answer");
    postgres.stop();
  }

  @AfterAll
  static void close() {
    Await.end(VERTX.close());
  }

  @BeforeEach
  void copyTheOriginal() throws Exception {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    dataDir = copy(shared.resolve("original"), temporary.resolve("data"));
  }

  /// A test that failed half way must not leave a server behind, least of all a frozen one.
  @AfterEach
  void leaveNoServer() throws Exception {
    for (var server : servers(dataDir)) {
      signal("KILL", server);
    }
  }

  private static void query(ConnectSettings settings, String sql) {
    var _ = SqlScript.run(VERTX, settings, sql);
  }

  private static int answer(ConnectSettings settings) {
    var rows = SqlScript.run(VERTX, settings, "SELECT answer FROM kept");
    return rows.iterator().next().getInteger("answer");
  }

  private void assertStartsWithItsData() {
    var postgres = EmbeddedPostgres.start(dataDir);
    try {
      assertEquals(42, answer(postgres.owner()));
    } finally {
      postgres.stop();
    }
  }

  private String refusal() {
    var fault = assertThrows(StartFault.class, () -> EmbeddedPostgres.start(dataDir));
    var message = String.valueOf(fault.getMessage());
    assertFalse(message.contains("\n"), message);
    return message;
  }

  @Test
  void keepsItsDataOverARestart() {
    assertStartsWithItsData();
    assertStartsWithItsData();
    assertEquals(0, servers(dataDir).size());
  }

  @Test
  void theProductsRoleIsNeitherSuperuserNorOwner() {
    var postgres = EmbeddedPostgres.start(dataDir);
    try {
      var role =
          SqlScript.run(
                  VERTX,
                  postgres.application(),
                  """
                  SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole AS mighty,
                         pg_has_role(current_user, 'parley', 'MEMBER') AS owner,
                         current_setting('fsync') AS fsync,
                         (SELECT datcollate || datlocprovider::text || datlocale FROM pg_database
                          WHERE datname = 'parley') AS locale
                  FROM pg_roles WHERE rolname = current_user
                  """)
              .iterator()
              .next();

      assertFalse(role.getBoolean("mighty"));
      assertFalse(role.getBoolean("owner"));
      assertEquals("on", role.getString("fsync"));
      assertEquals("CbC.UTF-8", role.getString("locale"));
    } finally {
      postgres.stop();
    }
  }

  @Test
  void aSecondStartIsRefused() throws Exception {
    var postgres = EmbeddedPostgres.start(dataDir);
    try (var second = child(dataDir)) {
      var said = second.line();

      assertTrue(said.contains("is in use by another Parley"), said);
      assertTrue(said.contains("process " + ProcessHandle.current().pid()), said);
      assertTrue(refusal().contains("is in use by another Parley"));
    } finally {
      postgres.stop();
    }
  }

  @Test
  void endsWithAProcessThatIsKilled() throws Exception {
    try (var parent = child(dataDir)) {
      var said = parent.line().split(" ", -1);
      var administrator =
          ConnectSettings.local(
              Integer.parseInt(said[0]), "parley", "postgres", new Secret(said[1]));
      query(administrator, "UPDATE kept SET answer = 43");
      assertNotEquals(0, servers(dataDir).size());
    }

    awaitNoServer(dataDir);
    var postgres = EmbeddedPostgres.start(dataDir);
    try {
      assertEquals(43, answer(postgres.owner()));
    } finally {
      postgres.stop();
    }
  }

  @Test
  void aServerThatOutlivedItsProcessIsStopped() throws Exception {
    try (var parent = child(dataDir)) {
      var server = Long.parseLong(parent.line().split(" ", -1)[2]);
      signal("STOP", server);
    }
    assertNotEquals(0, servers(dataDir).size());

    assertStartsWithItsData();
  }

  @Test
  void aNumberThatNowBelongsToSomebodyElseIsNotTouched() throws Exception {
    var other = new ProcessBuilder("sleep", "60").start();
    try {
      var file = dataDir.resolve("postgres/data/postmaster.pid");
      Files.writeString(
          file, other.pid() + "\n" + dataDir.resolve("postgres/data") + "\n1\n5432\n");

      assertStartsWithItsData();

      assertTrue(other.isAlive());
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void comesBackAfterItsServerWasKilled() throws Exception {
    var postgres = EmbeddedPostgres.start(dataDir);
    try {
      var first = postgres.pid();
      signal("KILL", first);

      Await.until("another server runs", () -> postgres.pid() != first);
      Await.until("it answers", () -> answers(postgres.owner()));
      assertEquals(42, answer(postgres.owner()));
    } finally {
      postgres.stop();
    }
    assertEquals(0, servers(dataDir).size());
  }

  private static boolean answers(ConnectSettings settings) {
    try {
      query(settings, "SELECT 1");
      return true;
    } catch (Exception _) {
      return false;
    }
  }

  @Test
  void runsBelowAFolderThatOnlyItsOwnerMayEnter() throws Exception {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx------"));

    assertStartsWithItsData();
  }

  @Test
  void lostPasswordsAreMadeAnew() throws Exception {
    Files.delete(dataDir.resolve("postgres/passwords"));

    assertStartsWithItsData();
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(dataDir.resolve("postgres/passwords"))));
  }

  @Test
  void aClusterOfAnotherVersionIsRefused() throws Exception {
    Files.writeString(dataDir.resolve("postgres/data/PG_VERSION"), "17\n");

    assertTrue(refusal().contains("was made by PostgreSQL 17"));
  }

  @Test
  void aFolderThatCannotBeMadeIsRefused() throws Exception {
    var file = temporary.resolve("file");
    Files.writeString(file, "");
    dataDir = file;

    assertTrue(refusal().contains("is no folder"));
  }

  @Test
  void whatAnInterruptedStartLeftIsDoneAgain() throws Exception {
    var home = dataDir.resolve("postgres");
    Files.createDirectories(home.resolve("making/data"));
    Files.createDirectories(home.resolve("unpacking/bin"));
    Files.writeString(home.resolve("unpacking/bin/postgres"), "half");
    try (var folders = Files.list(home)) {
      for (var folder : (Iterable<Path>) folders::iterator) {
        if (folder.getFileName().toString().startsWith("bin-")) {
          Files.delete(folder.resolve("VERSION"));
        }
      }
    }

    assertStartsWithItsData();
  }
}
