package dev.parley.load.traffic;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/// Tells tokens, the end and errors of a stream of chat completions apart. For one thread at a
/// time.
final class ReadEvents {
  private static final byte[] DATA = ascii("data:");
  private static final byte[] TOKEN = ascii("\"content\":\"");
  private static final byte[] DONE = ascii("data: [DONE]");
  private static final byte[] ERROR = ascii("data: {\"error\"");

  private final byte[] line = new byte[64 << 10];
  private int length;

  /// What a line of the stream is.
  enum Line {
    TOKEN,
    DONE,
    ERROR,
    OTHER
  }

  /// Hears of each line with data.
  interface Sink {
    void line(Line line);
  }

  void reset() {
    length = 0;
  }

  void push(ByteBuf bytes, int count, Sink sink) {
    var end = bytes.readerIndex() + count;
    for (var at = bytes.readerIndex(); at < end; at++) {
      var b = bytes.getByte(at);
      if (b != '\n') {
        line[length++] = b;
      } else {
        if (stands(DATA, 0)) {
          sink.line(kind());
        }
        length = 0;
      }
    }
  }

  private Line kind() {
    if (stands(DONE, 0)) {
      return Line.DONE;
    }
    if (stands(ERROR, 0)) {
      return Line.ERROR;
    }
    for (var at = DATA.length; at + TOKEN.length < length; at++) {
      if (line[at] == '"' && stands(TOKEN, at)) {
        return line[at + TOKEN.length] == '"' ? Line.OTHER : Line.TOKEN;
      }
    }
    return Line.OTHER;
  }

  private boolean stands(byte[] text, int at) {
    if (at + text.length > length) {
      return false;
    }
    for (var i = 0; i < text.length; i++) {
      if (line[at + i] != text[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
