package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.log.LoggedEvent;
import dev.parley.chat.log.TurnLog;
import dev.parley.gateway.spi.ModelStream;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A turn that is being answered in this process: its log, and the way to stop it. Safe from any
/// thread.
public final class LiveTurn {
  private final Call call;
  private final Turn turn;
  private final String question;
  private final Context context;
  private final TurnLog log = new TurnLog();
  private final Promise<Message> answer = Promise.promise();
  private @Nullable ModelStream stream;
  private boolean cancelled;
  private volatile boolean attended = true;
  private Future<Void> checkpoint = Future.succeededFuture();
  private int saved;

  /// @param call of the asker, ending when the turn must have ended
  /// @param context event loop on which the answer comes in
  LiveTurn(Call call, Turn turn, String question, Context context) {
    this.call = call;
    this.turn = turn;
    this.question = question;
    this.context = context;
  }

  Call call() {
    return call;
  }

  Turn turn() {
    return turn;
  }

  UUID id() {
    return turn.id();
  }

  String question() {
    return question;
  }

  Context context() {
    return context;
  }

  TurnLog log() {
    return log;
  }

  /// The stored answer, or the problem that there is none. Completes behind the terminal event.
  public Promise<Message> answer() {
    return answer;
  }

  /// Stops the answer, now or as soon as it begins.
  void cancel() {
    ModelStream running;
    synchronized (this) {
      cancelled = true;
      running = stream;
    }
    if (running != null) {
      running.cancel();
    }
  }

  /// The model has begun.
  void attach(ModelStream running) {
    boolean late;
    synchronized (this) {
      stream = running;
      late = cancelled;
    }
    if (late) {
      running.cancel();
    }
  }

  /// Nobody reads the events, so that nobody can decide about anything.
  public void unattended() {
    attended = false;
  }

  boolean attended() {
    return attended;
  }

  synchronized boolean cancelled() {
    return cancelled;
  }

  /// Stores the events that are not stored yet, one store at a time.
  synchronized void checkpoint(TurnStore store, long epoch) {
    var fresh = log.allAfter(saved);
    if (!checkpoint.isComplete() || fresh.isEmpty()) {
      return;
    }
    checkpoint =
        store.append(call, turn.id(), epoch, fresh).onSuccess(_ -> savedTo(fresh.getLast().seq()));
  }

  /// Completes when no checkpoint is on its way; a failed one is made up for by the end.
  synchronized Future<Void> lastCheckpoint() {
    return checkpoint.otherwiseEmpty();
  }

  /// The events that are not stored yet.
  synchronized List<LoggedEvent> unsaved() {
    return log.allAfter(saved);
  }

  private synchronized void savedTo(int seq) {
    saved = seq;
  }
}
