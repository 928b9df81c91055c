package dev.parley.chat.inbox;

import dev.parley.chat.attachment.AttachmentStore;
import dev.parley.chat.conversation.TreeStore;
import dev.parley.chat.handover.HandingOver;
import dev.parley.chat.seal.SealedText;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;

/// The door of the inbox.
public record Inbox(List<RouteGroup> routes) {

  /// Wires the package.
  public static Inbox of(
      HandingOver handing, TreeStore tree, AttachmentStore attachments, Needs needs) {
    var store = new InboxStore(needs.database(), needs.texts());
    var notes = new NoteStore(needs.database(), needs.texts(), handing.happenings());
    var canned = new CannedReplyStore(needs.database());
    var search = new InboxSearch(store, handing.people());
    var open =
        new OpenConversation(store, tree, notes, attachments, handing.people(), handing.board());
    return new Inbox(
        List.of(
            new InboxRoutes(search, store, open, handing.handovers()),
            new WorkRoutes(open, notes, handing, needs.vertx(), needs.ids(), needs.clock()),
            new CannedReplyRoutes(canned, needs.ids(), needs.clock())));
  }

  /// What the inbox is given.
  public record Needs(
      Vertx vertx, Database database, SealedText texts, Ids ids, InstantSource clock) {}
}
