package dev.parley.api;

import dev.parley.call.Caller;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The open event streams of one server, so that a drain can end each of them cleanly. The server's
/// own shutdown would cut them. Safe from any thread.
final class OpenStreams {
  private final Map<Sse, Reader> open = new ConcurrentHashMap<>();
  private final HttpMetrics metrics;

  OpenStreams(HttpMetrics metrics) {
    this.metrics = metrics;
  }

  void add(Sse stream, Context context, Caller caller) {
    open.put(stream, new Reader(context, caller));
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
    open.forEach((stream, reader) -> reader.context().runOnContext(_ -> stream.drain()));
  }

  /// Ends the streams of those who may no longer read. Whether somebody may is asked once for all
  /// their streams; while nobody can tell, streams go on.
  void endOf(Function<Caller, Future<Boolean>> mayRead) {
    open.values().stream()
        .map(Reader::caller)
        .distinct()
        .forEach(caller ->
            mayRead
                .apply(caller)
                .onSuccess(may -> {
                  if (!may) {
                    end(caller);
                  }
                }));
  }

  private void end(Caller caller) {
    open.forEach((stream, reader) -> {
      if (reader.caller().equals(caller)) {
        reader.context().runOnContext(_ -> stream.end());
      }
    });
  }

  /// Who reads a stream, and where it lives.
  private record Reader(Context context, Caller caller) {}
}
