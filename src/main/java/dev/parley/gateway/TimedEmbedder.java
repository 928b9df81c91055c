package dev.parley.gateway;

import dev.parley.call.Call;
import dev.parley.gateway.spi.Embedder;
import dev.parley.platform.time.Stopwatch;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;

/// An embedder whose successful work is measured, the wait for a thread included.
record TimedEmbedder(Embedder inner, GatewayMetrics metrics) implements Embedder {
  @Override
  public String model() {
    return inner.model();
  }

  @Override
  public int dimensions() {
    return inner.dimensions();
  }

  @Override
  public int maxTokens() {
    return inner.maxTokens();
  }

  @Override
  public int count(String text) {
    return inner.count(text);
  }

  @Override
  public Future<List<float[]>> embed(Call call, List<String> texts, Urgency urgency) {
    var watch = Stopwatch.start();
    var name = urgency.name().toLowerCase(Locale.ROOT);
    return inner
        .embed(call, texts, urgency)
        .onSuccess(_ -> metrics.embedded(name, watch.seconds()));
  }
}
