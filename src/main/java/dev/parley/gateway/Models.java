package dev.parley.gateway;

import dev.parley.call.Call;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelRequest.Message;
import dev.parley.gateway.spi.ModelRequest.Source;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.metering.Meter;
import dev.parley.platform.ids.Ids;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/// The models of the product: the only way to ask one. Each call goes to the first target and, when
/// that fails before its first word, to the next; each attempt is in the ledger.
public final class Models {
  private final List<Target> targets;
  private final GatewayConfig config;
  private final Meter meter;
  private final GatewayMetrics metrics;
  private final RecentOutcomes outcomes;
  private final Ids ids;
  private final InstantSource clock;

  /// @param targets in the order in which they are tried; at least one
  Models(
      List<Target> targets,
      GatewayConfig config,
      Meter meter,
      GatewayMetrics metrics,
      RecentOutcomes outcomes,
      Ids ids,
      InstantSource clock) {
    this.targets = List.copyOf(targets);
    this.config = config;
    this.meter = meter;
    this.metrics = metrics;
    this.outcomes = outcomes;
    this.ids = ids;
    this.clock = clock;
  }

  /// Name of the provider that is asked first.
  public String provider() {
    return targets.getFirst().provider().name();
  }

  /// Name of the model that is asked first.
  public String name() {
    return targets.getFirst().model();
  }

  /// A request with the configured limits.
  public ModelRequest request(String instructions, List<Message> messages, List<Source> sources) {
    return new ModelRequest(
        name(), instructions, messages, sources, config.maxTokens(), config.temperature());
  }

  /// Opens one answer. Must be called on an event loop, where all events arrive; the last one is
  /// exactly one terminal event, and comes when what was used is in the ledger.
  public ModelStream open(Call call, ModelRequest request, Consumer<ModelEvent> events) {
    return ModelCall.start(
        new ModelCall.Needs(targets, meter, metrics, outcomes, clock),
        call,
        ids.next(),
        request,
        events);
  }
}
