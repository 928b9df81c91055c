package dev.parley.chat.export;

import dev.parley.chat.attachment.AttachmentStore;
import dev.parley.chat.conversation.Conversations;
import dev.parley.chat.conversation.Owner;
import dev.parley.chat.conversation.TreeStore;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditLog;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Operations that take a conversation out and in.
public final class ExportRoutes implements RouteGroup {
  private final Conversations conversations;
  private final ExportStore store;
  private final TreeStore tree;
  private final AttachmentStore attachments;
  private final AuditLog log;
  private final InstantSource clock;

  public ExportRoutes(
      Conversations conversations,
      ExportStore store,
      TreeStore tree,
      AttachmentStore attachments,
      AuditLog log,
      InstantSource clock) {
    this.conversations = conversations;
    this.store = store;
    this.tree = tree;
    this.attachments = attachments;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("exportConversation", this::export);
    operations.on("importConversation", this::take);
  }

  private Future<Answer> export(Request request) {
    var call = request.call();
    var id = request.pathId("conversation_id");
    var markdown = request.query("format").orElse("json").equals("markdown");
    return conversations
        .find(call, id)
        .compose(conversation -> {
          var detail = Map.of("format", markdown ? "markdown" : "json");
          var event = AuditEvent.of(AuditAction.EXPORT_MADE, "conversation:" + id, detail);
          return log.append(call, event)
              .compose(_ -> attachments.of(call, id))
              .map(Images::of)
              .map(images ->
                  markdown
                      ? file(
                          "text/plain; charset=utf-8",
                          "md",
                          new MarkdownExport(tree, call, conversation, images, clock)::next)
                      : file(
                          "application/json",
                          "json",
                          new JsonExport(store, call, conversation, images, clock)::next));
        });
  }

  private static Answer file(
      String type, String extension, Supplier<Future<Optional<String>>> pieces) {
    var name = "attachment; filename=\"conversation." + extension + "\"";
    return new Answer.Pieces(type, Map.of("Content-Disposition", name), pieces);
  }

  private Future<Answer> take(Request request) {
    var call = request.call();
    var wish = request.body(ExportedConversation.class);
    var taken = TakenConversation.of(call, wish, clock.instant());
    return store
        .insert(call, Owner.of(call), taken)
        .compose(fresh ->
            conversations
                .find(call, taken.id())
                .map(found -> fresh ? Answer.created(found) : Answer.json(found)));
  }
}
