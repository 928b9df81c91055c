package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.chat.attachment.AttachmentProblem;
import dev.parley.chat.conversation.Branches;
import dev.parley.chat.conversation.ChatConfig;
import dev.parley.chat.conversation.ChatProblem;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.Owner;
import dev.parley.chat.conversation.Spot;
import dev.parley.chat.handover.Handover;
import dev.parley.chat.handover.HandoverProblem;
import dev.parley.chat.handover.Handovers;
import dev.parley.chat.handover.SaidStore;
import dev.parley.chat.log.LogReader;
import dev.parley.chat.log.TurnEvent;
import dev.parley.chat.turn.TurnStore.NewTurn;
import dev.parley.chat.turn.TurnStore.StoredTurn;
import dev.parley.platform.http.EventStream;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Json;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.ProblemBody;
import dev.parley.platform.ids.Ids;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asking, following and stopping: what every way into a conversation does with turns. Called on an
/// event loop.
public final class Turns {
  private static final int TITLE_LENGTH = 80;
  private static final long POLL_MS = 500;
  private static final int TRIES = 3;

  private final Vertx vertx;
  private final Branches branches;
  private final TurnStore turns;
  private final LeaseStore leases;
  private final TurnRunner runner;
  private final Handovers handovers;
  private final ConsentStore consents;
  private final ActiveSessions sessions;
  private final ChatConfig config;
  private final Ids ids;
  private final InstantSource clock;

  public Turns(
      Vertx vertx,
      Branches branches,
      TurnStore turns,
      LeaseStore leases,
      TurnRunner runner,
      Handovers handovers,
      ConsentStore consents,
      ActiveSessions sessions,
      ChatConfig config,
      Ids ids,
      InstantSource clock) {
    this.vertx = vertx;
    this.branches = branches;
    this.turns = turns;
    this.leases = leases;
    this.runner = runner;
    this.handovers = handovers;
    this.consents = consents;
    this.sessions = sessions;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /// Asks in a conversation; completes when the question is stored and its answer has begun. While
  /// the conversation is handed over the question is for a person, and follows what was said last.
  ///
  /// @param key the client's idempotency key: the same key and text lead to the same turn
  ///
  /// @param parent the answer that the question follows; null for the end of the branch that is
  ///   shown
  public Future<Asked> ask(
      Call call, UUID conversation, Words words, @Nullable UUID parent, Optional<String> key) {
    var place = branches.below(call, conversation, parent);
    return asked(call, conversation, new Wish(words, place, true), key);
  }

  /// Asks in other words: a new question in the place of one that stays.
  public Future<Asked> edit(
      Call call, UUID conversation, UUID question, Words words, Optional<String> key) {
    var place = branches.beside(call, conversation, question);
    return asked(call, conversation, new Wish(words, place, false), key);
  }

  private Future<Asked> asked(Call call, UUID conversation, Wish wish, Optional<String> key) {
    var question = wish.words().text().strip();
    if (question.isEmpty()) {
      return Future.failedFuture(
          new HttpProblem.Invalid(
              "The question is empty.", List.of(new Offence("/text", "must not be blank"))));
    }
    return wish.place()
        .compose(spot ->
            once(
                call,
                conversation,
                new Said(question, wish.words().attachments(), spot, wish.follows()),
                key));
  }

  /// Answers a question once more; the answers that are there stay.
  ///
  /// @param message the question, or one of its answers
  public Future<Asked> regenerate(
      Call call, UUID conversation, UUID message, Optional<String> key) {
    return branches
        .question(call, conversation, message)
        .compose(question -> {
          var said = new Said(question.text(), List.of(), new Spot.Again(question), false);
          return once(call, conversation, said, key);
        });
  }

  private Future<Asked> once(Call call, UUID conversation, Said said, Optional<String> key) {
    return known(call, Owner.of(call), conversation, key)
        .compose(known ->
            known.isPresent()
                ? repeated(known.get(), said)
                : begin(call, conversation, said, key.orElse(null), TRIES));
  }

  private Future<Optional<StoredTurn>> known(
      Call call, @Nullable UUID owner, UUID conversation, Optional<String> key) {
    return key.isPresent()
        ? turns.findByKey(call, owner, conversation, key.get())
        : Future.succeededFuture(Optional.empty());
  }

  private Future<Asked> repeated(StoredTurn known, Said said) {
    var same =
        known.question().equals(said.text())
            && (said.spot() instanceof Spot.Below || said.asks(known.turn().questionId()));
    return same
        ? Future.succeededFuture(asked(known, said.spot()))
        : Future.failedFuture(new ChatProblem.IdempotencyMismatch());
  }

  private Asked asked(StoredTurn known, Spot spot) {
    var turn = known.turn();
    var question = question(turn, known.parent(), known.question(), spot);
    return new Asked.OfParley(turn, question, runner.find(turn.id()));
  }

  private static Message question(Turn turn, @Nullable UUID parent, String text, Spot spot) {
    return switch (spot) {
      case Spot.Below _ ->
          Message.question(turn.questionId(), parent, text, turn.id(), turn.createdAt());
      case Spot.Again(var question) -> question;
    };
  }

  /// @param tries how often it may change meanwhile whether the conversation is handed over
  private Future<Asked> begin(
      Call call, UUID conversation, Said said, @Nullable String key, int tries) {
    return begin(call, conversation, said, key)
        .recover(failure ->
            failure instanceof HandoverProblem.WithPerson && said.follows() && tries > 0
                ? tell(call, conversation, said, key, tries - 1)
                : Future.failedFuture(failure));
  }

  private Future<Asked> tell(
      Call call, UUID conversation, Said said, @Nullable String key, int tries) {
    if (!said.attachments().isEmpty()) {
      return Future.failedFuture(new AttachmentProblem.NotTaken());
    }
    var text = said.text();
    var id = key == null ? ids.next() : SaidStore.keyed(conversation, key);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var words = new SaidStore.Words(id, Message.Role.USER, text, title(text), now);
    return handovers
        .say(call, conversation, words)
        .compose(told ->
            told.isEmpty()
                ? begin(call, conversation, said, key, tries)
                : Future.succeededFuture(
                    new Asked.OfPerson(told.get().message(), told.get().handover())));
  }

  private Future<Asked> begin(Call call, UUID conversation, Said said, @Nullable String key) {
    var now = clock.instant();
    var question = said.text();
    var questionId = said.spot() instanceof Spot.Again again ? again.question().id() : ids.next();
    var turn = Turn.begun(ids.next(), conversation, questionId, ids.next(), now);
    var row =
        new NewTurn(
            turn.id(),
            conversation,
            turn.questionId(),
            turn.answerId(),
            said.spot(),
            question,
            said.attachments(),
            title(question),
            runner.owner(),
            Asker.of(call),
            key,
            now);
    var live =
        new LiveTurn(
            call.until(Deadline.after(clock, config.turnTimeout())),
            turn,
            question,
            vertx.getOrCreateContext());
    sessions.asked(conversation);
    var asked = question(turn, said.spot().parent(), question, said.spot());
    return runner
        .begin(live, row)
        .map(_ -> new Asked.OfParley(live.turn(), asked, Optional.of(live)));
  }

  /// A turn of the caller.
  public Future<Turn> find(Call call, UUID id) {
    return turns
        .find(call, Owner.of(call), id)
        .compose(found ->
            found.isPresent()
                ? Future.succeededFuture(found.get().turn())
                : Future.failedFuture(new HttpProblem.NotFound("There is no such turn.")));
  }

  /// Stops a turn of the caller; what was written is kept.
  public Future<Turn> cancel(Call call, UUID id) {
    return find(call, id)
        .compose(turn -> {
          var live = runner.find(turn.id());
          live.ifPresent(LiveTurn::cancel);
          return live.isPresent() || turn.state() != Turn.State.RUNNING
              ? Future.succeededFuture(turn)
              : leases.cancel(call, turn.id()).map(turn);
        });
  }

  /// Allows or declines a use of a tool that waits for it in a turn of the caller.
  public Future<Void> decide(Call call, UUID id, int callId, boolean allowed) {
    return find(call, id)
        .compose(turn -> consents.decide(call, turn.id(), callId, allowed, clock.instant()))
        .compose(decided ->
            decided ? Future.succeededFuture() : Future.failedFuture(new ChatProblem.NotWaiting()));
  }

  /// Something that writes the turn's events behind `seq` to a stream, live or from the store.
  public Future<Consumer<EventStream>> follow(Call call, UUID id, int seq) {
    return find(call, id).map(turn -> stream -> follow(call, turn.id(), seq, stream));
  }

  private void follow(Call call, UUID turn, int seq, EventStream stream) {
    var live = runner.find(turn);
    if (live.isPresent()) {
      LogReader.start(live.get().log(), seq, stream, vertx.getOrCreateContext());
    } else {
      replay(call, turn, seq, stream);
    }
  }

  /// Reads the stored log. A turn that has not ended runs in another process, or its owner has died
  /// and somebody will end it: either way the rest comes through the store.
  private void replay(Call call, UUID turn, int seq, EventStream stream) {
    var fresh = call.until(Deadline.after(clock, java.time.Duration.ofSeconds(5)));
    turns
        .log(fresh, turn, seq)
        .onSuccess(events -> {
          var last = seq;
          for (var event : events) {
            stream.send(event.seq(), event.event(), event.data());
            last = event.seq();
          }
          if (!events.isEmpty() && events.getLast().terminal()) {
            stream.end();
          } else {
            pollLater(call, turn, last, stream);
          }
        })
        .onFailure(failure -> giveUp(call, seq, stream, failure));
  }

  /// A reader comes back and asks again, which must not go on for ever.
  private static void giveUp(Call call, int seq, EventStream stream, Throwable failure) {
    if (failure instanceof Problem problem && !problem.retryable()) {
      var failed = new TurnEvent.Failed(ProblemBody.of(problem, call.id(), "/api/v1/chat/turns"));
      stream.send(seq + 1, failed.wireName(), Json.text(failed));
    }
    stream.end();
  }

  private void pollLater(Call call, UUID turn, int seq, EventStream stream) {
    var timer = vertx.setTimer(POLL_MS, _ -> follow(call, turn, seq, stream));
    stream.onClose(() -> vertx.cancelTimer(timer));
  }

  private static String title(String question) {
    var line = question.lines().findFirst().orElse(question).strip();
    if (line.codePointCount(0, line.length()) <= TITLE_LENGTH) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, TITLE_LENGTH - 1)).strip() + "…";
  }

  /// A question that was asked.
  public sealed interface Asked {
    Message question();

    /// It is being answered, or was.
    ///
    /// @param live present while it runs in this process
    record OfParley(Turn turn, Message question, Optional<LiveTurn> live) implements Asked {}

    /// A person reads it.
    ///
    /// @param handover null when it has ended since
    record OfPerson(Message question, @Nullable Handover handover) implements Asked {}
  }

  /// What somebody asks.
  ///
  /// @param attachments of the conversation, in the order in which they are shown
  public record Words(String text, List<UUID> attachments) {
    public Words {
      attachments = List.copyOf(attachments);
    }

    public static Words of(String text) {
      return new Words(text, List.of());
    }
  }

  private record Wish(Words words, Future<Spot> place, boolean follows) {}

  /// What is asked, and where.
  ///
  /// @param follows whether it may as well follow what was said last
  private record Said(String text, List<UUID> attachments, Spot spot, boolean follows) {
    boolean asks(UUID question) {
      return spot instanceof Spot.Again again && again.question().id().equals(question);
    }
  }
}
