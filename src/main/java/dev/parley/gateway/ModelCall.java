package dev.parley.gateway;

import static java.util.Objects.requireNonNull;

import dev.parley.call.Call;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.TokenEstimate;
import dev.parley.metering.Meter;
import dev.parley.metering.UsageEntry;
import dev.parley.metering.UsageEntry.Attempt;
import dev.parley.metering.UsageEntry.Kind;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.http.Problem;
import dev.parley.platform.observe.Log;
import dev.parley.platform.time.Stopwatch;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One call through its attempts. Lives on the caller's event loop, except [#cancel], which may
/// come from any thread.
final class ModelCall implements ModelStream {
  private static final Log LOG = Log.of(ModelCall.class);
  private static final long LEDGER_SECONDS = 2;

  private final Needs needs;
  private final Call call;
  private final UUID id;
  private final ModelRequest request;
  private final Consumer<ModelEvent> events;
  private Attempt attempt;
  private Stopwatch watch = Stopwatch.start();
  private boolean delivered;
  private @Nullable ModelStream stream;
  private Meter.@Nullable Running running;
  private boolean cancelled;

  private ModelCall(
      Needs needs, Call call, UUID id, ModelRequest request, Consumer<ModelEvent> events) {
    this.needs = needs;
    this.call = call;
    this.id = id;
    this.request = request;
    this.events = events;
    this.attempt = attempt(1);
  }

  static ModelCall start(
      Needs needs, Call call, UUID id, ModelRequest request, Consumer<ModelEvent> events) {
    var started = new ModelCall(needs, call, id, request, events);
    started.open();
    return started;
  }

  @Override
  public void cancel() {
    ModelStream open;
    synchronized (this) {
      cancelled = true;
      open = stream;
    }
    if (open != null) {
      open.cancel();
    }
  }

  private Attempt attempt(int number) {
    var target = needs.targets().get(number - 1);
    return new Attempt(number, target.provider().name(), target.model(), needs.clock().instant());
  }

  /// Keeps the money first. Mostly that takes no time, and the stream is open when this returns.
  private void open() {
    watch = Stopwatch.start();
    var context = requireNonNull(Vertx.currentContext(), "calls are made on an event loop");
    var most = Usage.estimate(TokenEstimate.of(request), request.maxTokens());
    var _ =
        needs
            .meter()
            .begin(call, attempt.provider(), attempt.model(), most)
            .onComplete((begun, refusal) -> onLoop(context, () -> begun(begun, refusal)));
  }

  private static void onLoop(Context context, Runnable step) {
    if (context.equals(Vertx.currentContext())) {
      step.run();
    } else {
      context.runOnContext(_ -> step.run());
    }
  }

  private void begun(Meter.@Nullable Running begun, @Nullable Throwable refusal) {
    if (begun == null) {
      events.accept(new ModelEvent.Failed(refused(refusal), Usage.of(0, 0)));
    } else if (isCancelled()) {
      begun.notMade();
      events.accept(new ModelEvent.Finished(FinishReason.CANCELLED, Usage.of(0, 0)));
    } else {
      running = begun;
      ask();
    }
  }

  private static ProviderFailure refused(@Nullable Throwable refusal) {
    var detail = refusal instanceof Problem problem ? problem.detail() : "The budget is not known.";
    return ProviderFailure.of(ProviderFailure.Kind.REJECTED, detail);
  }

  private void ask() {
    var target = needs.targets().get(attempt.number() - 1);
    var opened = target.provider().open(call, request.withModel(target.model()), this::take);
    boolean late;
    synchronized (this) {
      stream = opened;
      late = cancelled;
    }
    if (late) {
      opened.cancel();
    }
  }

  private void take(ModelEvent event) {
    switch (event) {
      case ModelEvent.Text _ -> {
        if (!delivered) {
          delivered = true;
          needs.metrics().firstToken(attempt.provider(), attempt.model(), watch.seconds());
        }
        events.accept(event);
      }
      case ModelEvent.Finished(var reason, var usage) -> {
        var leftByCaller = reason == FinishReason.CANCELLED;
        var outcome = leftByCaller ? "cancelled" : "completed";
        if (!leftByCaller) {
          needs.outcomes().succeeded();
        }
        settle(usage, outcome, () -> events.accept(event));
      }
      case ModelEvent.Failed(var failure, var usage) -> {
        if (failure.kind() != ProviderFailure.Kind.REJECTED) {
          needs.outcomes().failed();
        }
        LOG.warning(
            call,
            "model call failed",
            "provider",
            attempt.provider(),
            "model",
            attempt.model(),
            "kind",
            failure.kind(),
            "detail",
            failure.detail());
        var next = mayTryNext(failure);
        var outcome = failure.kind().name().toLowerCase(Locale.ROOT);
        settle(usage, outcome, next ? this::tryNext : () -> events.accept(event));
      }
    }
  }

  /// Nothing was delivered, another target is left, and another one may do better.
  private boolean mayTryNext(ProviderFailure failure) {
    return !delivered
        && !isCancelled()
        && attempt.number() < needs.targets().size()
        && failure.kind() != ProviderFailure.Kind.REJECTED;
  }

  private synchronized boolean isCancelled() {
    return cancelled;
  }

  private void tryNext() {
    needs.metrics().fallback(attempt.provider() + "/" + attempt.model());
    attempt = attempt(attempt.number() + 1);
    open();
  }

  /// Writes the attempt to the ledger and goes on when it is durable. An answer is not held up for
  /// ever by a database that is away: after two seconds it goes on, and the entry waits for it.
  private void settle(Usage usage, String outcome, Runnable next) {
    var ended = needs.clock().instant();
    var entry = UsageEntry.of(call, id, Kind.CHAT, attempt, usage, outcome, ended);
    needs.metrics().ended(attempt.provider(), attempt.model(), outcome, watch.seconds(), usage);
    var context = requireNonNull(Vertx.currentContext(), "events arrive on an event loop");
    requireNonNull(running, "what has ended has begun")
        .end(entry)
        .timeout(LEDGER_SECONDS, TimeUnit.SECONDS)
        .onFailure(e -> LOG.warning(call, "usage is not durable yet", "cause", e))
        .onComplete(_ -> context.runOnContext(_ -> next.run()));
  }

  /// What every call works with.
  record Needs(
      List<Target> targets,
      Meter meter,
      GatewayMetrics metrics,
      RecentOutcomes outcomes,
      InstantSource clock) {}
}
