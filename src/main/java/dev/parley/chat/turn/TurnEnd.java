package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.chat.conversation.ChatProblem;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.handover.HandoverProblem;
import dev.parley.chat.log.LoggedEvent;
import dev.parley.chat.log.TurnEvent;
import dev.parley.chat.turn.TurnStore.EndedTurn;
import dev.parley.chat.turn.TurnStore.Finish;
import dev.parley.platform.observe.Log;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The last step of a turn: its answer is stored, and then its readers are told.
final class TurnEnd {
  private static final Log LOG = Log.of(TurnEnd.class);
  private static final Duration STORE_LIMIT = Duration.ofSeconds(60);
  private static final Duration STORE_PAUSE = Duration.ofSeconds(1);
  private static final TurnEvent TAKEN_OVER = new TurnEvent.Cancelled(null);

  private final TurnStore turns;
  private final Steps steps;
  private final InstantSource clock;

  TurnEnd(TurnStore turns, Steps steps, InstantSource clock) {
    this.turns = turns;
    this.steps = steps;
    this.clock = clock;
  }

  /// Stores the end and then tells it. While the database is away it is tried again; when that has
  /// taken too long, readers are told that the answer is lost.
  void store(LiveTurn live, Ending ending) {
    if (live.isLost()) {
      return;
    }
    used(live, ending);
    var answer = ending.message(live, clock.instant());
    var last = ending.terminal(live.call(), answer);
    try {
      steps.within(live.call(), live.lastCheckpoint());
      switch (finish(live.call(), ended(live, ending, answer, last))) {
        case ANSWERED -> {
          live.log().append(last);
          live.answer().tryComplete(answer);
        }
        case TAKEN_OVER -> {
          live.log().append(TAKEN_OVER);
          live.answer().tryFail(new HandoverProblem.WithPerson());
        }
        case ENDED_BEFORE -> {
          LOG.warning(live.call(), "turn was ended by another owner", "turn", live.id());
          live.lose();
        }
      }
    } catch (Exception e) {
      LOG.error(live.call(), "answer could not be stored", e);
      var problem = new ChatProblem.Interrupted();
      live.log().append(new TurnEvent.Failed(Ending.body(live.call(), problem)));
      live.answer().tryFail(problem);
    }
  }

  /// Tells an end that is not stored.
  void tell(LiveTurn live, Ending ending) {
    used(live, ending);
    var answer = ending.message(live, clock.instant());
    live.log().append(ending.terminal(live.call(), answer));
    live.answer().tryComplete(answer);
  }

  private static void used(LiveTurn live, Ending ending) {
    var model = ending.written().model();
    if (ending.usage() != null && model != null) {
      live.log().append(new TurnEvent.Used(model, ending.usage()));
    }
  }

  private static EndedTurn ended(LiveTurn live, Ending ending, Message answer, TurnEvent last) {
    var turn = live.turn();
    var seq = live.log().next();
    return new EndedTurn(
        turn.id(),
        turn.conversationId(),
        live.epoch(),
        ending.state(),
        answer,
        live.isByTools(),
        with(live.unsaved(), LoggedEvent.of(seq, last)),
        with(live.unsaved(), LoggedEvent.of(seq, TAKEN_OVER)));
  }

  private static List<LoggedEvent> with(List<LoggedEvent> events, LoggedEvent last) {
    var all = new ArrayList<>(events);
    all.add(last);
    return List.copyOf(all);
  }

  private Finish finish(Call call, EndedTurn end) throws Exception {
    return steps.patiently(
        STORE_LIMIT,
        STORE_PAUSE,
        () -> {
          var storing = call.until(Deadline.after(clock, STORE_LIMIT));
          return turns.finish(storing, end).await(STORE_LIMIT.toSeconds(), TimeUnit.SECONDS);
        });
  }
}
