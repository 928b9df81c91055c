package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.chat.conversation.ChatProblem;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.log.LoggedEvent;
import dev.parley.chat.log.TurnLog;
import dev.parley.chat.turn.TurnLogStore.Segment;
import dev.parley.chat.turn.TurnStore.AnsweredBy;
import dev.parley.gateway.spi.ModelStream;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A turn that is being answered in this process: its log, and the way to stop it. Safe from any
/// thread.
public final class LiveTurn {
  private final Call call;
  private volatile Turn turn;
  private final String question;
  private final Context context;
  private final TurnLog log;
  private final long epoch;
  private final Promise<Message> answer = Promise.promise();
  private @Nullable ModelStream stream;
  private boolean cancelled;
  private boolean byTools;
  private volatile boolean attended = true;
  private boolean stored;
  private boolean lost;
  private boolean ending;
  private Future<Boolean> checkpoint = Future.succeededFuture(true);
  private int saved;

  /// A turn that begins.
  ///
  /// @param call of the asker, ending when the turn must have ended
  /// @param context event loop on which the answer comes in
  LiveTurn(Call call, Turn turn, String question, Context context) {
    this(call, turn, question, context, List.of(), 1);
  }

  /// A turn that another owner began.
  ///
  /// @param earlier the events that it stored
  /// @param epoch of the lease
  LiveTurn(
      Call call,
      Turn turn,
      String question,
      Context context,
      List<LoggedEvent> earlier,
      long epoch) {
    this.call = call;
    this.turn = turn;
    this.question = question;
    this.context = context;
    this.log = new TurnLog(earlier, turn.attempt());
    this.saved = earlier.isEmpty() ? 0 : earlier.getLast().seq();
    this.epoch = epoch;
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

  /// With which everything is stored; an older one than the turn's changes nothing.
  long epoch() {
    return epoch;
  }

  /// The stored answer, or the problem that there is none. Completes behind the terminal event.
  public Promise<Message> answer() {
    return answer;
  }

  /// A tool other than the search gave the answer something.
  synchronized void helpedByTool() {
    byTools = true;
  }

  synchronized boolean isByTools() {
    return byTools;
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

  /// The turn is in the database, with a lease that has to be held.
  synchronized void stored() {
    stored = true;
  }

  /// The same, and who answers it.
  synchronized void stored(AnsweredBy by) {
    turn = turn.by(by.assistant(), by.version());
    stored = true;
  }

  synchronized boolean isStored() {
    return stored;
  }

  /// Somebody else owns the turn now: nothing of this one counts any more.
  void lose() {
    synchronized (this) {
      lost = true;
    }
    log.abandon();
    cancel();
    answer.tryFail(new ChatProblem.Interrupted());
  }

  synchronized boolean isLost() {
    return lost;
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

  /// The events that are not stored yet, for somebody to store; empty while earlier ones are on
  /// their way, and at the end.
  synchronized Optional<Checkpoint> checkpoint() {
    var fresh = log.allAfter(saved);
    if (ending || !checkpoint.isComplete() || fresh.isEmpty()) {
      return Optional.empty();
    }
    var taken = new Checkpoint(new Segment(id(), epoch, false, fresh), Promise.promise());
    checkpoint =
        taken
            .goesOn()
            .future()
            .onSuccess(goesOn -> {
              if (goesOn) {
                savedTo(fresh.getLast().seq());
              } else {
                cancel();
              }
            });
    return Optional.of(taken);
  }

  /// Allows no further checkpoint; completes when none is on its way. A failed one is made up for
  /// by the end.
  synchronized Future<Void> lastCheckpoint() {
    ending = true;
    return checkpoint.<Void>mapEmpty().otherwiseEmpty();
  }

  /// Whether its end is being stored.
  synchronized boolean isEnding() {
    return ending;
  }

  /// The events that are not stored yet.
  synchronized List<LoggedEvent> unsaved() {
    return log.allAfter(saved);
  }

  private synchronized void savedTo(int seq) {
    saved = seq;
  }

  /// Events on their way to the database.
  ///
  /// @param goesOn to be completed by whoever stores them: whether the turn is to go on
  record Checkpoint(Segment segment, Promise<Boolean> goesOn) {}
}
