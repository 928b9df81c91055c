package dev.parley.chat.handover;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.handover.Handover.Outcome;
import dev.parley.chat.handover.Handover.State;
import dev.parley.chat.handover.HappeningStore.Told;
import dev.parley.chat.handover.Presence.Side;
import dev.parley.platform.http.EventStream;
import dev.parley.platform.http.Json;
import dev.parley.platform.observe.Log;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Carries what happens in a conversation to its owner, as long as they read: what was said, who
/// has it, and whether an agent types. Lives on the event loop of its stream.
final class ConversationReader {
  private static final Log LOG = Log.of(ConversationReader.class);
  private static final Duration STEP = Duration.ofSeconds(5);
  private static final int PAGE = 50;

  private final Needs needs;
  private final Call call;
  private final UUID conversation;
  private final EventStream stream;
  private final Context context;
  private int seen;
  private boolean typing;
  private boolean reading;
  private boolean again;
  private boolean closed;

  private ConversationReader(
      Needs needs, Call call, Place place, EventStream stream, Context context) {
    this.needs = needs;
    this.call = call;
    this.conversation = place.conversation();
    this.seen = place.seen();
    this.stream = stream;
    this.context = context;
  }

  /// Begins behind a happening. Called on the stream's event loop, `context`.
  static void start(Needs needs, Call call, Place place, EventStream stream, Context context) {
    var reader = new ConversationReader(needs, call, place, stream, context);
    var happenings =
        needs
            .feed()
            .listen(happening -> {
              if (happening.conversationId().equals(place.conversation())) {
                context.runOnContext(_ -> reader.pump());
              }
            });
    var presence =
        needs
            .board()
            .listen(at -> {
              if (at.conversation().equals(place.conversation())) {
                context.runOnContext(_ -> reader.look());
              }
            });
    stream.onClose(() -> {
      reader.closed = true;
      happenings.run();
      presence.run();
    });
    stream.onDrain(reader::pump);
    reader.pump();
  }

  private void pump() {
    if (closed || stream.full()) {
      return;
    }
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    again = false;
    var fresh = call.until(Deadline.after(needs.clock(), STEP));
    var _ =
        needs
            .happenings()
            .behind(fresh, conversation, seen, PAGE)
            .compose(page -> named(fresh, page))
            .onSuccess(page -> context.runOnContext(_ -> take(page)))
            .onFailure(failure -> context.runOnContext(_ -> giveUp(failure)));
  }

  private Future<Page> named(Call fresh, List<Told> page) {
    return needs
        .people()
        .named(fresh, page.stream().map(told -> told.happening().personId()))
        .map(people -> new Page(page, people));
  }

  /// The reader comes back and asks behind what they have.
  private void giveUp(Throwable failure) {
    LOG.warning(call, "a conversation cannot be followed", "cause", failure);
    stream.end();
  }

  private void take(Page page) {
    reading = false;
    for (var told : page.told()) {
      send(told, page.people());
      seen = told.happening().seq();
    }
    if (again || page.told().size() == PAGE) {
      pump();
    }
  }

  private void send(Told told, List<People.Named> people) {
    var happening = told.happening();
    var who =
        people.stream()
            .filter(one -> one.id().equals(happening.personId()))
            .findFirst()
            .orElse(null);
    var message = told.message();
    if (message != null) {
      var author = message.role() == Message.Role.AGENT ? who : null;
      stream.send(happening.seq(), "message", Json.text(new Said(message, author)));
      return;
    }
    var change =
        switch (happening.kind()) {
          case ASKED, QUEUED -> new Changed(State.OPEN, null, null);
          case CLAIMED -> new Changed(State.CLAIMED, null, who);
          case GIVEN_BACK -> new Changed(State.CLOSED, Outcome.GIVEN_BACK, null);
          case RESOLVED -> new Changed(State.CLOSED, Outcome.RESOLVED, null);
          case WITHDRAWN -> new Changed(State.CLOSED, Outcome.WITHDRAWN, null);
          case SAID, NOTED -> null; // a message that was deleted since, or not for the owner
        };
    if (change != null) {
      stream.send(happening.seq(), "handover", Json.text(change));
    }
  }

  private void look() {
    var now =
        needs.board().at(call.workspace(), conversation).stream()
            .anyMatch(one -> one.side() == Side.AGENT && one.typing());
    if (now != typing && !closed && !stream.full()) {
      typing = now;
      stream.send(seen, "typing", Json.text(new Typing(now)));
    }
  }

  /// What readers are given.
  record Needs(
      HappeningStore happenings,
      Feed feed,
      PresenceBoard board,
      People people,
      InstantSource clock) {}

  /// @param seen number of the last happening that is known
  record Place(UUID conversation, int seen) {}

  private record Page(List<Told> told, List<People.Named> people) {}

  private record Said(Message message, People.@Nullable Named author) {}

  private record Changed(State state, @Nullable Outcome outcome, People.@Nullable Named agent) {}

  private record Typing(boolean typing) {}
}
