package dev.parley.cli.process;

import java.util.concurrent.ConcurrentLinkedDeque;

/// What is to be done when somebody presses Ctrl-C, the last wish first. Safe from any thread.
public final class Interruption {
  private final ConcurrentLinkedDeque<Runnable> wishes = new ConcurrentLinkedDeque<>();
  private volatile boolean happened;

  /// Has `action` done on an interruption until the result is closed.
  public Wish wish(Runnable action) {
    wishes.push(action);
    return () -> wishes.remove(action);
  }

  /// Whether it has come to that.
  public boolean happened() {
    return happened;
  }

  /// Does what was wished, each at most once. Called by the shutdown hook of the process, which at
  /// a normal end finds nothing to do.
  public void happen() {
    for (var action = wishes.poll(); action != null; action = wishes.poll()) {
      happened = true;
      doOne(action);
    }
  }

  private static void doOne(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException _) {
      // The process ends now; the other wishes are still to be done.
    }
  }

  /// An action that would be done.
  @FunctionalInterface
  public interface Wish extends AutoCloseable {
    @Override
    void close();
  }
}
