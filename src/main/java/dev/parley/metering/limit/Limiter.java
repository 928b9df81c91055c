package dev.parley.metering.limit;

import io.vertx.core.Future;
import java.time.Duration;

/// Counts requests and says which may pass. Safe from any thread.
public interface Limiter {

  /// Takes one request of the subject, if there is one left. Never fails.
  ///
  /// @param subject who asks, such as `key:…`; the same text always means the same
  /// @param limit requests in each window
  Future<Verdict> take(String subject, int limit, Duration window);
}
