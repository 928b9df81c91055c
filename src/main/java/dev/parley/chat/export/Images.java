package dev.parley.chat.export;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.parley.chat.attachment.AttachmentStore.OfMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the messages of a conversation show, as a file says it: which images, without themselves.
record Images(Map<UUID, List<ExportedConversation.Image>> byMessage) {
  static Images of(List<OfMessage> all) {
    return new Images(
        all.stream()
            .collect(
                groupingBy(
                    OfMessage::messageId,
                    mapping(one -> ExportedConversation.Image.of(one.attachment()), toList()))));
  }

  List<ExportedConversation.Image> of(UUID message) {
    return byMessage.getOrDefault(message, List.of());
  }
}
