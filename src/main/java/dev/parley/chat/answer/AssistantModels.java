package dev.parley.chat.answer;

import dev.parley.call.Call;
import dev.parley.chat.conversation.ChatSettings;
import dev.parley.gateway.model.Models;
import dev.parley.gateway.spi.Assistants;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.gateway.translate.Ability;
import dev.parley.gateway.translate.Translation;
import dev.parley.identity.Permissions;
import dev.parley.platform.ids.Ids;
import dev.parley.policy.Policing;
import dev.parley.retrieval.Search;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The assistant as a model: answers a conversation that a program keeps itself from the documents,
/// with its citations. Nothing of it is stored but what it cost.
public final class AssistantModels implements Assistants {
  private static final String STANDARD = PREFIX + "default";

  private final Needs needs;

  public AssistantModels(
      Vertx vertx,
      Search search,
      Models models,
      Policing policing,
      ChatSettings settings,
      Ids ids,
      InstantSource clock) {
    this.needs = new Needs(vertx, search, models, policing, settings, ids, clock);
  }

  /// What every answer works with.
  record Needs(
      Vertx vertx,
      Search search,
      Models models,
      Policing policing,
      ChatSettings settings,
      Ids ids,
      InstantSource clock) {}

  @Override
  public List<String> names(Call call) {
    return mayAsk(call) ? List.of(STANDARD) : List.of();
  }

  @Override
  public Optional<Provider> find(Call call, String name) {
    return name.equals(STANDARD) && mayAsk(call) ? Optional.of(new Standard()) : Optional.empty();
  }

  /// A key for models alone does not read documents.
  private static boolean mayAsk(Call call) {
    return Permissions.allows(call.caller(), "ask");
  }

  private final class Standard implements Provider {
    private final Translation translation = new Translation(needs.clock(), Ability.none());

    @Override
    public String name() {
      return STANDARD;
    }

    @Override
    public ModelStream open(Call call, ModelRequest request, Consumer<ModelEvent> events) {
      return AssistantAnswer.begin(needs, call, request, events);
    }

    @Override
    public ModelStream open(
        Call call, WireRequest request, String model, Consumer<ModelEvent> events) {
      return translation.open(this, call, request, model, events);
    }
  }
}
