package dev.parley.load.provider;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// What was sent to whom, to be held against a ledger. Safe from any thread.
final class SentLog {
  private static final int MOST = 2_000_000;

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();

  /// @param end `sent`, `left` or the status
  void add(String id, int tokens, String end) {
    if (count.incrementAndGet() <= MOST) {
      lines.add(id + " " + tokens + " " + end + "\n");
    }
  }

  /// One line for each request, in the order of their ends: its id, its tokens, its end.
  String text() {
    var text = new StringBuilder();
    lines.forEach(text::append);
    return text.toString();
  }

  void clear() {
    lines.clear();
    count.set(0);
  }
}
