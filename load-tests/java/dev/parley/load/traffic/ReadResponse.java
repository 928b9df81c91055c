package dev.parley.load.traffic;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/// Reads HTTP/1.1 responses from bytes that are cut anywhere: those with a length, those in chunks,
/// and those without a body. For one thread at a time.
final class ReadResponse {
  private final Sink sink;
  private final byte[] line = new byte[16 << 10];
  private int length;
  private State state = State.STATUS;
  private int status;
  private long left;
  private boolean chunked;

  /// Hears what comes.
  interface Sink {
    void head(int status);

    void body(ByteBuf bytes, int length);

    void end();
  }

  private enum State {
    STATUS,
    HEADER,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER
  }

  ReadResponse(Sink sink) {
    this.sink = sink;
  }

  /// Forgets a response that was begun.
  void reset() {
    state = State.STATUS;
    length = 0;
  }

  void push(ByteBuf bytes) {
    while (bytes.isReadable()) {
      if (state == State.BODY || state == State.CHUNK) {
        body(bytes);
      } else if (readLine(bytes)) {
        var end = length;
        length = 0;
        line(end);
      }
    }
  }

  private void body(ByteBuf bytes) {
    var part = (int) Math.min(left, bytes.readableBytes());
    var next = bytes.readerIndex() + part;
    sink.body(bytes, part);
    bytes.readerIndex(next);
    left -= part;
    if (left == 0 && state == State.CHUNK) {
      state = State.CHUNK_END;
    } else if (left == 0) {
      end();
    }
  }

  /// Whether a whole line is there, without its end.
  private boolean readLine(ByteBuf bytes) {
    while (bytes.isReadable()) {
      var b = bytes.readByte();
      if (b == '\n') {
        return true;
      }
      if (b != '\r') {
        line[length++] = b;
      }
    }
    return false;
  }

  private void line(int end) {
    switch (state) {
      case STATUS -> {
        status = Integer.parseInt(text(9, 12));
        left = 0;
        chunked = false;
        state = State.HEADER;
      }
      case HEADER -> {
        if (end == 0) {
          headEnded();
        } else {
          header(end);
        }
      }
      case CHUNK_SIZE -> {
        left = Long.parseLong(text(0, end).strip(), 16);
        state = left == 0 ? State.TRAILER : State.CHUNK;
      }
      case CHUNK_END -> state = State.CHUNK_SIZE;
      case TRAILER -> {
        if (end == 0) {
          end();
        }
      }
      case BODY, CHUNK -> throw new IllegalStateException("a body has no lines");
    }
  }

  private void headEnded() {
    sink.head(status);
    if (chunked) {
      state = State.CHUNK_SIZE;
    } else if (left > 0) {
      state = State.BODY;
    } else {
      end();
    }
  }

  private void header(int end) {
    if (is("content-length:")) {
      left = Long.parseLong(text(15, end).strip());
    } else if (is("transfer-encoding:")) {
      chunked = text(18, end).strip().equalsIgnoreCase("chunked");
    }
  }

  private boolean is(String name) {
    for (var i = 0; i < name.length(); i++) {
      if ((line[i] | 0x20) != (name.charAt(i) | 0x20)) {
        return false;
      }
    }
    return true;
  }

  private String text(int from, int to) {
    return new String(line, from, Math.max(0, to - from), StandardCharsets.US_ASCII);
  }

  private void end() {
    state = State.STATUS;
    sink.end();
  }
}
