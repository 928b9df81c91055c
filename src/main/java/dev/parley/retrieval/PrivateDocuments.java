package dev.parley.retrieval;

import dev.parley.call.Call;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.postgres.DatabaseProblem.Conflict;
import dev.parley.retrieval.document.BaseProblem;
import dev.parley.retrieval.document.BaseStore;
import dev.parley.retrieval.document.DocumentStore;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Documents of one conversation: read in like any others, and found only by questions in it. They
/// are of the one whose conversation it is, and nobody else sees them. From any thread.
public final class PrivateDocuments {
  /// How many a conversation holds.
  private static final int MOST = 20;

  private final Knowledge knowledge;
  private final BaseStore bases;
  private final DocumentStore documents;
  private final Ids ids;
  private final InstantSource clock;

  PrivateDocuments(
      Knowledge knowledge, BaseStore bases, DocumentStore documents, Ids ids, InstantSource clock) {
    this.knowledge = knowledge;
    this.bases = bases;
    this.documents = documents;
    this.ids = ids;
    this.clock = clock;
  }

  /// Stores a file of a conversation of the caller; the same name again makes a new version. Two at
  /// once may pass the bound by one.
  public Future<DocumentView> add(
      Call call, UUID conversation, String name, @Nullable String mediaType, byte[] content) {
    return documents
        .ofConversation(call, conversation)
        .compose(there ->
            there.size() < MOST || there.stream().anyMatch(one -> one.name().equals(name))
                ? bases.ensurePrivate(call, ids.next(), conversation, clock.instant())
                : Future.failedFuture(new BaseProblem.ConversationFull(MOST)))
        .recover(failure ->
            Future.failedFuture(failure instanceof Conflict ? new BaseProblem.Unknown() : failure))
        .compose(base -> knowledge.add(call, base, name, null, mediaType, content))
        .map(stored -> DocumentView.of(stored.document()));
  }

  /// The documents of a conversation of the caller, the oldest first.
  public Future<List<DocumentView>> list(Call call, UUID conversation) {
    return documents
        .ofConversation(call, conversation)
        .map(all -> all.stream().map(DocumentView::of).toList());
  }

  /// Forgets a document of a conversation of the caller at once.
  public Future<Void> delete(Call call, UUID conversation, UUID document) {
    return documents
        .ofConversation(call, conversation)
        .compose(all ->
            all.stream().anyMatch(one -> one.id().equals(document))
                ? knowledge.delete(call, document)
                : Future.failedFuture(Knowledge.noDocument()));
  }
}
