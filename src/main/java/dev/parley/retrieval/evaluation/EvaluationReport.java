package dev.parley.retrieval.evaluation;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// What an evaluation measured.
///
/// @param model name of the embedding model
/// @param paragraphs how many could be found
/// @param passages how many chunks they made
/// @param questions how many were asked
/// @param embedding time to embed one question
/// @param preparation time to embed and index the paragraphs
/// @param ways one line each, in the order in which they were asked for
public record EvaluationReport(
    String model,
    int paragraphs,
    int passages,
    int questions,
    Latency embedding,
    Duration preparation,
    List<Figures> ways) {
  public EvaluationReport {
    ways = List.copyOf(ways);
  }

  /// How one way of ranking did; means over all questions.
  ///
  /// @param name of the way
  /// @param search time of the search alone
  /// @param total time of the search with the embedding of the question, where it needs one
  public record Figures(
      String name,
      double ndcgAt10,
      double recallAt1,
      double recallAt5,
      double recallAt10,
      double mrrAt10,
      Latency search,
      Latency total) {}

  /// Half of the questions took at most `p50`, 99 of 100 at most `p99`.
  public record Latency(Duration p50, Duration p99) {
    /// @param nanos one duration per question, in any order; at least one
    static Latency of(long[] nanos) {
      var sorted = nanos.clone();
      Arrays.sort(sorted);
      return new Latency(at(sorted, 0.50), at(sorted, 0.99));
    }

    /// The nearest-rank percentile.
    private static Duration at(long[] sorted, double share) {
      var rank = (int) Math.ceil(share * sorted.length);
      return Duration.ofNanos(sorted[Math.max(1, rank) - 1]);
    }
  }
}
