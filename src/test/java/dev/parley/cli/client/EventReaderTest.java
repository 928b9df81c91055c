package dev.parley.cli.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Events out of bytes, however they are cut.
final class EventReaderTest {
  private static final String STREAM =
      """
      : ping

      id: 1
      event: started
      data: {"a":1}

      id: 2
      event: delta
      data: {"text":"Größe 🎭"}

      id: 3
      event: del\
      """;

  private static final List<SseFrame> EVENTS =
      List.of(
          new SseFrame(1, "started", "{\"a\":1}"),
          new SseFrame(2, "delta", "{\"text\":\"Größe 🎭\"}"));

  @Test
  void readsTheSameEventsWhereverTheBytesAreCut() throws IOException {
    var bytes = STREAM.getBytes(StandardCharsets.UTF_8);
    for (var cut = 0; cut <= bytes.length; cut++) {
      var pieces =
          List.of(ByteBuffer.wrap(bytes, 0, cut), ByteBuffer.wrap(bytes, cut, bytes.length - cut));

      assertEquals(EVENTS, read(new Pieces(pieces, null)), "cut at " + cut);
    }
  }

  @Test
  void tellsABrokenConnectionFromAnEnd() {
    var broken = new IOException("reset");

    var failure = assertThrows(IOException.class, () -> read(new Pieces(List.of(), broken)));
    assertEquals(broken, failure.getCause());
  }

  @Test
  void refusesAnEventWithoutEnd() {
    var line = ByteBuffer.wrap(new byte[2 << 20]);

    assertThrows(IOException.class, () -> read(new Pieces(List.of(line), null)));
  }

  private static List<SseFrame> read(Pieces pieces) throws IOException {
    var read = new ArrayList<SseFrame>();
    try (var events = new EventReader(ByteArrivals.of(pieces))) {
      for (var event = events.next(); event.isPresent(); event = events.next()) {
        read.add(event.get());
      }
    }
    return read;
  }

  /// Gives one piece for each request, then the end.
  private record Pieces(List<ByteBuffer> pieces, @Nullable IOException failure)
      implements Flow.Publisher<List<ByteBuffer>> {
    @Override
    public void subscribe(Flow.Subscriber<? super List<ByteBuffer>> subscriber) {
      var left = pieces.iterator();
      subscriber.onSubscribe(
          new Flow.Subscription() {
            @Override
            public void request(long n) {
              if (left.hasNext()) {
                subscriber.onNext(List.of(left.next()));
              } else if (failure != null) {
                subscriber.onError(failure);
              } else {
                subscriber.onComplete();
              }
            }

            @Override
            public void cancel() {
              // nothing goes on by itself
            }
          });
    }
  }
}
