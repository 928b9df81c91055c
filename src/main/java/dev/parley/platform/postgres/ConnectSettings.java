package dev.parley.platform.postgres;

import dev.parley.platform.config.Secret;
import io.vertx.pgclient.SslMode;
import java.util.Map;

/// Where a database is and who connects to it.
///
/// @param host name, address, or the folder of a Unix socket
/// @param sslMode as libpq means it: `prefer` and `require` encrypt without looking at the
///   certificate, `verify-ca` and `verify-full` look
/// @param rootCertificate PEM file of the authority that signs the server's certificate; empty for
///   those that Java trusts
/// @param startup further parameters of the start-up message
/// @param pooler whether a transaction pooler stands between, so that nothing may outlive a
///   transaction
public record ConnectSettings(
    String host,
    int port,
    String database,
    String user,
    Secret password,
    SslMode sslMode,
    String rootCertificate,
    Map<String, String> startup,
    boolean pooler) {
  public static final int DEFAULT_PORT = 5432;

  public ConnectSettings {
    startup = Map.copyOf(startup);
  }

  /// What a URL says, such as `postgresql://user:password@host:5432/database?sslmode=require`.
  ///
  /// @throws ConfigFault when it cannot be read; the message never repeats the password
  public static ConnectSettings read(String url) {
    return PostgresUrl.read(url);
  }

  /// A server on this machine, reached without TLS.
  public static ConnectSettings local(int port, String database, String user, Secret password) {
    return new ConnectSettings(
        "127.0.0.1", port, database, user, password, SslMode.DISABLE, "", Map.of(), false);
  }

  /// Another database of the same server.
  public ConnectSettings withDatabase(String name) {
    return new ConnectSettings(
        host, port, name, user, password, sslMode, rootCertificate, startup, pooler);
  }

  /// Another role of the same database.
  public ConnectSettings withUser(String name, Secret secret) {
    return new ConnectSettings(
        host, port, database, name, secret, sslMode, rootCertificate, startup, pooler);
  }

  /// The same place, with nothing kept beyond a transaction.
  ConnectSettings behindPooler() {
    return new ConnectSettings(
        host, port, database, user, password, sslMode, rootCertificate, startup, true);
  }

  /// Where this leads, without credentials: `host:port/database as user`.
  public String place() {
    return host + ":" + port + "/" + database + " as " + user;
  }
}
