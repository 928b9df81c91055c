package dev.parley.gateway.provider.openai;

import dev.parley.call.Call;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.spi.WireRequest;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Answers from any server with OpenAI's `/chat/completions` and `/embeddings`.
public final class OpenAiProvider implements Provider {
  private final Vertx vertx;
  private final OpenAiSettings settings;
  private final InstantSource clock;
  private final LoopClients clients;
  private final Map<To, RequestOptions> requests = new ConcurrentHashMap<>();

  /// Must not be called on an event loop.
  public OpenAiProvider(Vertx vertx, OpenAiSettings settings, InstantSource clock) {
    this.vertx = vertx;
    this.settings = settings;
    this.clock = clock;
    this.clients = new LoopClients(vertx, settings);
  }

  @Override
  public String name() {
    return "openai";
  }

  @Override
  public ModelStream open(Call call, ModelRequest request, Consumer<ModelEvent> events) {
    return open(call, Asked.of(request), events);
  }

  @Override
  public ModelStream open(
      Call call, WireRequest request, String model, Consumer<ModelEvent> events) {
    return open(call, Asked.of(request, model), events);
  }

  private ModelStream open(Call call, Asked asked, Consumer<ModelEvent> events) {
    if (!Context.isOnEventLoopThread()) {
      throw new IllegalStateException("an answer is opened on the event loop that hears it");
    }
    var stream = new OpenAiCall(vertx, settings.timeouts(), clock, asked, events);
    var to = new To(asked.path(), asked.streaming());
    stream.start(clients.mine(), requests.computeIfAbsent(to, this::request), total(call));
    return stream;
  }

  /// Where requests go and what they ask for; few differ.
  private record To(String path, boolean streaming) {}

  private RequestOptions request(To to) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(endpoint(to.path()))
            .setFollowRedirects(false)
            .putHeader("content-type", "application/json")
            .putHeader("accept", to.streaming() ? "text/event-stream" : "application/json")
            .putHeader("user-agent", "parley");
    if (!settings.apiKey().isEmpty()) {
      options.putHeader("authorization", "Bearer " + settings.apiKey().value());
    }
    return options;
  }

  /// A query of the base URL, such as Azure's `api-version`, stays at the end.
  private String endpoint(String below) {
    var text = settings.baseUrl().toString();
    var query = text.indexOf('?');
    var path = query < 0 ? text : text.substring(0, query);
    var slash = path.endsWith("/") ? "" : "/";
    return path + slash + below + (query < 0 ? "" : text.substring(query));
  }

  private Duration total(Call call) {
    var left = call.deadline().left(clock);
    var most = settings.timeouts().total();
    return left.compareTo(most) < 0 ? left : most;
  }

  /// Closes every connection.
  public Future<?> close() {
    return clients.close();
  }
}
