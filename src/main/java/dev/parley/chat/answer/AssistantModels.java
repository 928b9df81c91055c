package dev.parley.chat.answer;

import dev.parley.call.Call;
import dev.parley.chat.assistant.AssistantShelf;
import dev.parley.chat.assistant.AssistantVersion;
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
import java.util.stream.Stream;

/// Assistants as models: they answer a conversation that a program keeps itself from the documents,
/// with their citations, and call no tools. Nothing of it is stored but what it cost.
public final class AssistantModels implements Assistants {
  private final AssistantShelf shelf;
  private final Needs needs;

  public AssistantModels(
      AssistantShelf shelf,
      Vertx vertx,
      Search search,
      Models models,
      Policing policing,
      ChatSettings settings,
      Ids ids,
      InstantSource clock) {
    this.shelf = shelf;
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
    if (!mayAsk(call)) {
      return List.of();
    }
    var live = shelf.live(call).stream().map(AssistantVersion::slug);
    return Stream.concat(Stream.of(AssistantVersion.DEFAULT), live)
        .distinct()
        .map(PREFIX::concat)
        .toList();
  }

  @Override
  public Optional<Provider> find(Call call, String name) {
    return name.startsWith(PREFIX) && mayAsk(call)
        ? shelf.find(call, name.substring(PREFIX.length())).map(Asked::new)
        : Optional.empty();
  }

  /// A key for models alone does not read documents.
  private static boolean mayAsk(Call call) {
    return Permissions.allows(call.caller(), "ask");
  }

  /// The version that is live when it is asked answers to the end.
  private final class Asked implements Provider {
    private final Translation translation = new Translation(needs.clock(), Ability.none());
    private final AssistantVersion version;

    Asked(AssistantVersion version) {
      this.version = version;
    }

    @Override
    public String name() {
      return PREFIX + version.slug();
    }

    @Override
    public boolean seesImages() {
      return false;
    }

    @Override
    public ModelStream open(Call call, ModelRequest request, Consumer<ModelEvent> events) {
      return AssistantAnswer.begin(needs, version, call, request, events);
    }

    @Override
    public ModelStream open(
        Call call, WireRequest request, String model, Consumer<ModelEvent> events) {
      return translation.open(this, call, request, model, events);
    }
  }
}
