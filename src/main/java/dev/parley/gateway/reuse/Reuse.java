package dev.parley.gateway.reuse;

import static java.util.Objects.requireNonNull;

import dev.parley.call.Call;
import dev.parley.control.setting.Current;
import dev.parley.gateway.model.Models;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.spi.Embedder;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.redis.RedisServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Gives one answer to many equal requests: those under way together share one call, and later ones
/// get what was stored. Only for requests whose answer may be the same; see [Wish].
///
/// Workspaces share nothing. Errors and answers that broke off are never stored.
public final class Reuse {
  private static final Future<Optional<StoredAnswer>> NOTHING =
      Future.succeededFuture(Optional.empty());

  private final Models models;
  private final AnswerCache cache;
  private final Meanings meanings;
  private final Embedder embedder;
  private final Allowed allowed;
  private final InstantSource clock;
  private final Map<CacheKey, Flight> flights = new ConcurrentHashMap<>();

  /// @param embedder tells what questions mean
  /// @param ttl how long answers are kept; zero for not at all
  /// @param allowed what a workspace wants of that
  public Reuse(
      Models models,
      Embedder embedder,
      Duration ttl,
      Allowed allowed,
      @Nullable RedisServer redis,
      InstantSource clock) {
    this.models = models;
    this.embedder = embedder;
    this.allowed = allowed;
    this.meanings = new Meanings(ttl);
    this.cache = new AnswerCache(ttl, redis, clock);
    this.clock = clock;
  }

  /// What may be done with a request.
  ///
  /// @param read whether a stored answer will do
  /// @param write whether the answer may be stored
  /// @param maxAgeSeconds how old a stored one may be; 0 for any age
  /// @param similarity the least cosine at which the answer to another question will do; 0 for the
  ///   same question only
  public record Wish(boolean read, boolean write, long maxAgeSeconds, double similarity) {
    static final Wish NOTHING = new Wish(false, false, 0, 0);
  }

  /// What a workspace lets callers wish for.
  ///
  /// @param stored answers to the same question
  /// @param similar those to another one too
  public record Allowed(Current<Boolean> stored, Current<Boolean> similar) {
    public static final Allowed NOTHING = new Allowed(_ -> false, _ -> false);

    Wish of(Call call, Wish wish) {
      if (!stored.in(call)) {
        return Wish.NOTHING;
      }
      return similar.in(call) ? wish : new Wish(wish.read(), wish.write(), wish.maxAgeSeconds(), 0);
    }
  }

  /// How an answer came about.
  public enum Origin {
    /// It was stored.
    HIT,
    /// It was stored for a question that means nearly the same.
    SIMILAR,
    /// Somebody had just asked the same.
    SHARED,
    /// The model was asked.
    MISS
  }

  /// What the caller's workspace grants of a wish.
  public Wish granted(Call call, Wish wish) {
    return allowed.of(call, wish);
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
    if (!cache.isOn() || !(wish.read() || wish.similarity() > 0)) {
      return share(asked, key, Optional.empty());
    }
    var stream = new Later();
    var context = requireNonNull(Vertx.currentContext(), "on an event loop");
    (wish.read() ? cache.find(key, wish.maxAgeSeconds()) : NOTHING)
        .onSuccess(found ->
            context.runOnContext(_ -> {
              if (found.isPresent()) {
                replay(asked, Origin.HIT, found.get());
              } else {
                similar(asked, key, body, stream);
              }
            }));
    return stream;
  }

  /// A question that cannot be understood is asked of the model, as any other.
  private void similar(Asked asked, CacheKey key, byte[] body, Later stream) {
    var call = asked.call();
    var question =
        asked.wish().similarity() > 0
            ? LastQuestion.of(call.workspace(), asked.route(), asked.request().kind(), body)
                .filter(one -> embedder.count(one.text()) <= embedder.maxTokens())
            : Optional.<LastQuestion>empty();
    if (question.isEmpty()) {
      stream.is(share(asked, key, Optional.empty()));
      return;
    }
    embedder
        .embed(call, List.of(question.get().text()), Embedder.Urgency.QUESTION)
        .onFailure(_ -> stream.is(share(asked, key, Optional.empty())))
        .onSuccess(
            vectors -> alike(asked, key, new Meant(question.get(), vectors.getFirst()), stream));
  }

  private void alike(Asked asked, CacheKey key, Meant meant, Later stream) {
    var wish = asked.wish();
    var known =
        wish.read()
            ? meanings.find(meant.question.rest(), meant.vector, wish.similarity())
            : Optional.<CacheKey>empty();
    var context = requireNonNull(Vertx.currentContext(), "on an event loop");
    known
        .map(answer -> cache.find(answer, wish.maxAgeSeconds()))
        .orElse(NOTHING)
        .onSuccess(found ->
            context.runOnContext(_ -> {
              if (found.isPresent()) {
                replay(asked, Origin.SIMILAR, found.get());
              } else {
                stream.is(share(asked, key, Optional.of(meant)));
              }
            }));
  }

  private void replay(Asked asked, Origin origin, StoredAnswer answer) {
    models.reused(
        asked.call(),
        asked.route(),
        asked.request(),
        origin == Origin.SIMILAR ? "similar" : "cached");
    asked.origin().accept(origin);
    asked.events().accept(new ModelEvent.Bytes(answer.bytes(), true));
    asked.events().accept(new ModelEvent.Finished(FinishReason.STOP, Usage.of(0, 0)));
  }

  private ModelStream share(Asked asked, CacheKey key, Optional<Meant> meant) {
    var mine = new Flight(flight -> landed(key, flight, asked.wish().write(), meant));
    var running = flights.putIfAbsent(key, mine);
    if (running == null) {
      var landed =
          asked.wish().read()
              ? cache.near(key, asked.wish().maxAgeSeconds())
              : Optional.<StoredAnswer>empty();
      if (landed.isPresent()) { // between our look into the cache and now
        flights.remove(key, mine);
        mine.scrap();
        replay(asked, Origin.HIT, landed.get());
        return new Later();
      }
      asked.origin().accept(Origin.MISS);
      var stream = mine.join(asked.events(), () -> {});
      mine.start(events -> models.open(asked.call(), asked.route(), asked.request(), events));
      return stream;
    }
    var stream = new Later();
    var told = new Once(asked);
    stream.is(running.join(told, () -> stream.is(share(asked, key, meant))));
    return stream;
  }

  /// On the flight's event loop.
  private void landed(CacheKey key, Flight flight, boolean write, Optional<Meant> meant) {
    var whole =
        flight.last() instanceof ModelEvent.Finished(var reason, var _, var _)
            && (reason == FinishReason.STOP || reason == FinishReason.TOOL_CALLS);
    if (whole && write && cache.isOn()) {
      cache.put(key, new StoredAnswer(clock.millis(), flight.said().copy()));
      meant.ifPresent(known -> meanings.put(known.question.rest(), known.vector, key));
    }
    flights.remove(key, flight); // behind the cache: whoever finds no flight finds the answer
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

  /// A question and what it means.
  private static final class Meant {
    private final LastQuestion question;
    private final float[] vector;

    Meant(LastQuestion question, float[] vector) {
      this.question = question;
      this.vector = vector;
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
