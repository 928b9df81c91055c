package dev.parley.gateway.wire;

import dev.parley.call.Deadline;
import dev.parley.gateway.model.Models;
import dev.parley.gateway.reuse.Reuse;
import dev.parley.gateway.spi.Assistants;
import dev.parley.gateway.spi.Embedder;
import dev.parley.gateway.spi.WireRequest.Kind;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.RawExchange;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.policy.Policing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The operations under `/v1`.
public final class WireRoutes implements RouteGroup {
  private final Models models;
  private final Completions chat;
  private final Completions embeddings;
  private final LocalEmbeddings local;
  private final Assistants assistants;
  private final Duration longest;
  private final InstantSource clock;

  /// @param longest how long an answer may take
  public WireRoutes(
      Vertx vertx,
      Models models,
      Reuse reuse,
      Policing policing,
      Embedder embedder,
      Assistants assistants,
      Duration longest,
      InstantSource clock) {
    this.models = models;
    this.assistants = assistants;
    this.chat =
        new Completions(vertx, models, reuse, policing, assistants, Kind.CHAT, longest, clock);
    this.embeddings =
        new Completions(
            vertx, models, reuse, policing, Assistants.none(), Kind.EMBEDDINGS, longest, clock);
    this.local = new LocalEmbeddings(embedder);
    this.longest = longest;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.raw("createChatCompletion", chat);
    operations.raw("createEmbedding", this::embed);
    operations.on("listModels", this::list);
  }

  private void embed(RawExchange exchange) {
    var request = JsonRequest.of(Kind.EMBEDDINGS, exchange.body());
    if (request.model().equals(local.model())) {
      local.answer(exchange, exchange.call().until(Deadline.after(clock, longest)), request);
    } else {
      embeddings.handle(exchange);
    }
  }

  private Future<Answer> list(Request request) {
    var all = new ArrayList<ModelView>();
    models
        .routes(request.call())
        .all()
        .forEach(route -> all.add(ModelView.of(route.name(), "parley")));
    assistants.names(request.call()).forEach(name -> all.add(ModelView.of(name, "parley")));
    all.add(ModelView.of(local.model(), "local"));
    return Future.succeededFuture(Answer.json(new All("list", all)));
  }

  private record All(String object, List<ModelView> data) {}

  private record ModelView(String id, String object, long created, String ownedBy) {
    static ModelView of(String name, String owner) {
      return new ModelView(name, "model", 0, owner);
    }
  }
}
