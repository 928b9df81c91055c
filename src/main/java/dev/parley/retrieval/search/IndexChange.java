package dev.parley.retrieval.search;

import dev.parley.call.WorkspaceId;
import java.util.List;
import java.util.UUID;

/// One document's step from what the index holds to what it should hold. Applying the same change
/// again changes nothing, so a feed may be replayed from any earlier point.
public sealed interface IndexChange {

  /// Id of the document; unique across workspaces.
  UUID document();

  /// The document has exactly these passages now; those of every earlier version are gone.
  ///
  /// @param workspace whose searches may find it
  /// @param base knowledge base it belongs to
  /// @param version of the document, given back with each passage found
  record Replace(
      WorkspaceId workspace, UUID base, UUID document, int version, List<Passage> passages)
      implements IndexChange {
    public Replace {
      passages = List.copyOf(passages);
    }
  }

  /// The document is gone.
  record Forget(UUID document) implements IndexChange {}
}
