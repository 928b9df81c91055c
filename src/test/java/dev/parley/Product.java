package dev.parley;

import dev.parley.platform.lifecycle.FreePort;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Script;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// The whole product, started inside the test's process on ports of its own, with an embedded
/// database in a folder of its own. Closing it drains it as a signal would.
public final class Product implements AutoCloseable {
  private static final int WORDS = 800;
  private static final int MOST_LOOKS = 2_400;
  private static final Duration PACE = Duration.ofMillis(25);

  private final Server server;
  private final String url;
  private final String setupToken;
  private final AutoCloseable model;
  private final Path folder;

  private Product(Server server, String url, String setupToken, AutoCloseable model, Path folder) {
    this.server = server;
    this.url = url;
    this.setupToken = setupToken;
    this.model = model;
    this.folder = folder;
  }

  /// As on a server that others reach: nobody comes in without credentials.
  public static Product guarded(String... settings) {
    return guarded(Map.of(), settings);
  }

  /// The same with more settings, such as those of a database.
  public static Product guarded(Map<String, String> shared, String... settings) {
    var all = new HashMap<>(Map.of("ANONYMOUS_ACCESS", "off", "REGISTRATION", "open"));
    all.putAll(shared);
    for (var i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return start(all, () -> {});
  }

  /// The token of the set-up link.
  public String setupToken() {
    return setupToken;
  }

  /// With the extractive answers of a start with nothing configured.
  public static Product extractive() {
    return start(Map.of(), () -> {});
  }

  /// With a model that streams slowly, served by [FakeProvider].
  public static Product slowModel(FakeProvider provider) {
    return start(Map.of("OPENAI_BASE_URL", provider.baseUrl().toString()), provider);
  }

  /// With the extractive answers and settings of a test's own.
  public static Product with(Map<String, String> settings) {
    return start(settings, () -> {});
  }

  /// A provider whose every answer has 800 words, one every 25 ms.
  static FakeProvider slowProvider(Vertx vertx) {
    return FakeProvider.start(
        vertx,
        0,
        () -> Script.stream().role().tokens(WORDS, PACE).finish("stop").usage(10, WORDS).done());
  }

  /// Where it is, without a slash at the end.
  public String url() {
    return url;
  }

  /// Waits until every document that was put in is read: at the beginning, the manual.
  public void awaitManual() {
    awaitManual(new Client(url));
  }

  /// The same, seen by somebody who may read it.
  void awaitManual(Client client) {
    for (var tries = 0; tries < MOST_LOOKS; tries++) {
      var counts = client.get("/api/v1/knowledge/documents").json().path("counts");
      if (counts.path("queued").asInt()
              + counts.path("reading").asInt()
              + counts.path("embedding").asInt()
          == 0) {
        return;
      }
      Client.pause();
    }
    throw new AssertionError("the manual was not read in time");
  }

  @Override
  public void close() {
    server.stop();
    try {
      model.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    delete();
  }

  /// Each run of the tests leaves gigabytes otherwise.
  private void delete() {
    try (var all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(path -> {
            var _ = path.toFile().delete();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Product start(Map<String, String> settings, AutoCloseable model) {
    var port = FreePort.find();
    var variables = new HashMap<>(settings);
    variables.put("PORT", Integer.toString(port));
    variables.put("METRICS_PORT", "0");
    variables.putIfAbsent("RATE_LIMIT_REQUESTS", "100000");
    var folder = folder();
    variables.put("DATA_DIR", folder.toString());
    var server = Server.start(AppConfig.load(variables), InstantSource.system());
    var token = server.welcome().orElse("");
    return new Product(server, "http://127.0.0.1:" + port, token, model, folder);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("parley-product");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
