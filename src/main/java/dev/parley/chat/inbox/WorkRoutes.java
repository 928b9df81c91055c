package dev.parley.chat.inbox;

import dev.parley.call.Call;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.Owner;
import dev.parley.chat.handover.HandingOver;
import dev.parley.chat.handover.Presence.Side;
import dev.parley.chat.handover.SaidStore;
import dev.parley.chat.handover.SaidStore.Words;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What agents do in a conversation: answer, note, look at it, and follow what happens.
final class WorkRoutes implements RouteGroup {
  private final OpenConversation open;
  private final NoteStore notes;
  private final HandingOver handing;
  private final Vertx vertx;
  private final Ids ids;
  private final InstantSource clock;

  WorkRoutes(
      OpenConversation open,
      NoteStore notes,
      HandingOver handing,
      Vertx vertx,
      Ids ids,
      InstantSource clock) {
    this.open = open;
    this.notes = notes;
    this.handing = handing;
    this.vertx = vertx;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("replyInConversation", this::reply);
    operations.on("addNote", this::note);
    operations.on("showPresence", this::show);
    operations.on("readInboxEvents", this::events);
  }

  private Future<Answer> reply(Request request) {
    var call = request.call();
    var conversation = request.pathId("conversation_id");
    var text = text(request);
    var id =
        request
            .header("Idempotency-Key")
            .map(key -> SaidStore.keyed(conversation, "reply/" + Owner.of(call) + "/" + key))
            .orElseGet(ids::next);
    var words = new Words(id, Message.Role.AGENT, text, "", now());
    return handing
        .handovers()
        .reply(call, conversation, words)
        .map(said -> Answer.created(said.message()));
  }

  private Future<Answer> note(Request request) {
    var call = request.call();
    var conversation = request.pathId("conversation_id");
    var note = new Note(ids.next(), Owner.of(call), text(request), now());
    return notes
        .add(call, conversation, note)
        .onSuccess(_ -> handing.feed().look())
        .map(Answer::created);
  }

  private Future<Answer> show(Request request) {
    var call = request.call();
    var conversation = request.pathId("conversation_id");
    var shown = request.body(Shown.class);
    return open.find(call, conversation)
        .compose(_ -> handing.board().show(call, conversation, Side.AGENT, shown.typing()))
        .compose(_ -> seen(call, conversation, shown.seen()))
        .map(_ -> Answer.noContent());
  }

  private Future<Void> seen(Call call, UUID conversation, @Nullable Integer seq) {
    return seq == null ? Future.succeededFuture() : handing.said().seen(call, conversation, seq);
  }

  private Future<Answer> events(Request request) {
    var call = request.call();
    return Future.succeededFuture(
        new Answer.Events(
            stream -> InboxReader.start(handing, call, stream, vertx.getOrCreateContext())));
  }

  private static String text(Request request) {
    var text = request.body(Said.class).text().strip();
    if (text.isEmpty()) {
      throw new HttpProblem.Invalid(
          "There is nothing to say.", List.of(new Offence("/text", "must not be blank")));
    }
    return text;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private record Said(String text) {}

  private record Shown(boolean typing, @Nullable Integer seen) {}
}
