package dev.parley.gateway.provider.langchain.http;

import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.metering.usage.Counted;

/// Who follows an exchange from outside LangChain4j. On the event loop of the exchange; nothing is
/// told after it was cancelled.
public interface Watch {
  /// Nobody.
  Watch NONE = new Watch() {};

  /// The exchange has begun; it can be paused, resumed and cancelled.
  default void began(StreamExchange exchange) {}

  /// The provider has taken the request and answers.
  default void accepted() {}

  /// The provider's count so far.
  default void counted(Counted usage) {}

  /// The answer came to its end. The listener knows it already.
  default void finished(FinishReason reason) {}

  /// The answer broke off. The listener knows it already.
  default void failed(ProviderFailure failure) {}
}
