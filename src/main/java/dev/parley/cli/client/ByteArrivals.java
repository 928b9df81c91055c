package dev.parley.cli.client;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The bytes of an answer as they come, each piece waited for with a deadline: the streams of the
/// JDK would wait for ever on a server that fell silent.
final class ByteArrivals implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
  // Holds at most the one piece that was asked for and the end.
  private final BlockingQueue<Arrival> arrived = new LinkedBlockingQueue<>(4);
  private volatile Flow.@Nullable Subscription subscription;

  static ByteArrivals of(Flow.Publisher<List<ByteBuffer>> answer) {
    var arrivals = new ByteArrivals();
    answer.subscribe(arrivals);
    return arrivals;
  }

  /// The next piece; empty at the end. Throws when the connection broke, or nothing came in time.
  Optional<byte[]> next(Duration limit) throws IOException {
    return switch (poll(limit)) {
      case Arrival.Piece(var bytes) -> {
        ask();
        yield Optional.of(joined(bytes));
      }
      case Arrival.End() -> Optional.empty();
      case Arrival.Broken(var cause) -> throw new IOException(cause);
      case null -> throw new HttpTimeoutException("nothing for " + limit.toSeconds() + " s");
    };
  }

  private static byte[] joined(List<ByteBuffer> pieces) {
    var all = new byte[pieces.stream().mapToInt(ByteBuffer::remaining).sum()];
    var at = 0;
    for (var piece : pieces) {
      var length = piece.remaining();
      piece.get(all, at, length);
      at += length;
    }
    return all;
  }

  private @Nullable Arrival poll(Duration limit) throws IOException {
    try {
      return arrived.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /// Hangs up.
  @Override
  public void close() {
    var held = subscription;
    if (held != null) {
      held.cancel();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    arrived.add(new Arrival.Piece(bytes));
  }

  @Override
  public void onError(Throwable cause) {
    arrived.add(new Arrival.Broken(cause));
  }

  @Override
  public void onComplete() {
    arrived.add(new Arrival.End());
  }

  private void ask() {
    var held = subscription;
    if (held != null) {
      held.request(1);
    }
  }

  private sealed interface Arrival {
    record Piece(List<ByteBuffer> bytes) implements Arrival {}

    record End() implements Arrival {}

    record Broken(Throwable cause) implements Arrival {}
  }
}
