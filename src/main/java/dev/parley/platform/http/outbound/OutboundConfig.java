package dev.parley.platform.http.outbound;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.platform.config.ByteSize;
import dev.parley.platform.config.Env;
import dev.parley.platform.http.Cidr;
import java.time.Duration;
import java.util.List;

/// What requests to foreign addresses may reach and cost.
///
/// @param allowedNetworks blocks that are not public and may be reached all the same
/// @param extraPorts ports besides 80, 443 and 8443
/// @param lookupTimeout for all addresses of one name
/// @param connectTimeout for one connection, TLS included
/// @param firstByteTimeout from the connection to the head of the answer
/// @param totalTimeout for a whole request, redirects and waiting for a turn included
/// @param maxBytes of a body, unpacked
/// @param maxRedirects followed at most; 0 follows none
/// @param parallel requests that run at once; each may hold about four times `maxBytes` in memory
/// @param waiting requests that may wait for a turn; more are refused
public record OutboundConfig(
    @Env("OUTBOUND_ALLOWED_NETWORKS") List<Cidr> allowedNetworks,
    @Env("OUTBOUND_EXTRA_PORTS") List<Integer> extraPorts,
    Duration lookupTimeout,
    Duration connectTimeout,
    Duration firstByteTimeout,
    Duration totalTimeout,
    ByteSize maxBytes,
    int maxRedirects,
    int parallel,
    int waiting) {
  private static final int PORTS = 65_536;
  private static final int REDIRECTS = 20;
  private static final int REQUESTS = 1_000;

  public OutboundConfig {
    require(
        extraPorts.stream().allMatch(port -> port > 0 && port < PORTS),
        "extra-ports must be between 1 and 65535");
    requireBounded(lookupTimeout, "lookup-timeout");
    requireBounded(connectTimeout, "connect-timeout");
    requireBounded(firstByteTimeout, "first-byte-timeout");
    requireBounded(totalTimeout, "total-timeout");
    require(
        maxBytes.bytes() > 0 && maxBytes.bytes() <= FetchLimits.MOST_BYTES,
        "max-bytes must be between 1B and 256MiB");
    require(
        maxRedirects >= 0 && maxRedirects <= REDIRECTS,
        "max-redirects must be between 0 and " + REDIRECTS);
    require(parallel > 0 && parallel <= REQUESTS, "parallel must be between 1 and " + REQUESTS);
    require(waiting >= 0 && waiting <= REQUESTS, "waiting must be between 0 and " + REQUESTS);
    allowedNetworks = List.copyOf(allowedNetworks);
    extraPorts = List.copyOf(extraPorts);
  }

  private static void requireBounded(Duration wait, String key) {
    require(
        wait.toMillis() >= 1 && wait.compareTo(FetchLimits.LONGEST) <= 0,
        key + " must be between 1ms and 10m");
  }
}
