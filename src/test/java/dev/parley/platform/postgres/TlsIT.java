package dev.parley.platform.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.lifecycle.StartFault;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which certificate is good enough for which `sslmode`. The server has one of its own making for
/// the address 127.0.0.1.
final class TlsIT {
  private static final Vertx VERTX = Vertx.vertx();
  private static final Call CALL = Calls.in(new WorkspaceId(new UUID(0, 1)));
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path temporary;
  private static final Holder SERVER = new Holder();

  /// The server of this class.
  private static final class Holder {
    private @Nullable EmbeddedPostgres postgres;

    EmbeddedPostgres postgres() {
      return Objects.requireNonNull(postgres, "not started");
    }
  }

  @BeforeAll
  static void startWithTls() throws Exception {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    var postgres = EmbeddedPostgres.start(temporary.resolve("data"));
    SERVER.postgres = postgres;
    makeCertificate(temporary.resolve("data/postgres/data"));
    for (var sql : new String[] {"ALTER SYSTEM SET ssl = on", "SELECT pg_reload_conf()"}) {
      var _ = SqlScript.run(VERTX, postgres.administrator(), sql);
    }
    Await.until("TLS is on", () -> Await.of(encrypted("sslmode=prefer")));
  }

  @AfterAll
  static void stop() {
    Await.end(VERTX.close());
    SERVER.postgres().stop();
  }

  private static void makeCertificate(Path folder) throws Exception {
    var file = temporary.resolve("key.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    assertEquals(
        0,
        EmbeddedFolders.run(
            keytool,
            "-genkeypair",
            "-alias",
            "key",
            "-keyalg",
            "EC",
            "-dname",
            "CN=test",
            "-ext",
            "san=ip:127.0.0.1",
            "-keystore",
            file.toString(),
            "-storepass",
            new String(PASSWORD)));
    var store = KeyStore.getInstance(file.toFile(), PASSWORD);
    write(folder.resolve("server.key"), "PRIVATE KEY", store.getKey("key", PASSWORD).getEncoded());
    write(folder.resolve("server.crt"), "CERTIFICATE", store.getCertificate("key").getEncoded());
    write(certificate(), "CERTIFICATE", store.getCertificate("key").getEncoded());
  }

  private static void write(Path file, String what, byte[] content) throws Exception {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    var rule = "%s %s-----\n";
    Files.writeString(
        file, rule.formatted("-----BEGIN", what) + lines + "\n" + rule.formatted("-----END", what));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    for (var attribute : new String[] {"unix:uid", "unix:gid"}) {
      Files.setAttribute(file, attribute, Files.getAttribute(file.getParent(), attribute));
    }
  }

  private static Path certificate() {
    return temporary.resolve("root.crt");
  }

  /// Whether a connection with these parameters is encrypted; fails when there is none.
  private static Future<Boolean> encrypted(String parameters) {
    return encrypted("127.0.0.1", parameters);
  }

  private static Future<Boolean> encrypted(String host, String parameters) {
    var application = SERVER.postgres().application();
    var url =
        "postgresql://%s:%s@%s:%d/%s?%s"
            .formatted(
                application.user(),
                application.password().value(),
                host,
                application.port(),
                application.database(),
                parameters);
    var database =
        Database.open(
            VERTX, InstantSource.system(), ConnectSettings.read(url), PostgresFixture.config(1));
    return database
        .readOutside(
            CALL,
            c ->
                c.query("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
                    .execute()
                    .map(rows -> rows.iterator().next().getBoolean("ssl")))
        .eventually(() -> database.close());
  }

  private static void assertRefused(Future<Boolean> attempt) {
    var _ = Await.failure(DatabaseProblem.Unavailable.class, attempt);
  }

  @Test
  void requiredTlsTakesAnyCertificate() {
    assertTrue(Await.of(encrypted("sslmode=require")));
  }

  @Test
  void aRootCertificateThatIsNotThereIsTold() {
    var fault =
        assertThrows(
            StartFault.class,
            () -> Await.of(encrypted("sslmode=verify-full&sslrootcert=/not/there.crt")));

    assertTrue(String.valueOf(fault.getMessage()).contains("/not/there.crt"));
  }

  @Test
  void disabledTlsIsPlain() {
    assertFalse(Await.of(encrypted("sslmode=disable")));
  }

  @Test
  void aVerifiedCertificateMustBeTrusted() {
    assertRefused(encrypted("sslmode=verify-full"));
    assertRefused(encrypted("sslmode=verify-ca"));
    assertTrue(Await.of(encrypted("sslmode=verify-full&sslrootcert=" + certificate())));
  }

  @Test
  void aFullyVerifiedCertificateMustNameTheHost() {
    assertRefused(encrypted("localhost", "sslmode=verify-full&sslrootcert=" + certificate()));
    assertTrue(Await.of(encrypted("localhost", "sslmode=verify-ca&sslrootcert=" + certificate())));
  }
}
