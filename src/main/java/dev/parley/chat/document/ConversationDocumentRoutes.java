package dev.parley.chat.document;

import dev.parley.chat.conversation.Conversations;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.retrieval.DocumentView;
import dev.parley.retrieval.PrivateDocuments;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.util.List;

/// Operations on the documents of one's own conversations.
public final class ConversationDocumentRoutes implements RouteGroup {
  private static final int AT_ONCE = 16;

  private final Stories readings = new Stories("conversation-document", AT_ONCE);
  private final Conversations conversations;
  private final PrivateDocuments documents;

  public ConversationDocumentRoutes(Conversations conversations, PrivateDocuments documents) {
    this.conversations = conversations;
    this.documents = documents;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("uploadConversationDocument", this::upload);
    operations.on("listConversationDocuments", this::list);
    operations.on("deleteConversationDocument", this::delete);
  }

  private Future<Answer> upload(Request request) {
    var call = request.call();
    var upload = request.upload();
    var name = request.field("name").orElse(upload.name());
    return conversations
        .find(call, request.pathId("conversation_id"))
        .compose(conversation ->
            readings
                .start(() -> Files.readAllBytes(upload.file()))
                .compose(
                    file -> documents.add(call, conversation.id(), name, upload.mediaType(), file)))
        .map(Answer::accepted);
  }

  private Future<Answer> list(Request request) {
    var call = request.call();
    return conversations
        .find(call, request.pathId("conversation_id"))
        .compose(conversation -> documents.list(call, conversation.id()))
        .map(all -> Answer.json(new All(all)));
  }

  private Future<Answer> delete(Request request) {
    var call = request.call();
    return conversations
        .find(call, request.pathId("conversation_id"))
        .compose(conversation ->
            documents.delete(call, conversation.id(), request.pathId("document_id")))
        .map(_ -> Answer.noContent());
  }

  private record All(List<DocumentView> documents) {}
}
