package dev.parley.platform.postgres;

import dev.parley.platform.config.Secret;
import dev.parley.platform.postgres.embedded.EmbeddedServer;
import java.nio.file.Path;

/// The database of a start with nothing configured: a PostgreSQL server that is a child of this
/// process, keeps its files below `DATA_DIR/postgres` and ends when the process does, also when
/// that is killed. All methods block and are called from the thread that starts and stops the
/// process.
public final class EmbeddedPostgres {
  private final EmbeddedServer server;

  private EmbeddedPostgres(EmbeddedServer server) {
    this.server = server;
  }

  /// Starts the server and waits until it takes connections. The first start in an empty folder
  /// takes a few seconds, later ones a fraction of one.
  ///
  /// @throws StartFault with one line for the person who starts the process
  public static EmbeddedPostgres start(Path dataDir) {
    return new EmbeddedPostgres(EmbeddedServer.start(dataDir));
  }

  /// Who owns the database and changes its tables; no superuser.
  public ConnectSettings owner() {
    return settings(EmbeddedServer.OWNER, server.ownerPassword());
  }

  /// As whom the product works: neither superuser nor owner, so that row-level security applies.
  public ConnectSettings application() {
    return settings(EmbeddedServer.APPLICATION, server.applicationPassword());
  }

  /// Who may do everything; for tests and repairs.
  public ConnectSettings administrator() {
    return settings(EmbeddedServer.ADMINISTRATOR, server.administratorPassword());
  }

  /// The number of the server's first process.
  public long pid() {
    return server.pid();
  }

  /// Ends the server in order, by force after 20 s. A second call does nothing.
  public void stop() {
    server.stop();
  }

  private ConnectSettings settings(String role, Secret password) {
    return ConnectSettings.local(server.port(), EmbeddedServer.DATABASE, role, password);
  }
}
