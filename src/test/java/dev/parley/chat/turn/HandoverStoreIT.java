package dev.parley.chat.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.Role;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.Spot;
import dev.parley.chat.handover.Handover;
import dev.parley.chat.handover.Handover.By;
import dev.parley.chat.handover.Handover.Outcome;
import dev.parley.chat.handover.HandoverProblem;
import dev.parley.chat.handover.SaidStore;
import dev.parley.chat.handover.SaidStore.Words;
import dev.parley.chat.log.LoggedEvent;
import dev.parley.chat.log.TurnEvent;
import dev.parley.chat.turn.TurnLogStore.Segment;
import dev.parley.chat.turn.TurnStore.EndedTurn;
import dev.parley.chat.turn.TurnStore.Finish;
import dev.parley.chat.turn.TurnStore.NewTurn;
import dev.parley.platform.time.Stopwatch;
import dev.parley.testkit.Await;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Hand-overs in their tables, as two replicas write them, with sealed texts.
final class HandoverStoreIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final WorkspaceId WORKSPACE = new WorkspaceId(new UUID(0x7000L, 7));
  private static final int RACES = 50;

  private static Replica one;
  private static Replica other;

  private final Call user = person(new UUID(1, 1), Role.MEMBER);
  private final Call amy = person(new UUID(1, 2), Role.AGENT);
  private final Call abe = person(new UUID(1, 3), Role.AGENT);
  private UUID conversation = new UUID(0, 0);

  @BeforeAll
  static void start() {
    var sql =
        "INSERT INTO workspace (id, name, created_at) VALUES ('" + WORKSPACE + "', 'w', now())";
    var _ = SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), sql);
    one = new Replica(POSTGRES, true);
    other = new Replica(POSTGRES, true);
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
  }

  @BeforeEach
  void begin() {
    conversation = Await.of(one.conversations.begin(user, "Otters", null, Optional.empty()));
  }

  @Test
  void ofTwoWhoClaimInTwoReplicasOneGetsIt() {
    for (var n = 0; n < RACES; n++) {
      begin();
      var open = ask();
      var all =
          List.of(
              one.handing.handovers().claim(amy, conversation, open.epoch()),
              other.handing.handovers().claim(abe, conversation, open.epoch()));
      Await.end(Future.join(all));

      var won = all.stream().filter(Future::succeeded).map(Future::result).toList();
      assertEquals(1, won.size());
      assertEquals(open.epoch() + 1, won.getFirst().epoch());
      all.stream()
          .filter(Future::failed)
          .forEach(lost -> assertTrue(lost.cause() instanceof HandoverProblem.Taken));
    }
  }

  @Test
  void whoClaimsTwiceHasItOnce() {
    var open = ask();
    var first = Await.of(one.handing.handovers().claim(amy, conversation, open.epoch()));
    var again = Await.of(other.handing.handovers().claim(amy, conversation, open.epoch()));

    assertEquals(first, again);
  }

  @Test
  void askingTwiceIsOneHandOver() {
    assertEquals(ask().id(), ask().id());
  }

  @Test
  void anAnswerThatWasBegunBeforeIsNotStored() {
    var turn = question(null, null);
    var open = ask();
    var claimed = Await.of(other.handing.handovers().claim(amy, conversation, open.epoch()));

    var piece = new Segment(turn.id(), 1, false, List.of(delta(1)));
    assertEquals(Set.of(), Await.of(one.turns.append(user, List.of(piece))));
    assertEquals(Finish.TAKEN_OVER, finish(turn));
    assertEquals(List.of(), said(Message.Role.ASSISTANT));
    var log = Await.of(one.turns.log(user, turn.id(), 0));
    assertEquals("cancelled", log.getLast().event());

    // Nor when the person has given the conversation back meanwhile.
    var _ = Await.of(one.handing.handovers().end(amy, conversation, Outcome.GIVEN_BACK));
    var next = question(null, null);
    assertEquals(Finish.ANSWERED, finish(next));
    assertEquals(1, said(Message.Role.ASSISTANT).size());
    assertEquals(2, claimed.epoch() + 1);
  }

  @Test
  void whatIsSaidWhileAnAnswerIsWrittenFollowsTheAnswer() {
    var turn = question(null, null);
    var _ = ask();
    var told = say(new UUID(5, 5), "Hello?");
    assertEquals(Finish.ANSWERED, finish(turn));

    var branch = Await.of(other.tree.branch(user, conversation));

    assertEquals(
        List.of(turn.questionId(), turn.answerId(), told.id()),
        branch.stream().map(Message::id).toList());
  }

  @Test
  void aRetriedMessageIsNotAskedOfParleyAfterwards() {
    var key = "a key of the client";
    var open = ask();
    var told = say(SaidStore.keyed(conversation, key), "Hello?");
    var _ = Await.of(one.handing.handovers().claim(amy, conversation, open.epoch()));
    var _ = Await.of(one.handing.handovers().end(amy, conversation, Outcome.RESOLVED));

    var refused = other.turns.begin(user, turn(null, key));
    var _ = Await.failure(HandoverProblem.WithPerson.class, refused);

    assertEquals(told, say(SaidStore.keyed(conversation, key), "Hello?"));
    var other = new Words(told.id(), Message.Role.USER, "Goodbye.", "", Instant.now());
    var _ =
        Await.failure(
            HandoverProblem.KeyMismatch.class,
            one.handing.handovers().say(user, conversation, other));
  }

  @Test
  void onlyWhoHasItWrites() {
    var open = ask();
    var _ = Await.failure(HandoverProblem.NotYours.class, reply(amy));
    var _ = Await.of(one.handing.handovers().claim(amy, conversation, open.epoch()));
    var _ = Await.failure(HandoverProblem.NotYours.class, reply(abe));
    assertEquals(amy.caller().name(), "user:" + Await.of(reply(amy)).message().authorId());

    var _ = Await.of(other.handing.handovers().claim(abe, conversation, open.epoch() + 1));
    var _ = Await.failure(HandoverProblem.NotYours.class, reply(amy));
    var _ = Await.of(reply(abe));
    var _ = Await.of(one.handing.handovers().queue(abe, conversation));
    var _ = Await.failure(HandoverProblem.NotYours.class, reply(abe));
  }

  @Test
  void textsAreSealed() {
    var _ = Await.of(one.handing.handovers().ask(user, conversation, By.TOOL, "zx81reason"));
    var sql = "SELECT reason || page FROM handover WHERE conversation_id = '" + conversation + "'";
    var stored = SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), sql);

    assertFalse(stored.iterator().next().getString(0).contains("zx81reason"));
    var there = Await.of(other.handing.handovers().active(amy, conversation)).orElseThrow();
    assertEquals("zx81reason", there.reason());
    assertNull(there.agentId());
  }

  @Test
  void everyReplicaHearsOfAClaim() {
    var stopped = new ArrayList<UUID>();
    other.handing.handovers().onClaimed(stopped::add);
    Await.of(other.change.changes().look());
    var open = ask();
    var watch = Stopwatch.start();
    var _ = Await.of(one.handing.handovers().claim(amy, conversation, open.epoch()));

    Await.until("the other replica knows", () -> stopped.contains(conversation));
    assertTrue(watch.millis() < 1_000, () -> watch.millis() + " ms");
  }

  @Test
  void countsWhoAsked() {
    var before = one.metrics.registry().getSampleValue("escalations_total", BY, TOOL);
    var _ = Await.of(one.handing.handovers().ask(user, conversation, By.TOOL, ""));
    var _ = Await.of(one.handing.handovers().ask(user, conversation, By.TOOL, ""));

    var after = one.metrics.registry().getSampleValue("escalations_total", BY, TOOL);
    assertEquals(before + 1, after);
  }

  private static final String[] BY = {"by"};
  private static final String[] TOOL = {"tool"};

  private Handover ask() {
    return Await.of(one.handing.handovers().ask(user, conversation, By.USER, ""));
  }

  private Future<SaidStore.Exchange> reply(Call agent) {
    var words = new Words(one.ids.next(), Message.Role.AGENT, "I am here.", "", Instant.now());
    return one.handing.handovers().reply(agent, conversation, words);
  }

  private Message say(UUID id, String text) {
    var words = new Words(id, Message.Role.USER, text, "", micros());
    return Await.of(one.handing.handovers().say(user, conversation, words)).orElseThrow().message();
  }

  private NewTurn question(@Nullable UUID parent, @Nullable String key) {
    var turn = turn(parent, key);
    var _ = Await.of(one.turns.begin(user, turn).map(true));
    return turn;
  }

  private NewTurn turn(@Nullable UUID parent, @Nullable String key) {
    var ids = one.ids;
    var now = micros();
    return new NewTurn(
        ids.next(),
        conversation,
        ids.next(),
        ids.next(),
        new Spot.Below(parent),
        "Do otters hold hands?",
        List.of(),
        "Otters",
        "test",
        null,
        key,
        now);
  }

  private Finish finish(NewTurn turn) {
    var answer =
        new Message(
            turn.answerId(),
            turn.questionId(),
            Message.Role.ASSISTANT,
            "They do.",
            Message.State.COMPLETE,
            micros(),
            turn.id(),
            null,
            List.of(),
            null,
            null,
            null);
    var last = LoggedEvent.of(2, new TurnEvent.Completed(turn.answerId(), "stop", null));
    var taken = LoggedEvent.of(2, new TurnEvent.Cancelled(null));
    return Await.of(
        one.turns.finish(
            user,
            new EndedTurn(
                turn.id(),
                conversation,
                1,
                Turn.State.COMPLETED,
                answer,
                false,
                List.of(delta(1), last),
                List.of(delta(1), taken))));
  }

  private List<Message> said(Message.Role role) {
    return Await.of(other.tree.branch(user, conversation)).stream()
        .filter(message -> message.role() == role)
        .toList();
  }

  private static LoggedEvent delta(int seq) {
    return LoggedEvent.of(seq, new TurnEvent.Delta("They "));
  }

  private static Instant micros() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static Call person(UUID id, Role role) {
    var caller = new Caller.Person(WORKSPACE, new UserId(id), id, role);
    var deadline = Deadline.after(InstantSource.system(), Duration.ofMinutes(5));
    return new Call("test", caller, deadline);
  }
}
