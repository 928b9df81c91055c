package dev.parley.cli.client;

import dev.parley.cli.process.CliProblem;
import dev.parley.cli.process.Time;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Json;
import java.io.FileNotFoundException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A running Parley. Every call blocks its thread, has a deadline and throws a [CliProblem] when
/// there is no answer. Safe from any thread.
public final class Server implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Duration TRANSFER = Duration.ofMinutes(10);
  private static final Duration GOODBYE = Duration.ofSeconds(2);
  private static final int LARGEST_ANSWER = 32 << 20;

  private final HttpClient http;
  private final URI base;
  private final Optional<String> key;
  private final Exchange exchange;
  private final Multipart multipart;

  private Server(HttpClient http, URI base, Optional<String> key, Time time, String boundary) {
    this.http = http;
    this.base = base;
    this.key = key;
    this.exchange = new Exchange(http, base.toString(), time);
    this.multipart = new Multipart(boundary);
  }

  /// @param base without a slash at its end
  /// @param key sent as `Authorization: Bearer`
  /// @param boundary a text that stands in no file
  public static Server at(URI base, Optional<String> key, Time time, String boundary) {
    var http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER) // they would carry the key elsewhere
            .build();
    return new Server(http, base, key, time, boundary);
  }

  /// Whether anything accepts connections there.
  public boolean listens() {
    return exchange.connects(to("/livez").GET().build(), GOODBYE);
  }

  /// What this server can do, and whether it takes the key.
  public ServerView view() {
    return read(get("/api/v1/session", Patience.SHORT), ServerView.class);
  }

  /// Sends a file, reading it as it goes. The same name and bytes twice are one document.
  public Upload upload(Path file, String name) throws FileNotFoundException {
    var request =
        to("/api/v1/knowledge/documents")
            .header("Content-Type", multipart.contentType())
            .POST(multipart.body(name, file))
            .build();
    var answer = exchange.send(request, body(), TRANSFER, Patience.LONG);
    return new Upload(read(answer, Document.class), answer.status() == 200);
  }

  /// Has the server fetch a page.
  public Upload addPage(String url) {
    var answer = post("/api/v1/knowledge/pages", new PageRequest(url), ANSWER, Patience.LONG);
    return new Upload(read(answer, Document.class), answer.status() == 200);
  }

  public Document document(UUID id) {
    return read(get("/api/v1/knowledge/documents/" + id, Patience.LONG), Document.class);
  }

  /// Documents in one state, by name.
  ///
  /// @param after the `next` of the page before; empty for the first one
  public DocumentPage documents(String state, Optional<String> after) {
    var path = "/api/v1/knowledge/documents?limit=200&state=" + state;
    var more = after.map(name -> "&after=" + encoded(name)).orElse("");
    return read(get(path + more, Patience.LONG), DocumentPage.class);
  }

  public Found search(String query, String mode, int limit) {
    var request = new SearchRequest(query, mode, limit);
    var answer = post("/api/v1/knowledge/search", request, ANSWER, Patience.SHORT);
    return read(answer, Found.class);
  }

  /// The whole answer as the server's JSON, unread.
  public String ask(String query) {
    var answer = post("/ask", new AskRequest(query), TRANSFER, Patience.SHORT);
    return answer.text();
  }

  /// Asks, and gives the beginning of the turn's events.
  EventReader askAloud(String query) {
    var request =
        json("/ask", new AskRequest(query)).setHeader("Accept", "text/event-stream").build();
    return events(request, Patience.SHORT);
  }

  /// The events of a turn behind the one with this id.
  EventReader events(UUID turn, long lastId) {
    var request =
        to("/api/v1/chat/turns/" + turn + "/events")
            .setHeader("Accept", "text/event-stream")
            .header("Last-Event-ID", Long.toString(lastId))
            .GET()
            .build();
    return events(request, new Patience(Duration.ZERO, Duration.ZERO));
  }

  /// Stops an answer, if that can be done soon.
  void cancel(UUID turn) {
    var request =
        to("/api/v1/chat/turns/" + turn + "/cancel").POST(BodyPublishers.noBody()).build();
    var _ = exchange.connects(request, GOODBYE);
  }

  /// Hangs up whatever is still being said.
  @Override
  public void close() {
    http.shutdownNow();
  }

  private Body get(String path, Patience patience) {
    return exchange.send(to(path).GET().build(), body(), ANSWER, patience);
  }

  private Body post(String path, Object body, Duration limit, Patience patience) {
    return exchange.send(json(path, body).build(), body(), limit, patience);
  }

  private EventReader events(HttpRequest request, Patience patience) {
    var arrivals =
        exchange.send(
            request,
            _ -> BodySubscribers.mapping(BodySubscribers.ofPublisher(), ByteArrivals::of),
            ANSWER,
            patience);
    return new EventReader(arrivals);
  }

  private HttpRequest.Builder json(String path, Object body) {
    return to(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(Json.bytes(body)));
  }

  private HttpRequest.Builder to(String path) {
    var request = HttpRequest.newBuilder(URI.create(base + path));
    request.header("Accept", "application/json").header("User-Agent", "parley-cli");
    key.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    return request;
  }

  private static BodyHandler<Body> body() {
    var limited =
        BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_ANSWER);
    return head ->
        BodySubscribers.mapping(limited.apply(head), all -> new Body(head.statusCode(), all));
  }

  private <T> T read(Body answer, Class<T> type) {
    try {
      return Json.readForeign(answer.text(), type);
    } catch (HttpProblem.Unreadable e) {
      throw new CliProblem.Failed("What answers at " + base + " is not Parley. " + e.detail());
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private record Body(int status, String text) {}

  private record PageRequest(String url) {}

  private record SearchRequest(String query, String mode, int limit) {}

  private record AskRequest(String query) {}

  /// The members of a session that a command needs.
  public record ServerView(long uploadLimitBytes) {}

  /// A document that was sent.
  ///
  /// @param unchanged whether the same bytes were there already
  public record Upload(Document document, boolean unchanged) {}

  /// @param next what to ask for the next page with; absent on the last one
  public record DocumentPage(List<Document> documents, @Nullable String next) {}

  /// The best passages first.
  public record Found(List<Passage> passages, long tookMs) {}
}
