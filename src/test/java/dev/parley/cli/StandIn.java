package dev.parley.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.cli.StandInShelf.Shelved;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers as the contract says, from what a test put in. Real sockets, nothing behind them.
final class StandIn implements AutoCloseable {
  final StandInShelf shelf = new StandInShelf();

  /// Method, path and body of every request but those for progress, in order.
  final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  /// How many of the next uploads are answered 503.
  final AtomicInteger busy = new AtomicInteger();

  /// How many uploads are taken before the process is as if killed.
  final AtomicInteger lifetime = new AtomicInteger(Integer.MAX_VALUE);

  /// What each stream of a turn says, the first one being that of `/ask`.
  final Deque<List<String>> streams = new ArrayDeque<>();

  /// Answers to requests that are not about documents, by path.
  final Map<String, Reply> replies = new ConcurrentHashMap<>();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile String key = "";

  private StandIn(HttpServer server) {
    this.server = server;
  }

  static StandIn start() throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var standIn = new StandIn(HttpServer.create(address, 0));
    standIn.server.setExecutor(standIn.threads);
    standIn.server.createContext("/", standIn::answer);
    standIn.server.start();
    return standIn;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Only requests with this key are answered.
  void lock(String with) {
    key = with;
  }

  /// As if the process were killed.
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var sent = exchange.getRequestHeaders().getFirst("Authorization");
      if (!path.startsWith("/api/v1/knowledge/documents") || !body.isEmpty()) {
        requests.add(exchange.getRequestMethod() + " " + path + " " + body);
      }
      if (!key.isEmpty() && !("Bearer " + key).equals(sent)) {
        send(exchange, Reply.problem(401, "This key is not known here."));
      } else if (replies.containsKey(path)) {
        send(exchange, replies.get(path));
      } else {
        route(exchange, path, body);
      }
    }
  }

  private void route(HttpExchange exchange, String path, String body) throws IOException {
    var method = exchange.getRequestMethod();
    if (path.equals("/livez")) {
      send(exchange, new Reply(200, Map.of(), ""));
    } else if (path.equals("/api/v1/session")) {
      send(exchange, Reply.ok("{\"upload_limit_bytes\":1000,\"version\":\"9\",\"new\":{}}"));
    } else if (path.equals("/ask") || path.endsWith("/events")) {
      stream(exchange);
    } else if (path.equals("/api/v1/knowledge/documents") && method.equals("POST")) {
      upload(exchange, body);
    } else if (path.equals("/api/v1/knowledge/documents")) {
      send(exchange, Reply.ok(shelf.list(exchange.getRequestURI().getQuery())));
    } else if (path.startsWith("/api/v1/knowledge/documents/")) {
      send(exchange, shelf.one(path.substring(path.lastIndexOf('/') + 1)));
    } else {
      send(exchange, Reply.problem(404, "There is nothing at this address."));
    }
  }

  private void upload(HttpExchange exchange, String body) throws IOException {
    if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      send(exchange, Reply.problem(503, "The queue is full.").with("Retry-After", "7"));
      return;
    }
    if (lifetime.getAndDecrement() <= 0) {
      server.stop(0);
      return;
    }
    var parts = StandInParts.of(exchange.getRequestHeaders().getFirst("Content-Type"), body);
    var refusal = shelf.refusal(parts.name());
    if (refusal.isPresent()) {
      send(exchange, refusal.get());
      return;
    }
    Shelved shelved = shelf.put(parts.name(), parts.file());
    send(exchange, new Reply(shelved.unchanged() ? 200 : 202, Map.of(), shelved.json()));
  }

  /// Frames go out one by one; `cut` ends the connection in the middle of one.
  private void stream(HttpExchange exchange) throws IOException {
    var last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    if (last != null) {
      requests.add("resumed behind " + last);
    }
    var frames = streams.poll();
    if (frames == null) {
      send(exchange, Reply.problem(503, "The turn cannot be read now."));
      return;
    }
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    var out = exchange.getResponseBody();
    for (var frame : frames) {
      if (frame.equals("cut")) {
        out.write("id: 99\nevent: del".getBytes(StandardCharsets.UTF_8));
        out.flush();
        throw new IOException("cut"); // closes the connection without the last chunk
      }
      out.write(frame.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
    out.close();
  }

  private static void send(HttpExchange exchange, Reply reply) {
    try {
      var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      reply.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One answer.
  record Reply(int status, Map<String, String> headers, String body) {
    static Reply ok(String json) {
      return new Reply(200, Map.of("Content-Type", "application/json"), json);
    }

    static Reply problem(int status, String detail) {
      return new Reply(
          status,
          Map.of("Content-Type", "application/problem+json"),
          """
          {"type":"/docs#x","title":"X","status":%d,"detail":"%s","code":"x","request_id":"r-1",\
          "retryable":false}\
          """
              .formatted(status, detail));
    }

    Reply with(String header, String value) {
      return new Reply(
          status, Map.of("Content-Type", "application/problem+json", header, value), body);
    }
  }
}
