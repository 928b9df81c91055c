package dev.parley.metering.limit;

import io.vertx.core.Future;
import java.util.Optional;

/// Lets so many calls of a subject run at once. Safe from any thread.
public interface Gate {

  /// Lets one in, if there is room; empty otherwise. Never fails.
  ///
  /// @param most that may be inside
  Future<Optional<Pass>> enter(String subject, int most);

  /// Says that those inside are still there. To be called every five seconds.
  void renew();

  /// Being inside. Leaving twice is leaving once.
  interface Pass extends AutoCloseable {
    @Override
    void close();
  }
}
