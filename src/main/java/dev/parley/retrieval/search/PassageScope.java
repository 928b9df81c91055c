package dev.parley.retrieval.search;

import dev.parley.call.WorkspaceId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which passages a query may see. Applied before any similarity is computed.
///
/// @param workspace the border that no text crosses
/// @param bases knowledge bases to look into, at most 1,000; none finds nothing, null is all of the
///   workspace
public record PassageScope(WorkspaceId workspace, @Nullable Set<UUID> bases) {
  private static final int MAX_BASES = 1000;

  public PassageScope {
    if (bases != null) {
      bases = Set.copyOf(bases);
      if (bases.size() > MAX_BASES) {
        throw new IllegalArgumentException("too many knowledge bases: " + bases.size());
      }
    }
  }

  /// Everything in the workspace.
  public static PassageScope all(WorkspaceId workspace) {
    return new PassageScope(workspace, null);
  }

  /// These knowledge bases of the workspace and nothing else; an empty set finds nothing.
  public static PassageScope bases(WorkspaceId workspace, Set<UUID> bases) {
    return new PassageScope(workspace, bases);
  }
}
