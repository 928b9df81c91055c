package dev.parley.gateway.provider.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// bge-small-en-v1.5 with 8-bit weights: tokens in, one vector of length 1 out. Safe to run from
/// several threads at once; each run uses the thread it is called on and no other.
final class BgeModel implements AutoCloseable {
  static final String NAME = "bge-small-en-v1.5-int8";
  static final int DIMENSIONS = 384;
  static final int MAX_TOKENS = 512;
  private static final String WEIGHTS = "/bge-small-en-v1.5-q.onnx";
  private static final String OUTPUT = "last_hidden_state";

  private final OrtEnvironment environment;
  private final OrtSession session;

  private BgeModel(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  /// Reads the weights from the class path; takes some tenths of a second.
  static BgeModel load() {
    try (var weights =
            Objects.requireNonNull(
                BgeModel.class.getResourceAsStream(WEIGHTS),
                () -> WEIGHTS + " is not on the class path");
        var options = new OrtSession.SessionOptions()) {
      var environment = LastingEnvironment.get();
      environment.setTelemetry(false);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      return new BgeModel(environment, environment.createSession(weights.readAllBytes(), options));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + WEIGHTS, e);
    } catch (OrtException e) {
      throw new IllegalStateException("cannot load " + WEIGHTS, e);
    }
  }

  // One text a run. Activations are scaled to 8 bits over the whole run, so that a neighbour in a
  // batch would change the vector; and a batch is not faster on the cores we meet.
  float[] embed(int[] tokens) throws OrtException {
    var shape = new long[] {1, tokens.length};
    var ids = LongBuffer.wrap(Arrays.stream(tokens).asLongStream().toArray());
    var mask = new long[tokens.length];
    Arrays.fill(mask, 1);
    try (var input = OnnxTensor.createTensor(environment, ids, shape);
        var attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
        var types =
            OnnxTensor.createTensor(environment, LongBuffer.allocate(tokens.length), shape);
        var result =
            session.run(
                Map.of("input_ids", input, "attention_mask", attention, "token_type_ids", types),
                Set.of(OUTPUT))) {
      return ofLengthOne(firstVector((OnnxTensor) result.get(0)));
    }
  }

  /// The vector of the first token, which was trained to stand for the whole text.
  private static float[] firstVector(OnnxTensor hidden) {
    var vector = new float[DIMENSIONS];
    hidden.getFloatBuffer().get(vector);
    return vector;
  }

  private static float[] ofLengthOne(float[] vector) {
    var sum = 0.0;
    for (var x : vector) {
      sum += (double) x * x;
    }
    var scale = (float) (1 / Math.sqrt(sum));
    for (var i = 0; i < vector.length; i++) {
      vector[i] *= scale;
    }
    return vector;
  }

  /// Frees the weights. No run may be under way.
  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("cannot close the embedding model", e);
    }
  }
}
