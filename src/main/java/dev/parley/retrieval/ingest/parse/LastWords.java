package dev.parley.retrieval.ingest.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/// The end of what a child writes to standard error. Reading it also keeps the pipe from filling
/// up, which would stop the child.
final class LastWords {
  private static final int KEPT = 2_000;

  private final AtomicReference<String> text = new AtomicReference<>("");

  /// Reads until the stream ends.
  void listen(InputStream errors) {
    var buffer = new byte[1024];
    try (errors) {
      for (var n = errors.read(buffer); n >= 0; n = errors.read(buffer)) {
        var all = text.get() + new String(buffer, 0, n, StandardCharsets.UTF_8);
        text.set(all.substring(Math.max(0, all.length() - KEPT)));
      }
    } catch (IOException closed) {
      // The process has ended.
    }
  }

  @Override
  public String toString() {
    return text.get().strip();
  }
}
