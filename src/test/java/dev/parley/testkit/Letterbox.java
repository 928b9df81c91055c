package dev.parley.testkit;

import dev.parley.platform.mail.Mailer;
import io.vertx.core.Future;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Keeps letters instead of sending them.
public final class Letterbox implements Mailer {
  private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();

  /// Every letter so far, oldest first.
  public List<Letter> letters() {
    return List.copyOf(letters);
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public Future<Void> send(Letter letter) {
    var _ = letters.add(letter);
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
