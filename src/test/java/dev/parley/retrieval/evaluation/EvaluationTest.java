package dev.parley.retrieval.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.gateway.spi.Embedder;
import dev.parley.retrieval.document.Chunk;
import dev.parley.retrieval.evaluation.LabelledSet.Paragraph;
import dev.parley.retrieval.evaluation.LabelledSet.Question;
import dev.parley.retrieval.search.IndexShape;
import dev.parley.retrieval.search.PassageIndex;
import dev.parley.retrieval.search.Ranking;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class EvaluationTest {
  private static final List<Way> USUAL = Way.mixtures(List.of(), List.of());
  private static final LabelledSet SET =
      new LabelledSet(
          List.of(
              new Paragraph("pumps", "Pumps", "A pump moves water. A gasket keeps it tight."),
              new Paragraph("wells", "Wells", "A well gives water."),
              new Paragraph("boats", "Boats", "A boat floats.")),
          List.of(new Question("q1", "gasket"), new Question("q2", "water")),
          Map.of("q1", Map.of("pumps", 1), "q2", Map.of("boats", 1)));

  @Test
  void figuresAreMeansOverTheQuestions() throws TimeoutException {
    var report = run(Evaluation::whole);

    assertEquals(3, report.paragraphs());
    assertEquals(3, report.passages());
    assertEquals(2, report.questions());
    assertEquals("letters", report.model());
    var text = report.ways().getFirst();
    assertEquals("text", text.name());
    assertEquals(0.5, text.ndcgAt10());
    assertEquals(0.5, text.recallAt1());
    assertEquals(0.5, text.recallAt10());
    assertEquals(0.5, text.mrrAt10());
    var vectors = report.ways().get(1);
    assertEquals(1.0, vectors.recallAt5());
  }

  @Test
  void aParagraphOfSeveralChunksIsRankedOnce() throws TimeoutException {
    var report = run(EvaluationTest::sentences);

    assertEquals(4, report.passages());
    var vectors = report.ways().get(1);
    assertEquals(1.0, vectors.recallAt5());
    assertEquals(0.5, report.ways().getFirst().mrrAt10());
  }

  private static List<Chunk> sentences(Paragraph paragraph) {
    var parts = paragraph.text().split("(?<=\\.) ", -1);
    return IntStream.range(0, parts.length)
        .mapToObj(at -> new Chunk(at, List.of(), null, null, 0, 0, parts[at], 4))
        .toList();
  }

  private static EvaluationReport run(java.util.function.Function<Paragraph, List<Chunk>> split)
      throws TimeoutException {
    try (var index = PassageIndex.inMemory(new IndexShape("letters", 27), Ranking.standard())) {
      var steps = new ArrayList<String>();
      var evaluation = new Evaluation(new LetterEmbedder(), split, USUAL, InstantSource.system());
      var report =
          evaluation.run(
              call(Duration.ofMinutes(1)),
              SET,
              index,
              (step, done, of) -> steps.add("%s %d/%d".formatted(step, done, of)));
      assertEquals(
          List.of(
              "PARAGRAPHS 1/3",
              "PARAGRAPHS 2/3",
              "PARAGRAPHS 3/3",
              "QUESTIONS 1/2",
              "QUESTIONS 2/2"),
          steps);
      return report;
    }
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void anEmbedderThatNeverAnswersEndsWithTheDeadline() {
    try (var index = PassageIndex.inMemory(new IndexShape("letters", 27), Ranking.standard())) {
      var silent =
          new LetterEmbedder() {
            @Override
            public Future<List<float[]>> embed(Call call, List<String> texts, Urgency urgency) {
              return Promise.<List<float[]>>promise().future();
            }
          };
      var evaluation = new Evaluation(silent, Evaluation::whole, USUAL, InstantSource.system());

      assertThrows(
          TimeoutException.class,
          () -> evaluation.run(call(Duration.ofMillis(20)), SET, index, (step, done, of) -> {}));
    }
  }

  private static Call call(Duration length) {
    var caller = new Caller.Parley(Filling.WORKSPACE);
    return new Call("test", caller, Deadline.after(InstantSource.system(), length));
  }

  /// Embeds a text as how often it has each letter.
  private static class LetterEmbedder implements Embedder {
    @Override
    public String model() {
      return "letters";
    }

    @Override
    public int dimensions() {
      return 27;
    }

    @Override
    public int count(String text) {
      return text.length();
    }

    @Override
    public int maxTokens() {
      return Integer.MAX_VALUE;
    }

    @Override
    public Future<List<float[]>> embed(Call call, List<String> texts, Urgency urgency) {
      return Future.succeededFuture(texts.stream().map(LetterEmbedder::letters).toList());
    }

    private static float[] letters(String text) {
      var counts = new float[27];
      counts[26] = 0.1f;
      text.toLowerCase(java.util.Locale.ROOT)
          .chars()
          .filter(letter -> letter >= 'a' && letter <= 'z')
          .forEach(letter -> counts[letter - 'a']++);
      var square = 0.0;
      for (var count : counts) {
        square += count * count;
      }
      for (var at = 0; at < counts.length; at++) {
        counts[at] /= (float) Math.sqrt(square);
      }
      return counts;
    }
  }
}
