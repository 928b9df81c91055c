package dev.parley.cli.client;

import dev.parley.platform.http.SseDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/// Server-sent events, read one after the other by one thread.
final class EventReader implements AutoCloseable {
  /// The server sends a comment every 10 s, so three of them are missing.
  private static final Duration SILENCE = Duration.ofSeconds(35);

  private final ByteArrivals bytes;
  private final Queue<SseFrame> read = new ArrayDeque<>();
  private final SseDecoder decoder = new SseDecoder(this::keep);

  EventReader(ByteArrivals bytes) {
    this.bytes = bytes;
  }

  /// The next event; empty at the end of the stream. Throws when the connection broke or fell
  /// silent.
  Optional<SseFrame> next() throws IOException {
    while (read.isEmpty()) {
      var piece = bytes.next(SILENCE);
      if (piece.isEmpty()) {
        return Optional.empty();
      }
      decode(piece.get());
    }
    return Optional.of(read.remove());
  }

  @Override
  public void close() {
    bytes.close();
  }

  private void decode(byte[] piece) throws IOException {
    try {
      var _ = decoder.push(piece);
    } catch (SseDecoder.TooLong e) {
      throw new IOException("an event has " + e.getMessage(), e);
    }
  }

  private boolean keep(String name, byte[] data, int length) {
    var line = new String(data, 0, length, StandardCharsets.UTF_8);
    return read.add(new SseFrame(number(decoder.id()), name, line));
  }

  private static long number(String id) {
    return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
  }
}
