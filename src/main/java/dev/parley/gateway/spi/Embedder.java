package dev.parley.gateway.spi;

import dev.parley.call.Call;
import io.vertx.core.Future;
import java.util.List;

/// Turns text into vectors of length 1, so that a dot product is the cosine.
public interface Embedder {

  /// Name of the model, stored beside each vector; vectors of different models never meet.
  String model();

  /// Length of each vector.
  int dimensions();

  /// Tokens of one text that the model reads; what stands behind them has no part in the vector.
  int maxTokens();

  /// How many tokens the model makes of `text`, without limit and without its own markers.
  int count(String text);

  /// One vector per text, in order; the same text gives the same vector. Fails with an
  /// [EmbeddingProblem]. From any thread; on a Vert.x context the future completes on that context.
  Future<List<float[]>> embed(Call call, List<String> texts, Urgency urgency);

  /// Which work goes first when threads are short.
  enum Urgency {
    /// Somebody is waiting for an answer.
    QUESTION,
    /// Documents are being read in.
    INGEST
  }
}
