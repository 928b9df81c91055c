package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.Role;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.Spot;
import dev.parley.chat.handover.Handover.By;
import dev.parley.chat.handover.Handover.Outcome;
import dev.parley.chat.handover.HandoverProblem;
import dev.parley.chat.handover.SaidStore.Words;
import dev.parley.chat.log.LoggedEvent;
import dev.parley.chat.log.TurnEvent;
import dev.parley.chat.turn.HandoverInterleavingsIT.Tally;
import dev.parley.chat.turn.TurnStore.EndedTurn;
import dev.parley.chat.turn.TurnStore.NewTurn;
import dev.parley.platform.postgres.DatabaseProblem;
import dev.parley.testkit.Await;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One conversation in which several things are done at once, several times, by chance.
final class Interleaving {
  private static final int WAVES = 6;
  private static final int MOST_AT_ONCE = 3;
  private static final Duration LENGTH = Duration.ofMinutes(1);

  private final List<Replica> replicas;
  private final Random random;
  private final Tally done;
  private final Call user;
  private final List<Call> agents;
  private UUID conversation = new UUID(0, 0);
  private final List<UUID> said = Collections.synchronizedList(new ArrayList<>());
  private volatile @Nullable NewTurn running;

  Interleaving(List<Replica> replicas, UUID workspace, Random random, Tally done) {
    this.replicas = replicas;
    this.random = random;
    this.done = done;
    this.user = call(workspace, replicas.getFirst().ids.next(), Role.MEMBER);
    this.agents =
        List.of(
            call(workspace, new UUID(1, 1), Role.AGENT),
            call(workspace, new UUID(1, 2), Role.AGENT));
  }

  UUID conversation() {
    return conversation;
  }

  /// The ids of what the user was told is stored.
  List<UUID> said() {
    return List.copyOf(said);
  }

  void play() {
    var first = replicas.getFirst();
    conversation = Await.of(first.conversations.begin(user, "t", null, Optional.empty()));
    var _ = Await.of(begin(first).map(true));
    for (var wave = 0; wave < WAVES; wave++) {
      var together = new ArrayList<Future<?>>();
      for (var n = random.nextInt(MOST_AT_ONCE); n >= 0; n--) {
        together.add(step(replicas.get(random.nextInt(replicas.size()))));
      }
      Await.end(Future.join(together));
      together.forEach(Interleaving::expected);
    }
    finish(first);
  }

  /// The last answer ends too, whoever has the conversation then.
  private void finish(Replica replica) {
    var turn = running;
    if (turn != null) {
      var _ = Await.of(end(replica, turn));
    }
  }

  private Future<?> step(Replica replica) {
    var agent = agents.get(random.nextInt(agents.size()));
    return switch (random.nextInt(12)) {
      case 0, 1 -> begin(replica);
      case 2, 3 -> running == null ? begin(replica) : end(replica, running);
      case 4 -> append(replica);
      case 5, 6 -> replica.handing.handovers().ask(user, conversation, By.USER, "");
      case 7, 8 -> claim(replica, agent);
      case 9 -> reply(replica, agent);
      case 10 -> giveBack(replica, agent);
      default -> leave(replica, agent);
    };
  }

  private Future<?> leave(Replica replica, Call agent) {
    return switch (random.nextInt(3)) {
      case 0 -> quietly(replica.handing.handovers().queue(agent, conversation), "queued");
      case 1 ->
          quietly(
              replica.handing.handovers().end(agent, conversation, Outcome.RESOLVED), "resolved");
      default -> Future.succeededFuture();
    };
  }

  private Future<?> giveBack(Replica replica, Call agent) {
    var handovers = replica.handing.handovers();
    return quietly(handovers.end(agent, conversation, Outcome.GIVEN_BACK), "given back");
  }

  private Future<?> claim(Replica replica, Call agent) {
    var handovers = replica.handing.handovers();
    return handovers
        .active(agent, conversation)
        .compose(there ->
            there.isEmpty()
                ? Future.succeededFuture()
                : handovers
                    .claim(agent, conversation, there.get().epoch())
                    .onSuccess(_ -> done.add("claimed"))
                    .recover(failure -> {
                      done.add("claim lost");
                      return accepted(failure);
                    }));
  }

  private Future<?> reply(Replica replica, Call agent) {
    var words = new Words(replica.ids.next(), Message.Role.AGENT, "I am here.", "", Instant.now());
    return quietly(replica.handing.handovers().reply(agent, conversation, words), "replied");
  }

  private Future<?> append(Replica replica) {
    var turn = running;
    if (turn == null) {
      return Future.succeededFuture();
    }
    var event = LoggedEvent.of(1, new TurnEvent.Delta("so"));
    return replica
        .turns
        .append(user, List.of(new TurnLogStore.Segment(turn.id(), 1, false, List.of(event))))
        .onSuccess(goesOn -> done.add(goesOn.isEmpty() ? "log refused" : "log written"));
  }

  /// As [Turns] does: to Parley, and where a person was asked for, to them.
  private Future<?> begin(Replica replica) {
    var now = Instant.now();
    var ids = replica.ids;
    var turn =
        new NewTurn(
            ids.next(),
            conversation,
            ids.next(),
            ids.next(),
            new Spot.Below(null),
            "And then?",
            List.of(),
            "t",
            "test",
            null,
            null,
            now);
    return replica
        .turns
        .begin(user, turn)
        .onSuccess(_ -> {
          running = turn;
          said.add(turn.questionId());
          done.add("asked Parley");
        })
        .<Void>mapEmpty()
        .recover(failure ->
            switch (failure) {
              case HandoverProblem.WithPerson _ -> tell(replica);
              case DatabaseProblem.Conflict conflict
                  when conflict.constraint().equals("turn_running") -> {
                done.add("too early");
                yield Future.succeededFuture();
              }
              default -> Future.failedFuture(failure);
            });
  }

  private Future<Void> tell(Replica replica) {
    var words = new Words(replica.ids.next(), Message.Role.USER, "And then?", "t", Instant.now());
    return replica
        .handing
        .handovers()
        .say(user, conversation, words)
        .onSuccess(told ->
            told.ifPresent(_ -> {
              said.add(words.id());
              done.add("said to a person");
            }))
        .mapEmpty();
  }

  private Future<?> end(Replica replica, NewTurn turn) {
    var now = Instant.now();
    var answer =
        new Message(
            turn.answerId(),
            turn.questionId(),
            Message.Role.ASSISTANT,
            "So it goes.",
            Message.State.COMPLETE,
            now,
            turn.id(),
            null,
            List.of(),
            null,
            null,
            null);
    var last = List.of(LoggedEvent.of(2, new TurnEvent.Completed(turn.answerId(), "stop", null)));
    var taken = List.of(LoggedEvent.of(2, new TurnEvent.Cancelled(null)));
    var end =
        new EndedTurn(turn.id(), conversation, 1, Turn.State.COMPLETED, answer, false, last, taken);
    return replica
        .turns
        .finish(user, end)
        .onSuccess(finish -> {
          done.add(
              switch (finish) {
                case ANSWERED -> "answered";
                case TAKEN_OVER -> "answer refused";
                case ENDED_BEFORE -> "answered twice";
              });
        });
  }

  private Future<?> quietly(Future<?> step, String what) {
    return step.onSuccess(_ -> done.add(what)).recover(Interleaving::accepted);
  }

  /// Who may not is told so; anything else is a fault.
  private static <T> Future<T> accepted(Throwable failure) {
    return failure instanceof HandoverProblem
        ? Future.succeededFuture()
        : Future.failedFuture(failure);
  }

  private static void expected(Future<?> step) {
    if (step.failed()) {
      throw new AssertionError(step.cause());
    }
  }

  private static Call call(UUID workspace, UUID person, Role role) {
    var caller = new Caller.Person(new WorkspaceId(workspace), new UserId(person), person, role);
    return new Call("test", caller, Deadline.after(InstantSource.system(), LENGTH));
  }
}
