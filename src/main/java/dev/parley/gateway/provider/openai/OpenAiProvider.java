package dev.parley.gateway.provider.openai;

import dev.parley.call.Call;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.gateway.transport.Endpoint;
import dev.parley.gateway.transport.Upstream;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Answers from any server with OpenAI's `/chat/completions` and `/embeddings`.
public final class OpenAiProvider implements Provider {
  private final Upstream upstream;
  private final Endpoint endpoint;
  private final Map<To, RequestOptions> requests = new ConcurrentHashMap<>();

  public OpenAiProvider(Upstream upstream) {
    this.upstream = upstream;
    this.endpoint = upstream.endpoint();
  }

  @Override
  public String name() {
    return endpoint.name();
  }

  @Override
  public boolean seesImages() {
    return true;
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
    var stream =
        new OpenAiCall(
            upstream.vertx(), endpoint.timeouts(), upstream.clock(), asked, call.trace(), events);
    stream.start(
        upstream.clients().mine(),
        requests.computeIfAbsent(new To(asked.path(), asked.streaming()), this::request),
        upstream.address().find(call),
        endpoint.timeouts().total(call, upstream.clock()));
    return stream;
  }

  /// Where requests go and what they ask for; few differ.
  private record To(String path, boolean streaming) {}

  private RequestOptions request(To to) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(at(to.path()))
            .setFollowRedirects(false)
            .putHeader("content-type", "application/json")
            .putHeader("accept", to.streaming() ? "text/event-stream" : "application/json")
            .putHeader("user-agent", "parley");
    if (!endpoint.apiKey().isEmpty()) {
      options.putHeader("authorization", "Bearer " + endpoint.apiKey().value());
    }
    return options;
  }

  /// A query of the base URL, such as Azure's `api-version`, stays at the end.
  private String at(String below) {
    var text = endpoint.baseUrl().toString();
    var query = text.indexOf('?');
    var path = query < 0 ? text : text.substring(0, query);
    var slash = path.endsWith("/") ? "" : "/";
    return path + slash + below + (query < 0 ? "" : text.substring(query));
  }
}
