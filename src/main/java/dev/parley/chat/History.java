package dev.parley.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was said before a question on its branch, as far as a model is told of it.
///
/// @param summary what was said before the messages, in short; null when nobody has noted it
/// @param messages the oldest first
record History(@Nullable String summary, List<Message> messages) {
  History {
    messages = List.copyOf(messages);
  }
}
