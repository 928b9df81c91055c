package dev.parley.retrieval;

import dev.parley.call.Call;
import io.vertx.core.Future;
import java.util.List;

/// Finds passages for a question.
public interface Search {

  /// The best passages first of what the caller may read, each checked against the stored text.
  /// Passages of documents that were deleted, changed or closed to the caller before this call are
  /// not among them. From any thread.
  Future<List<Passage>> find(Call call, Query query);
}
