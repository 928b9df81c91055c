package dev.parley.testkit;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server that tools are requests to: an honest one, and under some paths one that does what no
/// server should. It remembers every request.
public final class ToolServer implements AutoCloseable {
  private static final int PIECE = 1 << 16;

  private final Vertx vertx;
  private final HttpServer server;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private volatile String elsewhere = "";

  /// One request.
  public record Seen(String method, String uri, Map<String, String> headers, String body) {}

  private ToolServer(Vertx vertx) {
    this.vertx = vertx;
    this.server = vertx.createHttpServer();
  }

  public static ToolServer start(Vertx vertx) {
    var made = new ToolServer(vertx);
    var _ = Await.of(made.server.requestHandler(made::handle).listen(0, "127.0.0.1"));
    return made;
  }

  public int port() {
    return server.actualPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /// Where `/redirect` leads.
  public void redirectTo(String url) {
    elsewhere = url;
  }

  /// What `/texts/NAME` answers.
  public void say(String name, String text) {
    texts.put(name, text);
  }

  /// Every request so far, oldest first.
  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  /// Those whose path begins like this.
  public long seen(String path) {
    return seen.stream().filter(one -> one.uri().startsWith(path)).count();
  }

  private void handle(HttpServerRequest request) {
    request
        .body()
        .onSuccess(body -> {
          var headers = new ConcurrentHashMap<String, String>();
          request.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
          seen.add(new Seen(request.method().name(), request.uri(), headers, body.toString()));
          answer(String.valueOf(request.path()), seen.getLast(), request.response());
        });
  }

  private void answer(String path, Seen asked, HttpServerResponse response) {
    var first = path.split("/", -1)[1];
    switch (first) {
      case "redirect" -> response.setStatusCode(302).putHeader("location", elsewhere).end();
      case "huge" -> flood(response.setChunked(true).putHeader("content-type", "text/plain"));
      case "drip" -> drip(response.setChunked(true).putHeader("content-type", "text/plain"));
      case "html" -> typed(response, "text/html", "<p>Click <a href='http://evil'>here</a></p>");
      case "binary" -> typed(response, "application/octet-stream", "MZ");
      case "untyped" -> response.end("who knows");
      case "broken" -> typed(response.setStatusCode(500), "text/plain", "It hurts.");
      case "deep" -> typed(response, "application/json", "[".repeat(500) + "]".repeat(500));
      case "half" -> typed(response, "application/json", "{\"a\":");
      case "texts" ->
          typed(response, "text/plain", texts.getOrDefault(path.substring(7), "Nothing."));
      case "silent" -> {} // never
      default -> typed(response, "application/json", echo(asked));
    }
  }

  private static String echo(Seen asked) {
    return new JsonObject()
        .put("method", asked.method())
        .put("uri", asked.uri())
        .put("body", asked.body())
        .encode();
  }

  private static void typed(HttpServerResponse response, String type, String body) {
    var _ = response.putHeader("content-type", type).end(body);
  }

  private static void flood(HttpServerResponse response) {
    if (!response.closed() && !response.ended()) {
      response
          .write(Buffer.buffer("x".repeat(PIECE)))
          .onComplete(written -> {
            if (written.succeeded()) {
              flood(response);
            }
          });
    }
  }

  private void drip(HttpServerResponse response) {
    var timer = vertx.setPeriodic(300, _ -> response.write("."));
    response.closeHandler(_ -> vertx.cancelTimer(timer));
  }

  @Override
  public void close() {
    var _ = Await.of(server.close());
  }
}
