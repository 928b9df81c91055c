package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.time.Stopwatch;
import dev.parley.testkit.SiteServer;
import io.vertx.core.Vertx;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/// The product and a web site that it reads.
final class SourceWorld implements AutoCloseable {
  static final String SOURCES = "/api/v1/knowledge/sources";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Vertx vertx = Vertx.vertx();
  private final SiteServer site = SiteServer.start(vertx);
  private final Product product;
  private final Client client;
  private Duration patience = PATIENCE;

  SourceWorld(Map<String, String> more) {
    product = Product.with(settings(site, more));
    client = new Client(product.url());
  }

  /// Of a product that may read a site of this machine, and does so quickly.
  static Map<String, String> settings(SiteServer site, Map<String, String> more) {
    var settings = new HashMap<>(more);
    settings.put("OUTBOUND_ALLOWED_NETWORKS", "127.0.0.0/8");
    settings.put("OUTBOUND_EXTRA_PORTS", Integer.toString(site.port()));
    settings.putIfAbsent("PARLEY_RETRIEVAL_SOURCES_PAUSE", "0s");
    return settings;
  }

  /// Waits longer for a run from now on.
  void patient(Duration longer) {
    patience = longer;
  }

  SiteServer site() {
    return site;
  }

  Client client() {
    return client;
  }

  /// Adds a source and returns its id.
  String add(String name, String kind, String address, String more) {
    var body =
        "{\"name\":\"%s\",\"kind\":\"%s\",\"address\":\"%s\"%s}"
            .formatted(name, kind, address, more);
    var added = client.post(SOURCES, body);
    assertEquals(201, added.status(), added.body());
    return added.json().path("id").asText();
  }

  /// Adds a source of the site and returns the report of its first run.
  Report first(String name, String kind, String path, String more) {
    return ended(add(name, kind, site.url() + path, more));
  }

  /// Removes every source and what came from it.
  void removeSources() {
    for (var source : client.get(SOURCES).json().path("sources")) {
      var removed = client.delete(SOURCES + "/" + source.path("id").asText());
      assertEquals(204, removed.status(), removed.body());
    }
  }

  /// Goes through a source once more.
  Report again(String source, String... wish) {
    var body = wish.length == 0 ? "{}" : wish[0];
    var started = client.post(SOURCES + "/" + source + "/runs", body);
    assertEquals(202, started.status(), started.body());
    return ended(source);
  }

  /// Waits until the newest run has ended.
  Report ended(String source) {
    var watch = Stopwatch.start();
    while (watch.millis() < patience.toMillis()) {
      var run = client.get(SOURCES + "/" + source).json().path("last_run");
      if (run.has("finished_at")) {
        var path = SOURCES + "/" + source + "/runs/" + run.path("id").asText();
        return new Report(source, client.get(path).json());
      }
      Client.pause();
    }
    throw new AssertionError("the run did not end: " + client.get(SOURCES + "/" + source).body());
  }

  /// Waits until every document is read.
  void read() {
    product.awaitManual();
  }

  /// The same, for a long time.
  void readAll() {
    var watch = Stopwatch.start();
    while (client.get("/api/v1/knowledge/documents").json().path("counts").path("queued").asInt()
        > 0) {
      assertTrue(watch.millis() < patience.toMillis(), "reading takes too long");
      Client.pause();
    }
    read();
  }

  /// The documents whose address begins so.
  List<JsonNode> of(String address) {
    var found = new ArrayList<JsonNode>();
    var next = "";
    do {
      var page = client.get("/api/v1/knowledge/documents?limit=100&q=" + address + next).json();
      page.path("documents").forEach(found::add);
      var after = page.path("next").asText();
      next = after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
    } while (!next.isEmpty());
    return found;
  }

  /// Names of the documents that are there, the manual aside.
  List<String> documents() {
    var all = client.get("/api/v1/knowledge/documents?limit=100").json().path("documents");
    return StreamSupport.stream(all.spliterator(), false)
        .map(one -> one.path("name").asText())
        .filter(name -> name.contains(":") || name.contains("/"))
        .map(name -> name.replace(site.url(), ""))
        .sorted()
        .toList();
  }

  JsonNode search(String query) {
    var found =
        client.post("/api/v1/knowledge/search", "{\"query\":\"" + query + "\",\"limit\":3}");
    assertEquals(200, found.status(), found.body());
    return found.json().path("passages");
  }

  @Override
  public void close() {
    product.close();
    site.close();
    var _ = vertx.close();
  }

  /// What a run came to.
  record Report(String source, JsonNode json) {
    String state() {
      return json.at("/run/state").asText();
    }

    int count(String what) {
      return json.at("/run/counts/" + what).asInt();
    }

    /// `added changed unchanged removed failed skipped`.
    String counts() {
      return String.join(
          " ",
          List.of("added", "changed", "unchanged", "removed", "failed", "skipped").stream()
              .map(what -> Integer.toString(count(what)))
              .toList());
    }

    /// What was said of one page, as `outcome code`; empty when nothing was.
    String of(String path) {
      for (var event : json.path("events")) {
        if (event.path("url").asText().endsWith(path)) {
          return (event.path("outcome").asText() + " " + event.path("code").asText()).strip();
        }
      }
      return "";
    }

    /// All reasons that were given.
    List<String> codes() {
      var codes = new TreeSet<String>();
      json.path("events").forEach(event -> codes.add(event.path("code").asText()));
      codes.remove("");
      return List.copyOf(codes);
    }

    String error() {
      return json.at("/run/error/code").asText();
    }
  }
}
