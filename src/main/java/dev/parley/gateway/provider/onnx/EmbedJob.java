package dev.parley.gateway.provider.onnx;

import dev.parley.call.Call;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The texts of one call, embedded one by one by whichever worker is free. The first failure ends
/// the whole job; its remaining texts are then skipped.
final class EmbedJob {
  private final Call call;
  private final List<String> texts;
  private final float[][] vectors;
  private final AtomicInteger missing;
  private final Promise<List<float[]>> promise = Promise.promise();
  private final @Nullable Context context = Vertx.currentContext();

  EmbedJob(Call call, List<String> texts) {
    this.call = call;
    this.texts = List.copyOf(texts);
    this.vectors = new float[texts.size()][];
    this.missing = new AtomicInteger(texts.size());
  }

  Call call() {
    return call;
  }

  int size() {
    return texts.size();
  }

  String text(int index) {
    return texts.get(index);
  }

  boolean ended() {
    return missing.get() <= 0;
  }

  // The counter also publishes the vectors written by other workers.
  void done(int index, float[] vector) {
    vectors[index] = vector;
    if (missing.decrementAndGet() == 0) {
      onContext(() -> promise.tryComplete(Arrays.asList(vectors)));
    }
  }

  void failed(Throwable why) {
    if (missing.getAndSet(Integer.MIN_VALUE / 2) > 0) {
      onContext(() -> promise.tryFail(why));
    }
  }

  private void onContext(Runnable completion) {
    if (context == null) {
      completion.run();
    } else {
      context.runOnContext(_ -> completion.run());
    }
  }

  Future<List<float[]>> future() {
    return Objects.requireNonNull(promise.future());
  }
}
