package dev.parley.retrieval.source.kept;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One time that a source was, or is, gone through.
///
/// @param startedBy as in [dev.parley.call.Caller#name]; `parley` for the schedule
/// @param removes whether it may forget more than half of the pages
/// @param askedAt when it was due
/// @param missing pages that were not there any more and were kept all the same
/// @param endedBy the limit that ended it before everything was seen
/// @param errorCode why it failed
public record Run(
    UUID id,
    UUID sourceId,
    State state,
    String startedBy,
    boolean removes,
    Instant askedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    Counts counts,
    int missing,
    @Nullable Limit endedBy,
    @Nullable String errorCode,
    @Nullable String errorDetail) {

  /// How far a run is.
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  /// What can end a run early.
  public enum Limit {
    PAGES,
    BYTES,
    TIME
  }

  /// What became of a page.
  public enum Outcome {
    ADDED,
    CHANGED,
    UNCHANGED,
    REMOVED,
    FAILED,
    SKIPPED
  }

  /// Pages by what became of them.
  ///
  /// @param listed known to be there so far
  public record Counts(
      int listed, int added, int changed, int unchanged, int removed, int failed, int skipped) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
  }

  /// What a run did with one page.
  ///
  /// @param item names it in its source
  /// @param code why; empty where nothing is to be said
  public record Event(
      String item, String url, Outcome outcome, String code, String detail, Instant at) {}

  /// How a run ended.
  public record End(
      State state,
      int missing,
      @Nullable Limit endedBy,
      @Nullable String errorCode,
      @Nullable String errorDetail) {}
}
