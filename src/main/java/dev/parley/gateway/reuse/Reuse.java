package dev.parley.gateway.reuse;

import static java.util.Objects.requireNonNull;

import dev.parley.call.Call;
import dev.parley.gateway.model.Models;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.redis.RedisServer;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Gives one answer to many equal requests: those under way together share one call, and later ones
/// get what was stored. Only for requests whose answer may be the same; see [Wish].
///
/// Workspaces share nothing. Errors and answers that broke off are never stored.
public final class Reuse {
  private final Models models;
  private final AnswerCache cache;
  private final InstantSource clock;
  private final Map<CacheKey, Flight> flights = new ConcurrentHashMap<>();

  /// @param ttl how long answers are kept; zero for not at all
  public Reuse(Models models, Duration ttl, @Nullable RedisServer redis, InstantSource clock) {
    this.models = models;
    this.cache = new AnswerCache(ttl, redis, clock);
    this.clock = clock;
  }

  /// What may be done with a request.
  ///
  /// @param read whether a stored answer will do
  /// @param write whether the answer may be stored
  /// @param maxAgeSeconds how old a stored one may be; 0 for any age
  public record Wish(boolean read, boolean write, long maxAgeSeconds) {}

  /// How an answer came about.
  public enum Origin {
    /// It was stored.
    HIT,
    /// Somebody had just asked the same.
    SHARED,
    /// The model was asked.
    MISS
  }

  /// Answers a request; as [Models#open(Call, Route, WireRequest, Consumer)] otherwise.
  ///
  /// @param origin told once, before the first event
  public ModelStream open(
      Call call,
      Route route,
      WireRequest request,
      byte[] body,
      Wish wish,
      Consumer<Origin> origin,
      Consumer<ModelEvent> events) {
    var asked = new Asked(call, route, request, wish, origin, events);
    var key = CacheKey.of(call.workspace(), route, request.kind(), body);
    if (!wish.read() || !cache.isOn()) {
      return share(asked, key);
    }
    var stream = new Later();
    var context = requireNonNull(Vertx.currentContext(), "on an event loop");
    cache
        .find(key, wish.maxAgeSeconds())
        .onSuccess(found ->
            context.runOnContext(_ -> {
              if (found.isPresent()) {
                replay(asked, found.get());
              } else {
                stream.is(share(asked, key));
              }
            }));
    return stream;
  }

  private void replay(Asked asked, StoredAnswer answer) {
    models.reused(asked.call(), asked.route(), asked.request(), "cached");
    asked.origin().accept(Origin.HIT);
    asked.events().accept(new ModelEvent.Bytes(answer.bytes(), true));
    asked.events().accept(new ModelEvent.Finished(FinishReason.STOP, Usage.of(0, 0)));
  }

  private ModelStream share(Asked asked, CacheKey key) {
    var mine = new Flight(flight -> landed(key, flight, asked.wish().write()));
    var running = flights.putIfAbsent(key, mine);
    if (running == null) {
      asked.origin().accept(Origin.MISS);
      var stream = mine.join(asked.events(), () -> {});
      mine.start(events -> models.open(asked.call(), asked.route(), asked.request(), events));
      return stream;
    }
    var stream = new Later();
    var told = new Once(asked);
    stream.is(running.join(told, () -> stream.is(share(asked, key))));
    return stream;
  }

  /// On the flight's event loop.
  private void landed(CacheKey key, Flight flight, boolean write) {
    flights.remove(key, flight);
    var whole =
        flight.last() instanceof ModelEvent.Finished(var reason, var _, var _)
            && (reason == FinishReason.STOP || reason == FinishReason.TOOL_CALLS);
    if (whole && write && cache.isOn()) {
      cache.put(key, new StoredAnswer(clock.millis(), flight.said().copy()));
    }
  }

  /// Somebody who joined hears where the answer comes from with its first event, since the flight
  /// may have landed before they came aboard.
  private final class Once implements Consumer<ModelEvent> {
    private final Asked asked;
    private boolean told;

    Once(Asked asked) {
      this.asked = asked;
    }

    @Override
    public void accept(ModelEvent event) {
      if (!told) {
        told = true;
        models.reused(asked.call(), asked.route(), asked.request(), "shared");
        asked.origin().accept(Origin.SHARED);
      }
      asked.events().accept(event);
    }
  }

  /// A request and who hears its answer.
  private record Asked(
      Call call,
      Route route,
      WireRequest request,
      Wish wish,
      Consumer<Origin> origin,
      Consumer<ModelEvent> events) {}

  /// A stream that is known a moment later. On one event loop.
  private static final class Later implements ModelStream {
    private @Nullable ModelStream inner;
    private boolean cancelled;

    void is(ModelStream stream) {
      inner = stream;
      if (cancelled) {
        stream.cancel();
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
      if (inner != null) {
        inner.cancel();
      }
    }
  }
}
