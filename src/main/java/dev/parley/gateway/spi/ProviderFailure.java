package dev.parley.gateway.spi;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Why a provider could not answer, in the classes that routing decides by.
///
/// @param kind the class of failure
/// @param detail one sentence for the administrator; holds no key and no prompt
/// @param retryAfter how long the provider asked us to wait, if it said so
/// @param refusal the provider's own answer, where it is for the caller to read
public record ProviderFailure(
    Kind kind, String detail, @Nullable Duration retryAfter, @Nullable Refusal refusal) {

  /// An answer of the provider that blames the request.
  public record Refusal(int status, Buffer body) {}

  /// Classes of failure.
  public enum Kind {
    /// No connection, or it was reset before an answer began.
    UNREACHABLE,
    /// The key was refused.
    UNAUTHORIZED,
    /// Too many requests for now.
    RATE_LIMITED,
    /// What was paid for is used up: waiting does not help.
    QUOTA_EXHAUSTED,
    /// The provider says that it is overloaded or broken (5xx).
    OVERLOADED,
    /// The request itself was refused (4xx): another attempt would be refused too.
    REJECTED,
    /// The request is longer than this model can read; another one may.
    CONTEXT_TOO_LONG,
    /// No first token, or silence between tokens, for longer than allowed.
    TIMEOUT,
    /// The stream ended, or broke, before the provider said that it was finished.
    INTERRUPTED,
    /// What came was not what the protocol promises.
    MALFORMED,
    /// Nobody was asked: a limit of the caller's tokens or calls at once allows no more for now.
    LIMITED,
    /// Nobody was asked: the caller's budget is used up.
    BUDGET_EXHAUSTED,
    /// Nobody was asked: the caller has a budget and the model has no price.
    UNPRICED
  }

  public static ProviderFailure of(Kind kind, String detail) {
    return new ProviderFailure(kind, detail, null, null);
  }
}
