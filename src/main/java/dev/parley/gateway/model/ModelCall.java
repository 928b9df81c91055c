package dev.parley.gateway.model;

import static java.util.Objects.requireNonNull;

import dev.parley.call.Call;
import dev.parley.gateway.route.Attempts;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.metering.Meter;
import dev.parley.metering.UsageEntry;
import dev.parley.metering.usage.Counted;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.observe.Log;
import dev.parley.platform.observe.trace.Tracing;
import dev.parley.platform.time.Stopwatch;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One call through its attempts. Lives on the event loop it was started on, except [#cancel],
/// which may come from any thread.
public final class ModelCall implements ModelStream {
  private static final Log LOG = Log.of(ModelCall.class);

  private final Needs needs;
  private final Call call;
  private final UUID id;
  private final Route route;
  private final Question question;
  private final Consumer<ModelEvent> events;
  private final Attempts attempts;
  private final Context context;
  private final List<Tried> tried = new ArrayList<>();
  private Attempts.@Nullable Attempt attempt;
  private Instant startedAt = Instant.EPOCH;
  private Stopwatch watch = Stopwatch.start();
  private boolean delivered;
  private @Nullable Duration firstToken;
  private @Nullable AttemptSpan span;
  private final Stopwatch whole = Stopwatch.start();
  private double upstreamSeconds;
  private double waitedSeconds;
  private boolean over;
  private Meter.@Nullable Running paid;
  private @Nullable UsageEntry entered;
  private @Nullable ModelStream stream;
  private ModelEvent.@Nullable Failed lastFailure;
  private final @Nullable Resumption resumption;
  private boolean differs;
  private volatile boolean cancelled;

  private ModelCall(
      Needs needs,
      Call call,
      UUID id,
      Route route,
      Question question,
      Consumer<ModelEvent> events) {
    this.needs = needs;
    this.call = call;
    this.id = id;
    this.route = route;
    this.question = question;
    this.events = events;
    this.attempts = new Attempts(route);
    this.resumption = route.options().resume() ? new Resumption() : null;
    this.context = requireNonNull(Vertx.currentContext(), "a call is opened on an event loop");
  }

  static ModelCall start(
      Needs needs,
      Call call,
      UUID id,
      Route route,
      Question question,
      Consumer<ModelEvent> events) {
    var started = new ModelCall(needs, call, id, route, question, events);
    var first = started.attempts.first(needs.clock().millis());
    if (first.isPresent()) {
      started.open(first.get());
    } else {
      started.context.runOnContext(_ -> started.allRest());
    }
    return started;
  }

  /// What was tried so far, oldest first; the last one may still be on its way. On the call's event
  /// loop.
  public List<Tried> tried() {
    var all = new ArrayList<>(tried);
    if (attempt != null) {
      all.add(tried(attempt, "answering"));
    }
    return all;
  }

  @Override
  public void cancel() {
    cancelled = true;
    context.runOnContext(_ -> {
      if (stream != null) {
        stream.cancel();
      } else if (attempt != null) { // not asked yet; one that is being billed ends by itself
        end(new ModelEvent.Finished(FinishReason.CANCELLED, Usage.estimate(0, 0)));
      }
    });
  }

  @Override
  public void pause() {
    if (stream != null) {
      stream.pause();
    }
  }

  @Override
  public void resume() {
    if (stream != null) {
      stream.resume();
    }
  }

  private void allRest() {
    var rest = attempts.rest(needs.clock().millis());
    var detail = "every target of " + route.name() + " failed lately and rests for a moment";
    end(
        new ModelEvent.Failed(
            new ProviderFailure(Kind.OVERLOADED, detail, rest, null), Usage.estimate(0, 0)));
  }

  private void open(Attempts.Attempt next) {
    attempt = next;
    if (next.after().isPositive()) {
      waitedSeconds += next.after().toMillis() / 1e3;
      stream = null; // until then a cancel ends the call here
      var _ = needs.vertx().setTimer(next.after().toMillis(), _ -> waited(next));
    } else {
      put(next);
    }
  }

  /// Others may have met the same failure meanwhile, and then the target is left alone.
  private void waited(Attempts.Attempt next) {
    if (over || next.lane().breaker().holds()) {
      put(next);
      return;
    }
    attempt = null;
    attempts
        .instead(next, needs.clock().millis())
        .ifPresentOrElse(
            another -> goOn(next, another, "breaker_open"), () -> end(requireNonNull(lastFailure)));
  }

  /// Keeps the money first. Mostly that takes no time, and the stream is open when this returns.
  private void put(Attempts.Attempt next) {
    var target = next.target();
    var most = question.most(route.options().maxTokens());
    var _ =
        needs
            .meter()
            .begin(call, target.vendor(), target.model(), most)
            .onComplete((kept, refusal) -> onLoop(() -> kept(next, kept, refusal)));
  }

  private void onLoop(Runnable step) {
    if (context.equals(Vertx.currentContext())) {
      step.run();
    } else {
      context.runOnContext(_ -> step.run());
    }
  }

  private void kept(
      Attempts.Attempt next, Meter.@Nullable Running kept, @Nullable Throwable refusal) {
    if (kept == null) {
      next.lane().breaker().released();
      attempt = null;
      var failed = new ModelEvent.Failed(Refused.by(refusal), Usage.of(0, 0));
      context.runOnContext(_ -> end(failed));
    } else if (over || cancelled) {
      next.lane().breaker().released();
      kept.notMade();
      attempt = null;
      end(new ModelEvent.Finished(FinishReason.CANCELLED, Usage.of(0, 0)));
    } else {
      paid = kept;
      ask(next);
    }
  }

  private void ask(Attempts.Attempt next) {
    watch = Stopwatch.start();
    startedAt = needs.clock().instant();
    firstToken = null;
    next.target().load().began();
    var entry = entry(next);
    entered = entry;
    requireNonNull(paid, "kept before").began(entry);
    var begun = AttemptSpan.begin(needs.tracing(), call, question.kind(), route, next);
    span = begun;
    var within = call.within(begun.traceparent());
    stream = question.put(within, next.target(), next.lane(), event -> take(next, event));
    if (cancelled) {
      stream.cancel();
    }
  }

  private void take(Attempts.Attempt from, ModelEvent event) {
    switch (event) {
      case ModelEvent.Text _, ModelEvent.Thinking _, ModelEvent.ToolCall _, ModelEvent.Cited _ ->
          handOn(from, event, true);
      case ModelEvent.Bytes(var _, var content) -> handOn(from, event, content);
      case ModelEvent.Finished(var reason, var usage, var raw) -> {
        if (!cancelled && isAnother()) {
          from.lane().breaker().released();
          var broken = requireNonNull(lastFailure, "an answer broke off before");
          settle(from, new Counted(usage, raw), "differs", () -> end(broken));
          return;
        }
        var left = reason == FinishReason.CANCELLED;
        if (left) {
          from.lane().breaker().released();
        } else {
          from.lane().breaker().succeeded(needs.clock().millis());
          needs.outcomes().succeeded();
        }
        settle(from, new Counted(usage, raw), left ? "cancelled" : "completed", () -> end(event));
      }
      case ModelEvent.Failed failed -> failed(from, failed);
    }
  }

  /// Whether the attempt says something else than the one before, which it was to go on for.
  private boolean isAnother() {
    return differs || (resumption != null && resumption.isBehind());
  }

  private void handOn(Attempts.Attempt from, ModelEvent event, boolean content) {
    if (resumption == null) {
      handedOn(from, event, content);
    } else if (!differs) {
      try {
        resumption.pass(event).ifPresent(heard -> handedOn(from, heard, content));
      } catch (Resumption.Differs _) {
        differs = true;
        requireNonNull(stream, "it says something").cancel();
      }
    }
  }

  private void handedOn(Attempts.Attempt from, ModelEvent event, boolean content) {
    if (content && !delivered) {
      var seconds = watch.seconds();
      firstToken = Duration.ofNanos((long) (1e9 * seconds));
      needs.metrics().firstToken(route.name(), from.target().label(), seconds);
      from.target().load().answeredAfter(1_000 * seconds);
    }
    delivered = true;
    if (paid != null && stream != null) {
      paid.used(stream.used());
    }
    events.accept(event);
  }

  private void failed(Attempts.Attempt from, ModelEvent.Failed event) {
    var failure = event.failure();
    var now = needs.clock().millis();
    lastFailure = event;
    Attempts.judge(from.lane(), failure, now);
    if (failure.kind() != Kind.REJECTED && failure.kind() != Kind.CONTEXT_TOO_LONG) {
      needs.outcomes().failed();
    }
    tell(from, failure);
    var next = cancelled ? Optional.<Attempts.Attempt>empty() : next(from, failure, now);
    var outcome = failure.kind().name().toLowerCase(Locale.ROOT);
    settle(
        from,
        new Counted(event.usage(), event.rawUsage()),
        outcome,
        () -> next.ifPresentOrElse(another -> goOn(from, another, outcome), () -> end(event)));
  }

  /// Once something was handed on, another attempt has to say the same first.
  private Optional<Attempts.Attempt> next(
      Attempts.Attempt from, ProviderFailure failure, long now) {
    if (!delivered) {
      return attempts.after(from, failure, now);
    }
    if (resumption == null || differs || !resumption.isPossible()) {
      return Optional.empty();
    }
    var again = attempts.again(from, failure, now);
    if (again.isPresent()) {
      resumption.again();
    }
    return again;
  }

  private void tell(Attempts.Attempt from, ProviderFailure failure) {
    LOG.warning(
        call,
        "model call failed",
        "target",
        from.target().label(),
        "key",
        from.lane().key(),
        "kind",
        failure.kind(),
        "detail",
        failure.detail());
    if (failure.kind() == Kind.UNAUTHORIZED || failure.kind() == Kind.QUOTA_EXHAUSTED) {
      needs.metrics().keyRefused(from.target().label(), from.lane().key());
    }
  }

  private void goOn(Attempts.Attempt from, Attempts.Attempt next, String reason) {
    if (cancelled) {
      next.lane().breaker().released();
      end(new ModelEvent.Finished(FinishReason.CANCELLED, Usage.estimate(0, 0)));
      return;
    }
    if (!next.target().equals(from.target())) {
      needs.metrics().fallback(reason);
    }
    open(next);
  }

  /// Writes the attempt to the ledger and goes on when it is durable.
  private void settle(Attempts.Attempt from, Counted counted, String outcome, Runnable next) {
    var target = from.target();
    target.load().ended();
    tried.add(tried(from, outcome));
    attempt = null;
    stream = null;
    var usage = counted.usage();
    var timing = UsageEntry.Timing.of(needs.clock().instant(), firstToken);
    var entry =
        requireNonNull(entered, "what has ended was begun")
            .ended(usage, counted.raw(), outcome, timing);
    var seconds = watch.seconds();
    upstreamSeconds += seconds;
    needs.metrics().ended(route.name(), target.label(), outcome, seconds, usage);
    requireNonNull(span, "what has ended was begun").end(outcome, usage, firstToken);
    var durable = requireNonNull(paid, "what has ended was begun").end(entry);
    LedgerWait.then(needs.vertx(), context, call, durable, next);
  }

  /// Of an attempt that begins: what it is if this process is killed meanwhile.
  private UsageEntry entry(Attempts.Attempt from) {
    var target = from.target();
    var made = new UsageEntry.Attempt(from.number(), target.vendor(), target.model(), startedAt);
    return UsageEntry.of(call, id, question.kind(), made, Usage.estimate(0, 0), "killed", startedAt)
        .withRouting(
            new UsageEntry.Routing(
                route.name(), target.label(), target.model(), from.lane().key()));
  }

  private void end(ModelEvent last) {
    if (!over) {
      over = true;
      events.accept(last);
      needs.metrics().overhead(whole.seconds() - upstreamSeconds - waitedSeconds);
    }
  }

  private static Tried tried(Attempts.Attempt attempt, String outcome) {
    return new Tried(attempt.target().label(), attempt.lane().key(), outcome);
  }

  /// What every call works with.
  public record Needs(
      Vertx vertx,
      Meter meter,
      GatewayMetrics metrics,
      Tracing tracing,
      RecentOutcomes outcomes,
      InstantSource clock) {}
}
