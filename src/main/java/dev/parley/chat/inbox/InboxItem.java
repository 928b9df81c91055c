package dev.parley.chat.inbox;

import dev.parley.chat.conversation.Message;
import dev.parley.chat.handover.Handover;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation that was handed over, as it stands in the list.
///
/// @param ownerId whose conversation it is
/// @param last what was said last; null when nothing was
/// @param unread how many messages of its owner the agent has not looked at
/// @param lastHappening number of the last happening
record InboxItem(
    Handover handover,
    String title,
    @Nullable UUID ownerId,
    @Nullable Said last,
    int unread,
    int lastHappening) {
  private static final int EXCERPT = 200;

  /// What was said.
  ///
  /// @param text its beginning
  record Said(Message.Role role, String text, Instant at) {
    static Said of(Message.Role role, String text, Instant at) {
      var end =
          text.offsetByCodePoints(0, Math.min(EXCERPT, text.codePointCount(0, text.length())));
      return new Said(role, text.substring(0, end), at);
    }
  }
}
