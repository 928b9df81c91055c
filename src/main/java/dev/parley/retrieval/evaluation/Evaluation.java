package dev.parley.retrieval.evaluation;

import dev.parley.call.Call;
import dev.parley.gateway.spi.Embedder;
import dev.parley.retrieval.document.Chunk;
import dev.parley.retrieval.evaluation.EvaluationReport.Latency;
import dev.parley.retrieval.evaluation.LabelledSet.Paragraph;
import dev.parley.retrieval.evaluation.LabelledSet.Question;
import dev.parley.retrieval.search.PassageIndex;
import dev.parley.retrieval.search.PassageQuery;
import dev.parley.retrieval.search.PassageScope;
import dev.parley.retrieval.search.WeightedText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Asks the questions of a labelled set and measures how well the index answers them.
///
/// Runs for minutes and blocks: on a virtual or a plain thread, never on an event loop.
public final class Evaluation {
  /// Chunks asked for, so that ten paragraphs are left after several of one are made one.
  private static final int PASSAGES = 100;

  private final Embedder embedder;
  private final Function<Paragraph, List<Chunk>> split;
  private final List<Way> ways;
  private final InstantSource clock;

  /// Hears how far it is. Called on the thread that runs the evaluation.
  public interface Progress {
    /// Counts up within each step.
    void at(Step step, int done, int of);
  }

  /// What an evaluation does, in this order.
  public enum Step {
    PARAGRAPHS,
    QUESTIONS
  }

  /// Starts nothing yet.
  ///
  /// @param split a paragraph into the chunks that are indexed
  /// @param ways in which each question is answered
  /// @param clock measures durations; fine to a microsecond or better
  public Evaluation(
      Embedder embedder,
      Function<Paragraph, List<Chunk>> split,
      List<Way> ways,
      InstantSource clock) {
    this.embedder = embedder;
    this.split = split;
    this.ways = List.copyOf(ways);
    this.clock = clock;
  }

  /// Each paragraph as one chunk.
  public static List<Chunk> whole(Paragraph paragraph) {
    var text = paragraph.text();
    var length = text.codePointCount(0, text.length());
    return List.of(new Chunk(0, List.of(), null, null, 0, length, text, length / 4));
  }

  /// Fills the index, which must be empty and have the embedder's shape, and asks every question in
  /// every way. A paragraph ranks where the best of its chunks does.
  ///
  /// @param call its deadline ends every wait for the embedder
  /// @throws TimeoutException when that has passed
  public EvaluationReport run(Call call, LabelledSet set, PassageIndex index, Progress progress)
      throws TimeoutException {
    if (index.size() > 0 || set.questions().isEmpty()) {
      throw new IllegalArgumentException("an evaluation needs an empty index and questions");
    }
    var begun = clock.instant();
    var filling = new Filling(call, embedder, index, clock);
    var done = 0;
    for (var paragraph : set.paragraphs()) {
      filling.add(paragraph, split.apply(paragraph));
      progress.at(Step.PARAGRAPHS, ++done, set.paragraphs().size());
    }
    var paragraphs = filling.finish();
    var preparation = Duration.between(begun, clock.instant());
    return ask(call, set, new Asked(index, paragraphs, preparation), progress);
  }

  private EvaluationReport ask(Call call, LabelledSet set, Asked asked, Progress progress)
      throws TimeoutException {
    var questions = set.questions();
    var runs = ways.stream().map(way -> new WayRun(way, questions.size())).toList();
    var embedding = new long[questions.size()];
    for (var at = 0; at < embedding.length; at++) {
      var question = questions.get(at);
      var before = clock.instant();
      var vector = embed(call, question);
      embedding[at] = since(before);
      var grades = set.grades().getOrDefault(question.id(), Map.of());
      for (var run : runs) {
        var start = clock.instant();
        var ranked = asked.ranked(question, vector, run.way());
        run.add(ranked, grades, since(start), embedding[at]);
      }
      progress.at(Step.QUESTIONS, at + 1, embedding.length);
    }
    return asked.report(embedder.model(), Latency.of(embedding), runs);
  }

  private float[] embed(Call call, Question question) throws TimeoutException {
    var left = call.deadline().left(clock).toMillis();
    return embedder
        .embed(call, List.of(question.text()), Embedder.Urgency.QUESTION)
        .await(left, TimeUnit.MILLISECONDS)
        .getFirst();
  }

  private long since(Instant before) {
    return Duration.between(before, clock.instant()).toNanos();
  }

  /// The filled index.
  ///
  /// @param paragraphs id of the paragraph of each document
  private record Asked(PassageIndex index, Map<UUID, String> paragraphs, Duration preparation) {

    List<String> ranked(Question question, float[] vector, Way way) {
      var texts = List.of(WeightedText.of(question.text()));
      var scope = PassageScope.all(Filling.WORKSPACE);
      var query = new PassageQuery(texts, vector, scope, way.mode(), PASSAGES);
      var found = index.search(query, way.ranking());
      return found.stream()
          .map(passage -> paragraphs.getOrDefault(passage.document(), ""))
          .distinct()
          .limit(WayRun.DEPTH)
          .toList();
    }

    EvaluationReport report(String model, Latency embedding, List<WayRun> runs) {
      return new EvaluationReport(
          model,
          paragraphs.size(),
          index.size(),
          runs.getFirst().questions(),
          embedding,
          preparation,
          runs.stream().map(WayRun::figures).toList());
    }
  }
}
