package dev.parley.gateway.provider.langchain.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Bytes that one thread brings and another one waits for. The one who brings is told when to wait:
/// it never blocks.
final class Pipe extends InputStream {
  private static final int FULL = 256 << 10;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Queue<byte[]> pieces = new ArrayDeque<>();
  private final Consumer<Boolean> flow;
  private byte[] piece = new byte[0];
  private int at;
  private int waiting;
  private boolean ended;
  private boolean closed;
  private boolean held;

  /// @param flow told false when the pipe is full and true when it has room again, on either thread
  Pipe(Consumer<Boolean> flow) {
    this.flow = flow;
  }

  void push(byte[] bytes) {
    lock.lock();
    try {
      if (closed || bytes.length == 0) {
        return;
      }
      pieces.add(bytes);
      waiting += bytes.length;
      news.signal();
      if (waiting > FULL && !held) {
        held = true;
        flow.accept(false);
      }
    } finally {
      lock.unlock();
    }
  }

  /// No more is brought.
  void end() {
    lock.lock();
    try {
      ended = true;
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    lock.lock();
    try {
      if (at == piece.length && !next()) {
        return -1;
      }
      var count = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, into, offset, count);
      at += count;
      return count;
    } finally {
      lock.unlock();
    }
  }

  /// Waits for the next piece; false when there is none.
  private boolean next() throws IOException {
    while (pieces.isEmpty()) {
      if (closed) {
        throw new IOException("the stream was closed");
      }
      if (ended) {
        return false;
      }
      try {
        news.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    piece = pieces.remove();
    at = 0;
    waiting -= piece.length;
    if (held && waiting <= FULL / 2) {
      held = false;
      flow.accept(true);
    }
    return true;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      pieces.clear();
      news.signal();
    } finally {
      lock.unlock();
    }
  }
}
