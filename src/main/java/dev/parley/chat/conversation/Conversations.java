package dev.parley.chat.conversation;

import dev.parley.call.Call;
import dev.parley.chat.conversation.ConversationStore.Begun;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.ids.Ids;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Begins and finds conversations of the caller. From any thread.
public final class Conversations {
  private final ConversationStore store;
  private final Ids ids;
  private final InstantSource clock;

  public Conversations(ConversationStore store, Ids ids, InstantSource clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  /// Begins an empty conversation; completes with its id when it is stored.
  ///
  /// @param assistant that answers in it; null for the default one
  /// @param key the client's idempotency key: the same key of the same caller leads to the same
  ///   conversation, because its id is made from the two
  public Future<UUID> begin(
      Call call, String title, @Nullable UUID assistant, Optional<String> key) {
    var owner = Owner.of(call);
    var id =
        key.map(given -> Ids.named(call.workspace().value(), "conversation/" + owner + "/" + given))
            .orElseGet(ids::next);
    return store.insert(call, owner, id, new Begun(title, assistant, clock.instant())).map(id);
  }

  /// Gives a conversation of the caller another title, or keeps it apart from the others.
  ///
  /// @param title null for the one it has
  /// @param archived null for as it is
  public Future<Conversation> change(
      Call call, UUID id, @Nullable String title, @Nullable Boolean archived) {
    var owner = Owner.of(call);
    Future<?> renamed =
        title == null ? Future.succeededFuture() : store.rename(call, owner, id, title.strip());
    return renamed
        .compose(_ ->
            archived == null
                ? Future.succeededFuture(true)
                : store.archive(call, owner, id, archived ? clock.instant() : null))
        .compose(_ -> find(call, id));
  }

  /// Deletes one of the caller's, with everything in it. Fails with a problem when there is none.
  public Future<Void> delete(Call call, UUID id) {
    return store
        .delete(call, Owner.of(call), id, clock.instant())
        .compose(deleted -> deleted ? Future.succeededFuture() : Future.failedFuture(none()));
  }

  /// Fails with a problem when the caller has none of this id.
  public Future<Conversation> find(Call call, UUID id) {
    return store
        .find(call, Owner.of(call), id)
        .compose(found ->
            found.isPresent() ? Future.succeededFuture(found.get()) : Future.failedFuture(none()));
  }

  /// What is said to a caller who asks for a conversation that is not there, or not theirs.
  public static HttpProblem none() {
    return new HttpProblem.NotFound("There is no such conversation.");
  }
}
