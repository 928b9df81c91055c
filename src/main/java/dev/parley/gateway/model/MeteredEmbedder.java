package dev.parley.gateway.model;

import dev.parley.call.Call;
import dev.parley.gateway.spi.Embedder;
import dev.parley.metering.Meter;
import dev.parley.metering.UsageEntry;
import dev.parley.metering.UsageEntry.Attempt;
import dev.parley.metering.UsageEntry.Kind;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.observe.Log;
import dev.parley.platform.time.Stopwatch;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/// An embedder whose successful work is measured, the wait for a thread included, and written to
/// the ledger. Nobody waits for the entry: the model runs in this process and costs nothing per
/// token.
public record MeteredEmbedder(
    Embedder inner, GatewayMetrics metrics, Meter meter, Ids ids, InstantSource clock)
    implements Embedder {
  private static final Log LOG = Log.of(MeteredEmbedder.class);
  private static final String PROVIDER = "local";

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
    var startedAt = clock.instant();
    var tokens = texts.stream().mapToLong(text -> Math.min(count(text), maxTokens())).sum();
    var name = urgency.name().toLowerCase(Locale.ROOT);
    return meter
        .begin(call, PROVIDER, model(), Usage.of(tokens, 0))
        .compose(running ->
            inner
                .embed(call, texts, urgency)
                .onFailure(_ -> running.notMade())
                .onSuccess(_ -> {
                  metrics.embedded(name, watch.seconds());
                  enter(call, running, tokens, startedAt);
                }));
  }

  private void enter(Call call, Meter.Running running, long tokens, Instant startedAt) {
    var attempt = new Attempt(1, PROVIDER, model(), startedAt);
    var entry =
        UsageEntry.of(
            call,
            ids.next(),
            Kind.EMBEDDING,
            attempt,
            Usage.of(tokens, 0),
            "completed",
            clock.instant());
    var _ =
        running
            .end(entry)
            .onFailure(e -> LOG.warning(call, "an embedding is not in the ledger", "cause", e));
  }
}
