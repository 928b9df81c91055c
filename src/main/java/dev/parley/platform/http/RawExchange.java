package dev.parley.platform.http;

import dev.parley.call.Call;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/// A request and its answer as bytes, from a caller who may make it. Used on the event loop of the
/// request only. What is written after the caller has left goes nowhere.
public interface RawExchange {
  Call call();

  Optional<String> header(String name);

  /// The whole body, at most as long as any may be.
  Buffer body();

  /// Puts a header into the answer; before the first byte of it.
  void header(String name, String value);

  /// Answers at once.
  void answer(int status, String contentType, Buffer body);

  /// Answers with a problem, in the form of the operation.
  void fail(Throwable failure);

  /// Begins server-sent events.
  void beginEvents();

  /// Writes the next bytes of a begun answer.
  void write(Buffer piece);

  /// Ends a begun answer cleanly.
  void end();

  /// Cuts a begun answer off, so that it does not look whole.
  void cut();

  /// Whether the reader is behind by more than the socket buffer.
  boolean full();

  /// Calls `resume` each time a full answer has room again.
  void onDrain(Runnable resume);

  /// Calls `gone` once, if the caller leaves before the end.
  void onLeave(Runnable gone);
}
