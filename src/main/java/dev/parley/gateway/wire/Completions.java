package dev.parley.gateway.wire;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.Role;
import dev.parley.gateway.model.ModelCall;
import dev.parley.gateway.model.Models;
import dev.parley.gateway.model.Tried;
import dev.parley.gateway.reuse.Reuse;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.spi.Assistants;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.WireRequest.Kind;
import dev.parley.platform.http.RawEndpoint;
import dev.parley.platform.http.RawExchange;
import dev.parley.policy.Judged;
import dev.parley.policy.Policing;
import dev.parley.policy.rule.Answerer;
import dev.parley.policy.rule.Check;
import dev.parley.policy.rule.Placeholders;
import dev.parley.policy.rule.Where;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers requests in OpenAI's form with the model that they name.
final class Completions implements RawEndpoint {
  private static final String ORIGIN = "x-parley-cache";
  private static final String TRIED = "x-parley-tried";

  private final Vertx vertx;
  private final Models models;
  private final Reuse reuse;
  private final Assistants assistants;
  private final Policing policing;
  private final Kind kind;
  private final Duration longest;
  private final InstantSource clock;

  /// @param longest how long an answer may take
  Completions(
      Vertx vertx,
      Models models,
      Reuse reuse,
      Policing policing,
      Assistants assistants,
      Kind kind,
      Duration longest,
      InstantSource clock) {
    this.assistants = assistants;
    this.vertx = vertx;
    this.models = models;
    this.reuse = reuse;
    this.policing = policing;
    this.kind = kind;
    this.longest = longest;
    this.clock = clock;
  }

  @Override
  public void handle(RawExchange exchange) {
    var request = JsonRequest.of(kind, exchange.body());
    var call = exchange.call().until(Deadline.after(clock, longest));
    var assistant = assistants.find(call, request.model());
    if (assistant.isPresent()) { // which asks the rules itself, about its sources too
      var relay = new Relay(vertx, exchange, request.streaming(), () -> {});
      relay.follow(assistant.get().open(call, request, request.model(), relay));
      return;
    }
    var route =
        find(call, request.model()).orElseThrow(() -> new WireProblem.NoSuchModel(request.model()));
    if (policing.concerns(call)) {
      judge(exchange, call, route, request);
    } else {
      answer(exchange, call, route, request, Policed.NOT);
    }
  }

  private Optional<Route> find(Call call, String name) {
    return models
        .routes(call)
        .find(name)
        .filter(found -> found.options().embeddings() == (kind == Kind.EMBEDDINGS));
  }

  /// Asks the rules first.
  private void judge(RawExchange exchange, Call call, Route route, JsonRequest request) {
    var context = vertx.getOrCreateContext();
    var texts = RequestTexts.of(request.bytes());
    var _ =
        policing
            .judge(call, Where.INPUT, Answerer.model(route.name()), texts.said())
            .onComplete((judged, refusal) ->
                context.runOnContext(_ -> {
                  if (refusal == null) {
                    judged(exchange, call, route, texts, judged);
                  } else {
                    exchange.fail(refusal);
                  }
                }));
  }

  private void judged(
      RawExchange exchange, Call call, Route route, RequestTexts texts, Judged judged) {
    try {
      var request = JsonRequest.of(kind, Buffer.buffer(texts.with(judged)));
      var chosen = judged.among(name -> find(call, name), route);
      var check = policing.output(call, Answerer.model(chosen.name())).orElse(null);
      answer(exchange, call, chosen, request, new Policed(check, judged.placeholders()));
    } catch (RuntimeException e) {
      exchange.fail(e);
    }
  }

  private void answer(
      RawExchange exchange, Call call, Route route, JsonRequest request, Policed policed) {
    var wish = reuse.granted(call, wish(request, route));
    if (wish.read() || wish.write()) {
      again(exchange, call, route, request, wish, policed);
    } else {
      once(exchange, call, route, request, policed);
    }
  }

  private void once(
      RawExchange exchange, Call call, Route route, JsonRequest request, Policed policed) {
    var running = new AtomicReference<ModelCall>();
    var relay =
        new Relay(
            vertx,
            exchange,
            request.streaming(),
            () -> {
              if (mayKnow(call.caller()) && running.get() != null) {
                exchange.header(TRIED, line(running.get()));
              }
            });
    var stream = models.open(call, route, request, events(call, route, request, policed, relay));
    running.set(stream);
    relay.follow(stream);
  }

  private void again(
      RawExchange exchange,
      Call call,
      Route route,
      JsonRequest request,
      Reuse.Wish wish,
      Policed policed) {
    var relay = new Relay(vertx, exchange, request.streaming(), () -> {});
    relay.follow(
        reuse.open(
            call,
            route,
            request,
            request.bytes(),
            wish,
            origin -> exchange.header(ORIGIN, origin.name().toLowerCase(Locale.ROOT)),
            events(call, route, request, policed, relay)));
  }

  /// Straight to the caller, but where a rule is for answers or something is to be put back.
  private Consumer<ModelEvent> events(
      Call call, Route route, JsonRequest request, Policed policed, Relay relay) {
    if (kind == Kind.EMBEDDINGS || policed.isOpen()) {
      return relay;
    }
    var exit =
        new PolicedAnswer.Exit(
            relay,
            hit -> relay.refuse(policing.denied(call, Answerer.model(route.name()), hit)),
            policing::redacted);
    return new PolicedAnswer(policed.check(), policed.placeholders(), request.streaming(), exit);
  }

  /// What rules want of an answer.
  private record Policed(@Nullable Check check, Placeholders placeholders) {
    static final Policed NOT = new Policed(null, new Placeholders());

    boolean isOpen() {
      return check == null && placeholders.isEmpty();
    }
  }

  /// Without a word of the caller only what is said to be repeatable is reused.
  private static Reuse.Wish wish(JsonRequest request, Route route) {
    var said = request.cache();
    var ttl = route.options().cacheTtl().toSeconds();
    var on = ttl > 0;
    if (said == null) {
      var repeatable = on && request.isDeterministic();
      return new Reuse.Wish(repeatable, repeatable, ttl, 0);
    }
    var age = said.maxAgeSeconds() > 0 ? Math.min(ttl, said.maxAgeSeconds()) : ttl;
    return new Reuse.Wish(
        on && said.mode().reads(), on && said.mode().writes(), age, said.similarity());
  }

  /// Which targets there are is for administrators.
  private static boolean mayKnow(Caller caller) {
    return switch (caller) {
      case Caller.Person person -> isAdministrator(person.role());
      case Caller.Key key -> isAdministrator(key.role());
      case Caller.Anonymous anonymous -> anonymous.local();
      case Caller.Parley _ -> true;
    };
  }

  private static boolean isAdministrator(Role role) {
    return role == Role.OWNER || role == Role.ADMIN;
  }

  private static String line(ModelCall call) {
    return call.tried().stream().map(Tried::toString).collect(Collectors.joining(", "));
  }
}
