package dev.parley.chat.inbox;

import dev.parley.chat.handover.Handover;
import dev.parley.chat.handover.People.Named;
import dev.parley.identity.Workspaces.Known;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation of the inbox with the names of who is in it.
///
/// @param agent who has it, or had it last
record InboxView(
    Handover handover,
    String title,
    Visitor visitor,
    @Nullable Named agent,
    InboxItem.@Nullable Said last,
    int unread,
    int lastHappening) {

  static InboxView of(InboxItem item, Map<UUID, Known> known) {
    var agent = item.handover().agentId();
    var name = agent == null ? null : known.get(agent);
    return new InboxView(
        item.handover(),
        item.title(),
        Visitor.of(item.ownerId(), known),
        agent == null ? null : new Named(agent, name == null ? "" : name.name()),
        item.last(),
        item.unread(),
        item.lastHappening());
  }

  /// Whose conversation it is.
  ///
  /// @param id null for whoever has no account
  /// @param name empty when it is not known
  /// @param email the same
  record Visitor(@Nullable UUID id, String name, String email) {
    static Visitor of(@Nullable UUID id, Map<UUID, Known> known) {
      var found = id == null ? null : known.get(id);
      return found == null ? new Visitor(id, "", "") : new Visitor(id, found.name(), found.email());
    }
  }
}
