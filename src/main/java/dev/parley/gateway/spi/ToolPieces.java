package dev.parley.gateway.spi;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Gives the pieces of tool calls the form that [ModelEvent.ToolCall] promises, however a provider
/// cuts them: some repeat id and name in every piece, some give no id at all. For one answer and
/// one thread at a time.
public final class ToolPieces {
  private final Set<Integer> begun = new HashSet<>();

  /// The piece to tell; empty when it says nothing new.
  public Optional<ModelEvent.ToolCall> piece(int index, String id, String name, String arguments) {
    if (begun.add(index)) {
      var known = id.isEmpty() ? "call_" + index : id;
      return Optional.of(new ModelEvent.ToolCall(index, known, name, arguments));
    }
    return arguments.isEmpty()
        ? Optional.empty()
        : Optional.of(new ModelEvent.ToolCall(index, "", "", arguments));
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
