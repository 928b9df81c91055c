package dev.parley.gateway.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Why a provider could not answer, in the classes that routing decides by.
///
/// @param kind the class of failure
/// @param detail one sentence for the administrator; holds no key and no prompt
/// @param retryAfter how long the provider asked us to wait, if it said so
public record ProviderFailure(Kind kind, String detail, @Nullable Duration retryAfter) {

  /// Classes of failure.
  public enum Kind {
    /// No connection, or it was reset before an answer began.
    UNREACHABLE,
    /// The key was refused.
    UNAUTHORIZED,
    /// Too many requests, or the quota is used up.
    RATE_LIMITED,
    /// The provider says that it is overloaded or broken (5xx).
    OVERLOADED,
    /// The request itself was refused (4xx): another attempt would be refused too.
    REJECTED,
    /// No first token, or silence between tokens, for longer than allowed.
    TIMEOUT,
    /// The stream ended, or broke, before the provider said that it was finished.
    INTERRUPTED,
    /// What came was not what the protocol promises.
    MALFORMED
  }

  public static ProviderFailure of(Kind kind, String detail) {
    return new ProviderFailure(kind, detail, null);
  }
}
