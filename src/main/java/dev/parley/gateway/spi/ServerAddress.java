package dev.parley.gateway.spi;

import dev.parley.call.Call;
import io.vertx.core.Future;
import io.vertx.core.net.SocketAddress;
import java.util.Optional;

/// Where the server of a base URL is.
@FunctionalInterface
public interface ServerAddress {
  /// Wherever its name leads: for addresses that the operator configured.
  ServerAddress AS_NAMED = _ -> Future.succeededFuture(Optional.empty());

  /// The only address that may be connected to; empty where any is right. Fails when none is. From
  /// any thread; mostly complete at once.
  Future<Optional<SocketAddress>> find(Call call);
}
