package dev.parley.testkit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A real HTTP server that speaks as a provider of models and does exactly what its scripts say:
/// OpenAI's chat completions, Anthropic's messages, Gemini's and Ollama's own. It remembers every
/// request, what it sent and how the connection ended.
public final class FakeProvider implements AutoCloseable {
  private static final long START_SECONDS = 20;
  private static final int SEND_BUFFER = 256 << 10;
  private static final List<String> PATHS =
      List.of("/chat/completions", "/messages", ":streamGenerateContent", "/api/chat");

  private final HttpServer server;
  private final Function<JsonObject, Script> otherwise;
  private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

  /// One request and what became of it.
  ///
  /// @param uri what was asked for
  /// @param authorization the key, by whichever header
  /// @param traceparent the header of this name
  /// @param peer the caller's address, which names the connection
  /// @param sent completes with the number of tokens sent, when the response was sent in full
  /// @param closedEarly completes with the number of tokens sent, when the caller's socket closed
  ///   before that
  public record Exchange(
      String uri,
      JsonObject body,
      String authorization,
      String traceparent,
      String peer,
      Promise<Integer> sent,
      Promise<Integer> closedEarly)
      implements Play.End {
    @Override
    public void sent(int tokens) {
      var _ = sent.tryComplete(tokens);
    }

    @Override
    public void closedEarly(int tokens) {
      var _ = closedEarly.tryComplete(tokens);
    }
  }

  private FakeProvider(Vertx vertx, Function<JsonObject, Script> otherwise) {
    this.otherwise = otherwise;
    // The kernel may keep megabytes of an answer otherwise, and then a slow reader is not felt
    // here.
    this.server =
        vertx.createHttpServer(
            new HttpServerOptions().setHost("127.0.0.1").setSendBufferSize(SEND_BUFFER));
  }

  /// A provider on a free port whose every request needs a script from [#then].
  public static FakeProvider start(Vertx vertx) {
    return start(vertx, 0, () -> Script.refusal(500, "{\"error\":{\"type\":\"no_script\"}}"));
  }

  /// A provider that never runs out of answers.
  ///
  /// @param port 0 for a free one
  /// @param otherwise what to do when no script is waiting
  public static FakeProvider start(Vertx vertx, int port, Supplier<Script> otherwise) {
    return start(vertx, port, _ -> otherwise.get());
  }

  /// A provider whose answers depend on what is asked.
  ///
  /// @param otherwise what to do with this body when no script is waiting
  public static FakeProvider start(Vertx vertx, int port, Function<JsonObject, Script> otherwise) {
    var provider = new FakeProvider(vertx, otherwise);
    var _ = await(provider.server.requestHandler(r -> provider.handle(vertx, r)).listen(port));
    return provider;
  }

  /// Plays this script to the next request that has none yet.
  public void then(Script script) {
    scripts.add(script);
  }

  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port() + "/v1");
  }

  public int port() {
    return server.actualPort();
  }

  /// Every request so far, oldest first.
  public List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  private void handle(Vertx vertx, HttpServerRequest request) {
    var path = String.valueOf(request.path());
    if (PATHS.stream().noneMatch(path::endsWith)) {
      var _ = request.response().setStatusCode(404).end();
      return;
    }
    request.body().onSuccess(body -> play(vertx, request, new JsonObject(body)));
  }

  private void play(Vertx vertx, HttpServerRequest request, JsonObject body) {
    var exchange =
        new Exchange(
            request.uri(),
            body,
            key(request),
            String.valueOf(request.getHeader("traceparent")),
            String.valueOf(request.remoteAddress()),
            Promise.promise(),
            Promise.promise());
    exchanges.add(exchange);
    var script = scripts.poll();
    var played = script == null ? otherwise.apply(body) : script;
    if (body.getBoolean("stream", !exchange.uri().contains("/chat/completions"))) {
      new Play(vertx, request.response(), played, exchange).start();
    } else {
      Play.whole(request.response(), played, exchange);
    }
  }

  private static String key(HttpServerRequest request) {
    return Stream.of("authorization", "x-api-key", "x-goog-api-key")
        .map(request::getHeader)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  /// Where an API without `/v1` is.
  public URI origin() {
    return URI.create("http://127.0.0.1:" + port());
  }

  @Override
  public void close() {
    var _ = await(server.close());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(START_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
