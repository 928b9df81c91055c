package dev.parley.chat.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was said before a question on its branch, as far as a model is told of it.
///
/// @param summary what was said before the messages, in short; null when nobody has noted it
/// @param messages the oldest first
public record History(@Nullable String summary, List<Message> messages) {
  public History {
    messages = List.copyOf(messages);
  }
}
