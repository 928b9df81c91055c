package dev.parley.chat.export;

import dev.parley.chat.attachment.Attachment;
import dev.parley.chat.conversation.Citation;
import dev.parley.chat.conversation.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation in a file: what [JsonExport] writes and [TakenConversation] reads.
///
/// @param format [#FORMAT]
/// @param messages parents before their children
record ExportedConversation(
    String format,
    int version,
    String title,
    Instant createdAt,
    @Nullable UUID activeMessageId,
    List<Said> messages) {
  static final String FORMAT = "parley.conversation";
  static final int VERSION = 1;

  /// One message.
  ///
  /// @param citations for the reader of the file; taken in again they would be claims about
  ///   documents that nobody has checked, so they are not
  /// @param images for the reader too; absent where it shows none
  record Said(
      UUID id,
      @Nullable UUID parentId,
      Message.Role role,
      String text,
      Message.State state,
      Instant createdAt,
      @Nullable String model,
      @Nullable List<Citation> citations,
      @Nullable List<Image> images) {
    static Said of(Message message, List<Image> images) {
      return new Said(
          message.id(),
          message.parentId(),
          message.role(),
          message.text(),
          message.state(),
          message.createdAt(),
          message.model(),
          message.citations(),
          images.isEmpty() ? null : images);
    }
  }

  /// An image that a message shows. The file says which one it was and does not hold it.
  record Image(String name, String mediaType, int bytes) {
    static Image of(Attachment attachment) {
      return new Image(attachment.name(), attachment.mediaType(), attachment.bytes());
    }
  }
}
