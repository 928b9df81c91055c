package dev.parley.platform.postgres;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.platform.config.ConfigFault;
import dev.parley.platform.config.Secret;
import io.vertx.pgclient.SslMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the URLs that hosting companies and other frameworks hand out: `postgres://`,
/// `postgresql://`, with a driver behind a plus sign, with the parameters of libpq and asyncpg.
final class PostgresUrl {
  private static final int LONGEST = 4096;

  // The password may hold an @ that nobody escaped, so the last one before the path divides.
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?(?:\\+\\w+)?://(?:(?<user>[^:@/?]*)(?::(?<password>[^/?]*))?@)?"
              + "(?<host>\\[[0-9a-fA-F:.]+]|[^:@/?#\\[\\]]*)(?::(?<port>\\d{1,5}))?"
              + "(?:/(?<database>[^/?#]*))?(?:\\?(?<query>[^#]*))?");

  /// Passed on to the server as they are.
  private static final Set<String> STARTUP = Set.of("application_name", "options", "search_path");

  /// Known to other drivers and without meaning here: the pool has its own timers and keep-alive.
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "channel_binding",
          "client_encoding",
          "connect_timeout",
          "connection_limit",
          "gssencmode",
          "keepalives",
          "keepalives_count",
          "keepalives_idle",
          "keepalives_interval",
          "pool_timeout",
          "target_session_attrs",
          "tcp_user_timeout");

  private PostgresUrl() {}

  /// @throws ConfigFault when the URL cannot be read; the message never repeats the password
  static ConnectSettings read(String url) {
    require(url.length() <= LONGEST, "must be at most " + LONGEST + " characters");
    var match = SHAPE.matcher(url.strip());
    require(match.matches(), "must look like postgresql://user:password@host:5432/database");
    var parameters = parameters(group(match, "query"));
    var host = parameters.getOrDefault("host", group(match, "host").replaceAll("[\\[\\]]", ""));
    require(!host.isEmpty(), "names no host");
    var user = parameters.getOrDefault("user", decode(group(match, "user")));
    require(!user.isEmpty(), "names no user");
    var database = decode(group(match, "database"));
    return new ConnectSettings(
        decode(host),
        port(parameters.getOrDefault("port", group(match, "port"))),
        database.isEmpty() ? user : database,
        user,
        new Secret(parameters.getOrDefault("password", decode(group(match, "password")))),
        sslMode(parameters, host),
        parameters.getOrDefault("sslrootcert", ""),
        startup(parameters),
        pooler(parameters, host));
  }

  private static String group(Matcher match, String name) {
    var text = match.group(name);
    return text == null ? "" : text;
  }

  private static Map<String, String> parameters(String query) {
    var found = new HashMap<String, String>();
    for (var pair : query.split("&", -1)) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        found.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
      }
    }
    return found;
  }

  private static Map<String, String> startup(Map<String, String> parameters) {
    var startup = new HashMap<String, String>();
    for (var parameter : parameters.entrySet()) {
      var name = parameter.getKey();
      if (STARTUP.contains(name)) {
        startup.put(name, parameter.getValue());
      } else if (!WITHOUT_EFFECT.contains(name)) {
        require(isRead(name), "has the unknown parameter " + name);
      }
    }
    return startup;
  }

  private static boolean isRead(String name) {
    return switch (name) {
      case "host", "port", "user", "password", "sslmode", "ssl", "sslrootcert" -> true;
      case "pgbouncer", "statement_cache_size", "prepared_statement_cache_size" -> true;
      default -> false;
    };
  }

  private static boolean pooler(Map<String, String> parameters, String host) {
    return "true".equals(parameters.get("pgbouncer"))
        || "0".equals(parameters.get("statement_cache_size"))
        || "0".equals(parameters.get("prepared_statement_cache_size"))
        || host.contains("-pooler.");
  }

  private static SslMode sslMode(Map<String, String> parameters, String host) {
    var mode = parameters.getOrDefault("sslmode", parameters.getOrDefault("ssl", ""));
    return switch (mode) {
      case "" -> usualSslMode(host);
      case "disable", "false" -> SslMode.DISABLE;
      case "allow" -> SslMode.ALLOW;
      case "prefer" -> SslMode.PREFER;
      case "require", "true" -> SslMode.REQUIRE;
      case "verify-ca" -> SslMode.VERIFY_CA;
      case "verify-full" -> SslMode.VERIFY_FULL;
      default -> throw new ConfigFault("has the unknown sslmode " + mode);
    };
  }

  /// What holds when nobody asked for anything: TLS if the server offers it, none on this machine.
  static SslMode usualSslMode(String host) {
    var local =
        host.startsWith("/")
            || host.equals("localhost")
            || host.startsWith("127.")
            || host.equals("::1");
    return local ? SslMode.DISABLE : SslMode.PREFER;
  }

  private static int port(String text) {
    if (text.isEmpty()) {
      return ConnectSettings.DEFAULT_PORT;
    }
    require(text.matches("\\d{1,5}"), "has a port that is no number");
    var port = Integer.parseInt(text);
    require(port >= 1 && port <= 65_535, "has a port outside 1 to 65535");
    return port;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text; // a lone percent sign in a password that nobody escaped
    }
  }
}
