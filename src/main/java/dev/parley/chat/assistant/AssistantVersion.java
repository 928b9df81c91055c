package dev.parley.chat.assistant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of an assistant: what answers a question from its beginning to its end.
///
/// @param version null for the plain one, which nobody made
public record AssistantVersion(
    @Nullable UUID id, String slug, String name, @Nullable Integer version, Definition definition) {
  /// Names the assistant that answers where nobody chose one.
  public static final String DEFAULT = "default";

  /// What answers where nothing was made.
  public static final AssistantVersion PLAIN =
      new AssistantVersion(null, DEFAULT, "", null, Definition.PLAIN);

  /// A version that is only tried.
  AssistantVersion with(Definition draft) {
    return new AssistantVersion(id, slug, name, version, draft);
  }
}
