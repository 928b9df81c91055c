package dev.parley.gateway.book;

import dev.parley.call.Call;
import dev.parley.gateway.spi.Provider;
import dev.parley.platform.config.Secret;
import io.vertx.core.Future;

/// Makes the providers that routes lead to.
public interface Upstreams {

  /// A provider for one key. Connections are shared with the others and outlive it.
  ///
  /// @param baseUrl empty for the vendor's own
  /// @param key empty where none is needed
  Provider open(Kind kind, String baseUrl, Secret key);

  /// Completes when a server may be asked that an administrator named; fails with a problem when
  /// its address leads inside.
  Future<Void> check(Call call, String baseUrl);
}
