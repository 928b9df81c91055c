package dev.parley.gateway.provider.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.gateway.spi.Embedder.Urgency;
import dev.parley.gateway.spi.EmbeddingProblem;
import dev.parley.testkit.Calls;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class OnnxEmbedderTest {
  private static OnnxEmbedder embedder;

  @BeforeAll
  static void load() {
    embedder = new OnnxEmbedder(InstantSource.system(), 1);
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  @Test
  void putsSentencesOfTheSameMeaningCloser() throws Exception {
    var vectors =
        embed(
            List.of(
                "How do I reset my password?",
                "Steps to recover access when you forgot your login secret",
                "The cathedral was built in the thirteenth century"));

    var same = dot(vectors.get(0), vectors.get(1));
    var other = dot(vectors.get(0), vectors.get(2));
    assertTrue(same > other + 0.1, same + " against " + other);
  }

  @Test
  void makesVectorsOfLengthOne() throws Exception {
    for (var vector : embed(List.of("one", "a longer text, with more words in it", ""))) {
      assertEquals(384, vector.length);
      assertEquals(1.0, dot(vector, vector), 1e-5);
    }
  }

  @Test
  void givesTheSameVectorWhateverStandsBesideTheText() throws Exception {
    var alone = embed(List.of("The same text")).getFirst();
    var among = embed(List.of("Something else, and much longer than it", "The same text", "x"));

    assertArrayEquals(alone, among.get(1));
  }

  @Test
  void readsTheBeginningOfATextThatIsTooLong() throws Exception {
    var readable = "token ".repeat(embedder.maxTokens());
    var vectors = embed(List.of(readable, readable + "and a tail that nobody reads"));

    assertArrayEquals(vectors.get(0), vectors.get(1));
  }

  @Test
  void refusesWorkWhoseDeadlineHasPassed() {
    var late = embedder.embed(Calls.within(Duration.ofSeconds(-1)), List.of("x"), Urgency.QUESTION);

    assertInstanceOf(EmbeddingProblem.TooLate.class, failure(late));
  }

  @Test
  void refusesMoreThanMayWait() {
    var flood = embedder.embed(Calls.any(), Collections.nCopies(100_000, "x"), Urgency.INGEST);

    assertInstanceOf(EmbeddingProblem.Busy.class, failure(flood));
  }

  @Test
  void answersAQuestionWhileDocumentsWait() throws Exception {
    var passages = Collections.nCopies(40, "a passage of a document that is read in ".repeat(20));
    var ingest = embedder.embed(Calls.any(), passages, Urgency.INGEST);

    var _ = embed(List.of("and somebody asks"));

    assertTrue(!ingest.isComplete(), "the question came last and was answered first");
    assertEquals(40, await(ingest).size());
  }

  @Test
  void completesOnTheContextOfTheCaller() throws Exception {
    var vertx = Vertx.vertx();
    try {
      var context = vertx.getOrCreateContext();
      var seen = Promise.<Context>promise();
      context.runOnContext(_ ->
          embedder
              .embed(Calls.any(), List.of("x"), Urgency.QUESTION)
              .onComplete(_ -> seen.complete(Vertx.currentContext())));

      assertSame(context, await(seen.future()));
    } finally {
      await(vertx.close());
    }
  }

  @Test
  void failsWhatWaitsWhenItCloses() throws Exception {
    var closing = new OnnxEmbedder(InstantSource.system(), 1);
    var passages = Collections.nCopies(40, "a passage of a document that is read in ".repeat(20));
    var waiting = closing.embed(Calls.any(), passages, Urgency.INGEST);

    closing.close();

    assertInstanceOf(EmbeddingProblem.Closed.class, failure(waiting));
    var after = closing.embed(Calls.any(), List.of("x"), Urgency.QUESTION);
    assertInstanceOf(EmbeddingProblem.Closed.class, failure(after));
  }

  private static List<float[]> embed(List<String> texts) throws Exception {
    return await(embedder.embed(Calls.any(), texts, Urgency.QUESTION));
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.await(60, TimeUnit.SECONDS);
  }

  private static Throwable failure(Future<?> future) {
    return assertThrows(EmbeddingProblem.class, () -> future.await(60, TimeUnit.SECONDS));
  }

  private static double dot(float[] a, float[] b) {
    var sum = 0.0;
    for (var i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
