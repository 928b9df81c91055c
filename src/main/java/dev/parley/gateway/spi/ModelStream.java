package dev.parley.gateway.spi;

import dev.parley.metering.usage.Usage;

/// An answer on its way.
public interface ModelStream {

  /// Stops the answer: closes the provider's socket and ends the stream with [ModelEvent.Finished]
  /// for [FinishReason#CANCELLED], unless it has ended already. No text follows, but the end comes
  /// after this method has returned. From any thread; a second call does nothing.
  void cancel();

  /// Reads no more from the provider until [#resume]: the reader is behind. What is on its way
  /// still comes. On the event loop of the answer. The limits of time for silence rest meanwhile.
  default void pause() {}

  /// What it has used so far, as far as that is known. On the event loop of the answer.
  default Usage used() {
    return Usage.estimate(0, 0);
  }

  /// Reads on.
  default void resume() {}
}
