package dev.parley.gateway.provider.langchain.http;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.Predicate;

/// Cuts a stream into lines, wherever its bytes are cut. Empty lines are skipped; the last line
/// counts only with its end. For one thread at a time.
final class LineDecoder {
  private static final int LONGEST = 1 << 20;

  private final Predicate<byte[]> sink;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);

  /// @param sink takes a line and says whether more is wanted
  LineDecoder(Predicate<byte[]> sink) {
    this.sink = sink;
  }

  /// Returns false when a line is longer than any honest sender's.
  boolean push(byte[] bytes) {
    var start = 0;
    for (var at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        line.write(bytes, start, at - start);
        start = at + 1;
        if (!end()) {
          return true;
        }
      }
    }
    line.write(bytes, start, bytes.length - start);
    return line.size() <= LONGEST;
  }

  private boolean end() {
    var whole = line.toByteArray();
    line.reset();
    var length =
        whole.length > 0 && whole[whole.length - 1] == '\r' ? whole.length - 1 : whole.length;
    return length == 0 || sink.test(Arrays.copyOf(whole, length));
  }
}
