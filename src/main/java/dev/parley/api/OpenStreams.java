package dev.parley.api;

import io.vertx.core.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The open event streams of one server, so that a drain can end each of them cleanly. The server's
/// own shutdown would cut them. Safe from any thread.
final class OpenStreams {
  private final Map<Sse, Context> open = new ConcurrentHashMap<>();
  private final HttpMetrics metrics;

  OpenStreams(HttpMetrics metrics) {
    this.metrics = metrics;
  }

  void add(Sse stream, Context context) {
    open.put(stream, context);
    metrics.streamOpened();
  }

  void remove(Sse stream) {
    if (open.remove(stream) != null) {
      metrics.streamClosed();
    }
  }

  int count() {
    return open.size();
  }

  /// Tells every reader to come back in a moment, and ends the stream.
  void drain() {
    open.forEach((stream, context) -> context.runOnContext(_ -> stream.drain()));
  }
}
