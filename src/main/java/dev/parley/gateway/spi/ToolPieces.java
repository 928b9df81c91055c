package dev.parley.gateway.spi;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Gives the pieces of tool calls the form that [ModelEvent.ToolCall] promises, however a provider
/// cuts them: some repeat id and name in every piece, some give no id at all. For one answer and
/// one thread at a time.
public final class ToolPieces {
  private final Set<Integer> begun = new HashSet<>();

  /// The piece to tell; empty when it says nothing new.
  public Optional<ModelEvent.ToolCall> piece(int index, String id, String name, String arguments) {
    if (begun.add(index)) {
      return Optional.of(
          new ModelEvent.ToolCall(index, id.isEmpty() ? newId() : id, name, arguments));
    }
    return arguments.isEmpty()
        ? Optional.empty()
        : Optional.of(new ModelEvent.ToolCall(index, "", "", arguments));
  }

  /// A name for a call whose provider gives none; not the same one twice in a conversation.
  public static String newId() {
    return "call_" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
  }

  /// Whether this call has had a piece.
  public boolean hasBegun(int index) {
    return begun.contains(index);
  }

  /// How many calls there are so far.
  public int count() {
    return begun.size();
  }
}
