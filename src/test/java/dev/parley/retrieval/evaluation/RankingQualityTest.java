package dev.parley.retrieval.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.retrieval.evaluation.EvaluationReport.Latency;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Expected values were computed by hand from the definitions.
final class RankingQualityTest {
  private static final Map<String, Integer> GRADES = Map.of("a", 3, "b", 1, "c", 2);
  private static final List<String> RANKED = List.of("x", "a", "y", "b");

  @Test
  void gainIsDiscountedByTheLogarithmOfTheRank() {
    // 3/log2(3) + 1/log2(5) = 1.892789 + 0.430677; ideal 3/1 + 2/log2(3) + 1/log2(4) = 4.761860
    assertEquals(2.323466 / 4.761860, RankingQuality.ndcg(RANKED, GRADES, 10), 1e-6);
  }

  @Test
  void gainBelowTheDepthDoesNotCount() {
    // 3/log2(3); ideal 3/1 + 2/log2(3) = 4.261860
    assertEquals(1.892789 / 4.261860, RankingQuality.ndcg(RANKED, GRADES, 2), 1e-6);
    assertEquals(0, RankingQuality.ndcg(RANKED, GRADES, 1));
  }

  @Test
  void theBestOrderHasGainOne() {
    assertEquals(1, RankingQuality.ndcg(List.of("a", "c", "b"), GRADES, 10), 1e-12);
    assertEquals(1 / 1.584963, RankingQuality.ndcg(List.of("x", "a"), Map.of("a", 1), 10), 1e-6);
  }

  @Test
  void recallIsTheShareOfTheRelevantThatCameUp() {
    assertEquals(0, RankingQuality.recall(RANKED, GRADES, 1));
    assertEquals(1 / 3.0, RankingQuality.recall(RANKED, GRADES, 3));
    assertEquals(2 / 3.0, RankingQuality.recall(RANKED, GRADES, 10));
  }

  @Test
  void reciprocalRankLooksAtTheFirstHit() {
    assertEquals(0.5, RankingQuality.reciprocalRank(RANKED, GRADES, 10));
    assertEquals(0, RankingQuality.reciprocalRank(RANKED, GRADES, 1));
    assertEquals(0, RankingQuality.reciprocalRank(List.of(), GRADES, 10));
  }

  @Test
  void percentilesAreDurationsThatOccurred() {
    var latency = Latency.of(LongStream.rangeClosed(1, 200).map(i -> 201 - i).toArray());

    assertEquals(Duration.ofNanos(100), latency.p50());
    assertEquals(Duration.ofNanos(198), latency.p99());
    assertEquals(Duration.ofNanos(5), Latency.of(new long[] {5}).p99());
  }
}
