package dev.parley.chat.handover;

import dev.parley.chat.conversation.Conversations;
import dev.parley.chat.seal.SealedText;
import dev.parley.control.audit.AuditStore;
import dev.parley.control.change.Change;
import dev.parley.identity.Workspaces;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/// The door of hand-overs.
///
/// @param handovers asks for people, for who answers questions
/// @param happenings for who notes more of them
/// @param part notices who has gone
public record HandingOver(
    Handovers handovers,
    SaidStore said,
    HappeningStore happenings,
    Feed feed,
    PresenceBoard board,
    People people,
    RouteGroup routes,
    Part part) {

  /// Wires the package.
  public static HandingOver of(Conversations conversations, Needs needs) {
    var database = needs.database();
    var marks = needs.change().store();
    var happenings = new HappeningStore(database, marks, needs.texts());
    var store = new HandoverStore(database, needs.texts(), happenings, needs.audit());
    var said = new SaidStore(database, needs.texts(), store, happenings);
    var feed = new Feed(happenings, needs.change().changes(), needs.clock());
    var metrics = new HandoverMetrics(needs.metrics().registry());
    var handovers = new Handovers(store, said, feed, metrics, needs.ids(), needs.clock());
    var presence = new PresenceStore(database, marks);
    var board = new PresenceBoard(presence, needs.change().changes(), needs.clock());
    var people = new People(needs.workspaces());
    var reading = new ConversationReader.Needs(happenings, feed, board, people, needs.clock());
    return new HandingOver(
        handovers,
        said,
        happenings,
        feed,
        board,
        people,
        new HandoverRoutes(conversations, handovers, board, reading, needs.vertx()),
        Part.verticle("handovers", 1, () -> new HandoverVerticle(handovers, board)));
  }

  /// What hand-overs are given.
  public record Needs(
      Vertx vertx,
      Database database,
      SealedText texts,
      AuditStore audit,
      Change change,
      Workspaces workspaces,
      Metrics metrics,
      Ids ids,
      InstantSource clock) {}
}
