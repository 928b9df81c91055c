package dev.parley.platform.postgres;

import dev.parley.platform.lifecycle.StartFault;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Settings in the terms of the driver.
final class ConnectOptions {
  /// How long TCP waits for the acknowledgement of what was sent before the line counts as dead.
  private static final Duration UNACKNOWLEDGED = Duration.ofSeconds(5);

  private static final int CACHED_STATEMENTS = 256;
  private static final int LONGEST_CACHED_STATEMENT = 8192;

  private ConnectOptions() {}

  /// @param session settings of the session, by name, for servers that are reached directly; a
  ///   pooler would refuse them
  static PgConnectOptions of(ConnectSettings settings, Map<String, String> session) {
    var options =
        new PgConnectOptions()
            .setHost(settings.host())
            .setPort(settings.port())
            .setDatabase(settings.database())
            .setUser(settings.user())
            .setPassword(settings.password().value())
            .setSslMode(settings.sslMode())
            .setCachePreparedStatements(!settings.pooler())
            .setUseLayer7Proxy(settings.pooler());
    options.setPreparedStatementCacheMaxSize(CACHED_STATEMENTS);
    options.setPreparedStatementCacheSqlLimit(LONGEST_CACHED_STATEMENT);
    options.addProperty("application_name", "parley");
    if (!settings.pooler()) {
      session.forEach(options::addProperty);
    }
    settings.startup().forEach(options::addProperty);
    var tls = tls(settings);
    return tls == null ? options : options.setSslOptions(tls);
  }

  /// How the sockets behave: a dead line is noticed in seconds, and a server that accepts but never
  /// answers the greeting is given up after `greeting`. The latter is the socket's idle time, which
  /// [SocketOf#greeted] takes away once the connection stands.
  static NetClientOptions sockets(Duration greeting) {
    var options =
        new NetClientOptions()
            .setConnectTimeout((int) greeting.toMillis())
            .setIdleTimeout((int) greeting.toMillis())
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    options.setTcpNoDelay(true);
    options.setTcpKeepAlive(true);
    options.setTcpUserTimeout((int) UNACKNOWLEDGED.toMillis());
    return options;
  }

  private static @Nullable ClientSSLOptions tls(ConnectSettings settings) {
    var options = new ClientSSLOptions().setHostnameVerificationAlgorithm("");
    return switch (settings.sslMode()) {
      case DISABLE -> null;
      case ALLOW, PREFER -> options.setTrustAll(true);
      case REQUIRE ->
          settings.rootCertificate().isEmpty()
              ? options.setTrustAll(true)
              : options.setTrustOptions(trust(settings));
      case VERIFY_CA -> options.setTrustOptions(trust(settings));
      case VERIFY_FULL ->
          options.setTrustOptions(trust(settings)).setHostnameVerificationAlgorithm("HTTPS");
    };
  }

  private static TrustOptions trust(ConnectSettings settings) {
    var file = settings.rootCertificate();
    if (!file.isEmpty() && !file.equals("system")) {
      if (!Files.isReadable(Path.of(file))) {
        throw new StartFault("The database's root certificate " + file + " cannot be read.");
      }
      return new PemTrustOptions().addCertPath(file);
    }
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return TrustOptions.wrap(factory.getTrustManagers()[0]);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java's own list of authorities cannot be read", e);
    }
  }
}
