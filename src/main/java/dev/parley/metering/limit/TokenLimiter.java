package dev.parley.metering.limit;

import io.vertx.core.Future;
import java.time.Duration;

/// Counts tokens: an estimate before the call, put right after it. Safe from any thread.
interface TokenLimiter {

  /// Takes tokens of the subject, all or none. Never fails.
  ///
  /// @param limit tokens in each window
  Future<Tokens> take(String subject, long tokens, long limit, Duration window);
}
