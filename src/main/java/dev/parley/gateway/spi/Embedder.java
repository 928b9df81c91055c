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

  /// One vector per text, in order. Fails with [io.vertx.core.VertxException] or a gateway problem
  /// when the queue is full or the call's deadline has passed. From any thread.
  Future<List<float[]>> embed(Call call, List<String> texts, Urgency urgency);

  /// Which work goes first when threads are short.
  enum Urgency {
    /// Somebody is waiting for an answer.
    QUESTION,
    /// Documents are being read in.
    INGEST
  }
}
