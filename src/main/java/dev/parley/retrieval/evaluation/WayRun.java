package dev.parley.retrieval.evaluation;

import dev.parley.retrieval.evaluation.EvaluationReport.Figures;
import dev.parley.retrieval.evaluation.EvaluationReport.Latency;
import dev.parley.retrieval.search.PassageQuery.Mode;
import java.util.List;
import java.util.Map;

/// Adds up what one way of ranking did, question by question.
final class WayRun {
  static final int DEPTH = 10;
  private static final int FEW = 5;

  private final Way way;
  private final long[] search;
  private final long[] total;
  private int questions;
  private double ndcg;
  private double recallAt1;
  private double recallAt5;
  private double recallAt10;
  private double reciprocalRank;

  WayRun(Way way, int questions) {
    this.way = way;
    this.search = new long[questions];
    this.total = new long[questions];
  }

  Way way() {
    return way;
  }

  int questions() {
    return questions;
  }

  /// @param ranked ids of paragraphs, best first, none twice
  /// @param nanos duration of the search
  /// @param embedding duration of the question's embedding, in nanoseconds
  void add(List<String> ranked, Map<String, Integer> grades, long nanos, long embedding) {
    ndcg += RankingQuality.ndcg(ranked, grades, DEPTH);
    recallAt1 += RankingQuality.recall(ranked, grades, 1);
    recallAt5 += RankingQuality.recall(ranked, grades, FEW);
    recallAt10 += RankingQuality.recall(ranked, grades, DEPTH);
    reciprocalRank += RankingQuality.reciprocalRank(ranked, grades, DEPTH);
    search[questions] = nanos;
    total[questions] = way.mode() == Mode.TEXT ? nanos : nanos + embedding;
    questions++;
  }

  Figures figures() {
    return new Figures(
        way.name(),
        ndcg / questions,
        recallAt1 / questions,
        recallAt5 / questions,
        recallAt10 / questions,
        reciprocalRank / questions,
        Latency.of(search),
        Latency.of(total));
  }
}
