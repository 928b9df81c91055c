package dev.parley.gateway.translate;

import static java.util.Objects.requireNonNull;

import dev.parley.call.Call;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.spi.ProviderFailure.Refusal;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.metering.usage.Usage;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;

/// Lets a provider that speaks in texts answer a request in OpenAI's form.
public final class Translation {
  private final InstantSource clock;
  private final Set<Ability> abilities;

  /// @param abilities what the provider can do beside reading and writing texts
  public Translation(InstantSource clock, Set<Ability> abilities) {
    this.clock = clock;
    this.abilities = Set.copyOf(abilities);
  }

  /// As [Provider#open(Call, WireRequest, String, Consumer)] promises, by the provider's other
  /// method. What cannot be translated is refused, never left out in silence.
  public ModelStream open(
      Provider provider,
      Call call,
      WireRequest request,
      String model,
      Consumer<ModelEvent> events) {
    try {
      var question = ReadRequest.of(request, model, abilities);
      var answer =
          new WriteAnswer(call.id(), clock.instant().getEpochSecond(), model, request, events);
      return provider.open(call, question, answer::take);
    } catch (Untranslatable e) {
      return refused(e.why(), events);
    }
  }

  static void need(Ability ability, Set<Ability> abilities) {
    if (!abilities.contains(ability)) {
      throw new Untranslatable(ability.otherwise());
    }
  }

  private static ModelStream refused(String why, Consumer<ModelEvent> events) {
    var error =
        new JsonObject()
            .put("message", why)
            .put("type", "invalid_request_error")
            .putNull("param")
            .put("code", "unsupported");
    var body = Buffer.buffer(new JsonObject().put("error", error).encode());
    var failure = new ProviderFailure(Kind.REJECTED, why, null, new Refusal(400, body));
    requireNonNull(Vertx.currentContext(), "called on an event loop")
        .runOnContext(_ -> events.accept(new ModelEvent.Failed(failure, Usage.of(0, 0))));
    return () -> {};
  }

  /// The provider has nothing that this could become.
  static final class Untranslatable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;

    Untranslatable(String why) {
      super(why, null, false, false);
      this.why = why;
    }

    String why() {
      return why;
    }
  }
}
