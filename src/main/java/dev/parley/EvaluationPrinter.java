package dev.parley;

import dev.parley.retrieval.evaluation.Evaluation;
import dev.parley.retrieval.evaluation.Evaluation.Step;
import dev.parley.retrieval.evaluation.EvaluationReport;
import dev.parley.retrieval.evaluation.EvaluationReport.Latency;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// Shows an evaluation on a terminal: how far it is, then its figures as a table.
final class EvaluationPrinter implements Evaluation.Progress {
  private static final int EVERY = 250;

  private final PrintStream out;

  EvaluationPrinter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void at(Step step, int done, int of) {
    if (done % EVERY == 0 || done == of) {
      out.printf("%s %,d of %,d%n", step.name().toLowerCase(Locale.ROOT), done, of);
    }
  }

  /// @param prefix of what is measured; may be empty
  void print(String prefix, EvaluationReport report) {
    out.printf(
        "%n%s%s: %,d paragraphs in %,d passages, %,d questions; read in %.1f s%n%n",
        prefix,
        report.model(),
        report.paragraphs(),
        report.passages(),
        report.questions(),
        report.preparation().toMillis() / 1000.0);
    out.println(
        "ranking             nDCG@10    R@1    R@5   R@10 MRR@10   search p50/p99   in all p50/p99");
    for (var way : report.ways()) {
      out.printf(
          "%-20s %.3f  %.3f  %.3f  %.3f  %.3f  %s  %s%n",
          way.name(),
          way.ndcgAt10(),
          way.recallAt1(),
          way.recallAt5(),
          way.recallAt10(),
          way.mrrAt10(),
          millis(way.search()),
          millis(way.total()));
    }
    out.printf("%nembedding a question: %s%n", millis(report.embedding()).strip());
  }

  private static String millis(Latency latency) {
    return "%6.2f / %5.2f ms".formatted(of(latency.p50()), of(latency.p99()));
  }

  private static double of(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
