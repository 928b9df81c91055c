package dev.parley.gateway.provider.openai;

import dev.parley.call.Call;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.Provider;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Streams answers from any server with OpenAI's `/chat/completions`.
public final class OpenAiProvider implements Provider {
  private final Vertx vertx;
  private final OpenAiSettings settings;
  private final InstantSource clock;
  private final LoopClients clients;

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
    if (!Context.isOnEventLoopThread()) {
      throw new IllegalStateException("an answer is opened on the event loop that hears it");
    }
    var stream = new OpenAiCall(vertx, settings.timeouts(), clock, request, events);
    stream.start(clients.mine(), target(), total(call));
    return stream;
  }

  private RequestOptions target() {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(endpoint())
            .setFollowRedirects(false)
            .putHeader("content-type", "application/json")
            .putHeader("accept", "text/event-stream")
            .putHeader("user-agent", "parley");
    if (!settings.apiKey().isEmpty()) {
      options.putHeader("authorization", "Bearer " + settings.apiKey().value());
    }
    return options;
  }

  /// A query of the base URL, such as Azure's `api-version`, stays at the end.
  private String endpoint() {
    var text = settings.baseUrl().toString();
    var query = text.indexOf('?');
    var path = query < 0 ? text : text.substring(0, query);
    var slash = path.endsWith("/") ? "" : "/";
    return path + slash + "chat/completions" + (query < 0 ? "" : text.substring(query));
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
