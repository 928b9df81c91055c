package dev.parley.chat.share;

import dev.parley.chat.conversation.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A branch of a conversation as it was at a moment, for whoever has its link.
///
/// @param title of the conversation at that moment
record Share(UUID id, UUID conversationId, String title, Instant createdAt) {

  /// What a reader of the link sees: what was said, and the quotes. Nothing that leads back to the
  /// workspace, its documents or its people.
  ///
  /// @param assistant name of the one that answered; null for the default one, and for what was
  ///   shared before there were others
  record Content(
      String title, @Nullable String assistant, Instant createdAt, List<Said> messages) {}

  /// One message.
  record Said(Message.Role role, String text, List<Quote> citations) {
    static Said of(Message message) {
      return new Said(
          message.role(),
          message.text(),
          message.citations().stream().map(one -> new Quote(one.number(), one.quote())).toList());
    }
  }

  /// What stands behind a number in an answer.
  record Quote(int number, String quote) {}
}
