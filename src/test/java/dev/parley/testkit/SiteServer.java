package dev.parley.testkit;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/// A web site as site generators make them: each page has the navigation of all, a main part,
/// headings with ids and an entity tag. Under some paths it does what no site should. It remembers
/// every request.
public final class SiteServer implements AutoCloseable {
  private final Vertx vertx;
  private final HttpServer server;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, BiConsumer<HttpServerRequest, HttpServerResponse>> odd =
      new ConcurrentHashMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private volatile String head = "";

  /// One request and how it was answered.
  public record Seen(String path, int status, boolean conditional) {}

  private record Page(String title, String head, String body) {}

  private SiteServer(Vertx vertx) {
    this.vertx = vertx;
    this.server = vertx.createHttpServer();
  }

  public static SiteServer start(Vertx vertx) {
    var made = new SiteServer(vertx);
    var _ = Await.of(made.server.requestHandler(made::handle).listen(0, "127.0.0.1"));
    return made;
  }

  public int port() {
    return server.actualPort();
  }

  /// Without a slash at the end.
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /// Puts something into the head of every page.
  public void head(String html) {
    head = html;
  }

  /// A page that the navigation of every page leads to.
  ///
  /// @param body HTML of its main part
  public void page(String path, String title, String body) {
    page(path, title, "", body);
  }

  /// @param ownHead HTML for its own head
  public void page(String path, String title, String ownHead, String body) {
    pages.put(path, new Page(title, ownHead, body));
  }

  public void remove(String path) {
    pages.remove(path);
  }

  /// Answers a path, or all paths below one that ends in a slash, with something of its own.
  public void answer(String path, BiConsumer<HttpServerRequest, HttpServerResponse> with) {
    odd.put(path, with);
  }

  public void file(String path, String type, String content) {
    file(path, type, Buffer.buffer(content));
  }

  public void file(String path, String type, Buffer content) {
    answer(path, (_, response) -> response.putHeader("content-type", type).end(content));
  }

  public void redirect(String from, String to) {
    answer(from, (_, response) -> response.setStatusCode(302).putHeader("location", to).end());
  }

  public void status(String path, int status) {
    answer(path, (_, response) -> response.setStatusCode(status).end());
  }

  /// A sitemap of these paths.
  public void sitemap(String path, String... paths) {
    file(
        path,
        "application/xml",
        "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
            + List.of(paths).stream()
                .map(one -> "<url><loc>" + url() + one + "</loc></url>")
                .collect(Collectors.joining())
            + "</urlset>");
  }

  /// A byte now and then, without end.
  public void drip(String path) {
    answer(
        path,
        (_, response) -> {
          response.putHeader("content-type", "text/html").setChunked(true);
          var timer = vertx.setPeriodic(200, _ -> response.write("x"));
          response.closeHandler(_ -> vertx.cancelTimer(timer));
        });
  }

  /// A little that becomes a lot.
  public void bomb(String path, int megabytes) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      for (var i = 0; i < megabytes; i++) {
        gzip.write(new byte[1 << 20]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answer(
        path,
        (_, response) ->
            response
                .putHeader("content-type", "text/html")
                .putHeader("content-encoding", "gzip")
                .end(Buffer.buffer(packed.toByteArray())));
  }

  /// Every request so far, oldest first.
  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  public long seen(String path) {
    return seen.stream().filter(one -> one.path().equals(path)).count();
  }

  /// Begins anew with nothing.
  public void clear() {
    pages.clear();
    odd.clear();
    forgetSeen();
  }

  public void forgetSeen() {
    seen.clear();
  }

  private void handle(HttpServerRequest request) {
    var path = String.valueOf(request.path());
    var response = request.response();
    var conditional = request.getHeader("if-none-match") != null;
    var _ =
        response.endHandler(_ -> seen.add(new Seen(path, response.getStatusCode(), conditional)));
    var own = odd.get(path);
    if (own == null) {
      own =
          odd.entrySet().stream()
              .filter(one -> one.getKey().endsWith("/") && path.startsWith(one.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(null);
    }
    if (own != null) {
      own.accept(request, response);
    } else {
      page(path, request, response);
    }
  }

  private void page(String path, HttpServerRequest request, HttpServerResponse response) {
    var page = pages.get(path);
    if (page == null) {
      var _ = response.setStatusCode(404).end("Nothing here.");
      return;
    }
    var html = html(page);
    var tag = "\"" + Integer.toHexString(html.hashCode()) + "\"";
    response.putHeader("etag", tag);
    if (tag.equals(request.getHeader("if-none-match"))) {
      var _ = response.setStatusCode(304).end();
    } else {
      var _ = response.putHeader("content-type", "text/html; charset=utf-8").end(html);
    }
  }

  private String html(Page page) {
    var links =
        new TreeMap<>(pages)
            .entrySet().stream()
                .map(one ->
                    "<li><a href='%s'>%s</a></li>".formatted(one.getKey(), one.getValue().title()))
                .collect(Collectors.joining());
    return """
    <!doctype html><html><head><title>%s</title>%s%s</head><body>
    <header>A site of its own</header><nav class="sidebar"><ul>%s</ul></nav>
    <main><h1 id="top">%s</h1>%s</main><footer>Made with care</footer></body></html>
    """
        .formatted(page.title(), head, page.head(), links, page.title(), page.body());
  }

  @Override
  public void close() {
    var _ = Await.of(server.close());
  }
}
