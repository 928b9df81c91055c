package dev.parley.gateway;

import dev.parley.call.Call;
import dev.parley.gateway.spi.ServerAddress;
import dev.parley.platform.http.outbound.Outbound;
import io.vertx.core.Future;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The address of a server that an administrator named: one that does not lead inside. Asked again
/// every half minute, while the one before is still used. Safe from any thread.
final class CheckedAddress implements ServerAddress {
  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final Duration USABLE = Duration.ofMinutes(5);

  private final Outbound outbound;
  private final String url;
  private final InstantSource clock;
  private volatile @Nullable Found found;
  private volatile long askedAt = Long.MIN_VALUE;

  CheckedAddress(Outbound outbound, String url, InstantSource clock) {
    this.outbound = outbound;
    this.url = url;
    this.clock = clock;
  }

  @Override
  public Future<Optional<SocketAddress>> find(Call call) {
    var known = found;
    var now = clock.millis();
    if (known == null || now - known.at() > USABLE.toMillis()) {
      return look(call, now);
    }
    if (now - known.at() > FRESH.toMillis() && now - askedAt > FRESH.toMillis()) {
      var _ = look(call, now);
    }
    return Future.succeededFuture(Optional.of(known.address()));
  }

  private Future<Optional<SocketAddress>> look(Call call, long now) {
    askedAt = now;
    return outbound
        .address(call, url)
        .map(address -> {
          var socket = SocketAddress.inetSocketAddress(address);
          found = new Found(socket, now);
          return Optional.of(socket);
        })
        .onFailure(_ -> found = null);
  }

  private record Found(SocketAddress address, long at) {}
}
