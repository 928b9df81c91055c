package dev.parley.retrieval.source.intake;

/// Goes through a source of one kind, page by page.
@FunctionalInterface
public interface Walk {

  /// Returns when everything was seen. Blocks.
  ///
  /// @throws EndOfTrip when it ends before that
  void go(Trip trip) throws Exception;
}
