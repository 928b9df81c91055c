package dev.parley.gateway.provider.onnx;

import dev.parley.call.Call;
import dev.parley.gateway.spi.Embedder;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Embeds text inside the process with bge-small-en-v1.5. Keeps one set of threads for questions
/// and one of the same size, with lower priority, for ingestion.
public final class OnnxEmbedder implements Embedder, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(OnnxEmbedder.class.getName());
  private static final int QUESTIONS_WAITING = 512;
  private static final int PASSAGES_WAITING = 4_096;
  private static final int MARKERS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final WordPiece tokens = WordPiece.load("/bge-small-en-v1.5-q-tokenizer.json");
  private final BgeModel model = BgeModel.load();
  private final EmbedLane questions;
  private final EmbedLane ingest;

  /// Loads the model, which takes some tenths of a second, and starts the threads.
  ///
  /// @param threads number of threads for questions, and again for ingestion
  public OnnxEmbedder(InstantSource clock, int threads) {
    questions = new EmbedLane(model, tokens, clock, QUESTIONS_WAITING);
    ingest = new EmbedLane(model, tokens, clock, PASSAGES_WAITING);
    questions.start("embed-question", threads, false);
    ingest.start("embed-ingest", threads, true);
  }

  @Override
  public String model() {
    return BgeModel.NAME;
  }

  @Override
  public int dimensions() {
    return BgeModel.DIMENSIONS;
  }

  @Override
  public int maxTokens() {
    return BgeModel.MAX_TOKENS - MARKERS;
  }

  @Override
  public int count(String text) {
    return tokens.count(text);
  }

  @Override
  public Future<List<float[]>> embed(Call call, List<String> texts, Urgency urgency) {
    if (texts.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    var job = new EmbedJob(call, texts);
    switch (urgency) {
      case QUESTION -> questions.add(job);
      case INGEST -> ingest.add(job);
    }
    return job.future();
  }

  /// Fails what waits, lets what runs end, and frees the model. Blocks for some seconds at most.
  @Override
  public void close() {
    try {
      var questionsEnded = questions.close(PATIENCE);
      var ingestEnded = ingest.close(PATIENCE);
      if (questionsEnded && ingestEnded) {
        model.close();
      } else {
        LOG.log(Level.WARNING, "the embedding model is still at work and stays loaded");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
