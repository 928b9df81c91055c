package dev.parley.platform.http;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.platform.config.ByteSize;
import dev.parley.platform.config.Env;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// The server's address and limits.
///
/// @param port 0 takes any free one
/// @param metricsPort 0 opens no second port
/// @param trustedProxies whose word on where a request comes from is believed
/// @param drain how long requests that run may go on after the process was told to stop
public record HttpConfig(
    @Env("HOST") String host,
    @Env("PORT") int port,
    @Env("METRICS_PORT") int metricsPort,
    @Env("MAX_CONTENT_LENGTH") ByteSize maxContentLength,
    @Env("CORS_ORIGINS") List<String> corsOrigins,
    @Env("TRUSTED_PROXIES") List<Cidr> trustedProxies,
    Duration drain,
    Duration bodyTimeout,
    Duration idleTimeout) {
  private static final int PORTS = 65_536;
  private static final long BODY_LIMIT = 1L << 30;
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[A-Za-z0-9.\\[\\]:-]+");

  public HttpConfig {
    require(!host.isEmpty(), "host must not be empty");
    require(port >= 0 && port < PORTS, "port must be between 0 and 65535");
    require(metricsPort >= 0 && metricsPort < PORTS, "metrics-port must be between 0 and 65535");
    require(metricsPort == 0 || metricsPort != port, "metrics-port must differ from http.port");
    require(
        maxContentLength.bytes() > 0 && maxContentLength.bytes() <= BODY_LIMIT,
        "max-content-length must be between 1B and 1GiB");
    require(
        corsOrigins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches()),
        "cors-origins must be origins such as https://chat.example.org, without a path");
    requireBounded(drain, "drain");
    requireBounded(bodyTimeout, "body-timeout");
    requireBounded(idleTimeout, "idle-timeout");
    corsOrigins = List.copyOf(corsOrigins);
    trustedProxies = List.copyOf(trustedProxies);
  }

  private static void requireBounded(Duration wait, String key) {
    require(wait.isPositive() && wait.compareTo(LONGEST) <= 0, key + " must be between 1ms and 1h");
  }
}
