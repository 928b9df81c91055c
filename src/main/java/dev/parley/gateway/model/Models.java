package dev.parley.gateway.model;

import dev.parley.call.Call;
import dev.parley.control.setting.Current;
import dev.parley.gateway.model.Question.Spoken;
import dev.parley.gateway.model.Question.Wired;
import dev.parley.gateway.provider.extractive.ExtractiveProvider;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.route.RouteBook;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelRequest.Source;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.metering.UsageEntry.Kind;
import dev.parley.platform.ids.Ids;
import java.util.List;
import java.util.function.Consumer;

/// The models of the product: the only way to ask one. A call goes to the targets of its route in
/// their order until one answers; each attempt is in the ledger.
public final class Models {
  private final RouteBook book;
  private final Defaults defaults;
  private final ModelCall.Needs needs;
  private final Ids ids;

  public Models(RouteBook book, Defaults defaults, ModelCall.Needs needs, Ids ids) {
    this.book = book;
    this.defaults = defaults;
    this.needs = needs;
    this.ids = ids;
  }

  /// What the product's own questions ask for.
  ///
  /// @param maxTokens of an answer
  public record Defaults(Current<Integer> maxTokens, double temperature) {}

  /// What the callers of a workspace may ask for.
  public RouteBook.Routes routes(Call call) {
    return book.of(call.workspace());
  }

  /// Name of the provider that the product's own questions go to first.
  public String provider(Call call) {
    return routes(call).standard().first().vendor();
  }

  /// Whether the product's own questions go to a model that can write: without one, answers are
  /// what the documents say, word for word.
  public boolean canWrite(Call call) {
    return !provider(call).equals(ExtractiveProvider.NAME);
  }

  /// Name of the model that the product's own questions go to first.
  public String name(Call call) {
    return routes(call).standard().first().model();
  }

  /// A request with the limits of the caller's workspace.
  public ModelRequest request(
      Call call, String instructions, List<ModelMessage> messages, List<Source> sources) {
    return new ModelRequest(
        "", instructions, messages, sources, defaults.maxTokens().in(call), defaults.temperature());
  }

  /// Opens one answer. Must be called on an event loop, where all events arrive; the last one is
  /// exactly one terminal event, and comes when what was used is in the ledger.
  public ModelCall open(Call call, ModelRequest request, Consumer<ModelEvent> events) {
    return open(call, routes(call).standard(), request, events);
  }

  /// The same on a route of the caller's workspace.
  public ModelCall open(Call call, Route route, ModelRequest request, Consumer<ModelEvent> events) {
    return open(call, route, request, Kind.CHAT, events);
  }

  /// The same for what has another kind in the ledger than an answer.
  public ModelCall open(
      Call call, Route route, ModelRequest request, Kind kind, Consumer<ModelEvent> events) {
    return open(call, route, new Spoken(request, kind), events);
  }

  /// The same for a request in OpenAI's form, on a route of the caller's workspace.
  public ModelCall open(Call call, Route route, WireRequest request, Consumer<ModelEvent> events) {
    return open(call, route, new Wired(request), events);
  }

  /// Notes that a request was answered with what another one had been answered: an entry of the
  /// ledger without tokens. Nobody waits for it.
  ///
  /// @param how `cached` or `shared`
  public void reused(Call call, Route route, WireRequest request, String how) {
    Unasked.enter(needs, call, ids.next(), route, new Wired(request), how);
  }

  private ModelCall open(Call call, Route route, Question question, Consumer<ModelEvent> events) {
    return ModelCall.start(needs, call, ids.next(), route, question, events);
  }
}
