package dev.parley.load.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.load.Options;
import dev.parley.platform.lifecycle.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The product as its users start it: the jar, with the database that comes with it, in an empty
/// folder. Requests come with an API key; limits and the ledger are on.
record Parley(Spawned spawned, Launch launch, int port, int metricsPort, String key)
    implements AutoCloseable {
  private static final Pattern SET_UP = Pattern.compile("/setup#(\\S+)");
  private static final String USUAL = "database";
  private static final ObjectMapper JSON = new ObjectMapper();

  /// @param options `--jar` for another jar, `--jvm` for flags of its JVM, separated by spaces,
  ///   `--durable-in journal` for answers that do not wait for the database
  static Parley start(Options options, Path folder, URI provider)
      throws IOException, InterruptedException {
    var port = FreePort.find();
    var metricsPort = FreePort.find();
    var jar = Path.of(options.text("jar", "target/parley.jar")).toAbsolutePath().toString();
    var command = new ArrayList<String>();
    command.add(Spawned.java());
    command.addAll(
        List.of(
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError"));
    for (var flag : options.text("jvm", "").split(" ", -1)) {
      if (!flag.isBlank()) {
        command.add(flag);
      }
    }
    command.addAll(List.of("-jar", jar));
    var settings = settings(folder, provider, port, metricsPort);
    settings.put("USAGE_DURABLE_IN", options.text("durable-in", USUAL));
    var launch = new Launch(folder, settings, port, command);
    var spawned = launch.start();
    return new Parley(spawned, launch, port, metricsPort, key(spawned, "http://127.0.0.1:" + port));
  }

  /// What the options say of it, for the name of a report; empty where all is as usual.
  static String variant(Options options) {
    var durableIn = options.text("durable-in", USUAL);
    return durableIn.equals(USUAL) ? "" : " " + durableIn;
  }

  /// How it is started.
  record Launch(Path folder, Map<String, String> settings, int port, List<String> command) {
    Spawned start() throws IOException, InterruptedException {
      return Spawned.start("parley", folder, settings, port, command);
    }
  }

  /// Ends the process as `kill -9` does, and starts it anew on the same folder and port.
  Parley killedAndStartedAnew() throws IOException, InterruptedException {
    spawned.kill();
    return new Parley(launch.start(), launch, port, metricsPort, key);
  }

  private static Map<String, String> settings(
      Path folder, URI provider, int port, int metricsPort) {
    return new HashMap<>(
        Map.of(
            "APP_ENV",
            "development",
            "LOG_LEVEL",
            "info", // development logs every request
            "PORT",
            Integer.toString(port),
            "METRICS_PORT",
            Integer.toString(metricsPort),
            "DATA_DIR",
            folder.resolve("data").toString(),
            "OPENAI_BASE_URL",
            provider.toString(),
            "LLM_MODEL",
            "fake",
            "RATE_LIMIT_REQUESTS",
            "100000000"));
  }

  /// Makes the first account and a key, as the first visitor does.
  private static String key(Spawned spawned, String url) throws IOException, InterruptedException {
    var token = "";
    for (var tries = 0; token.isEmpty() && tries < 600; tries++) {
      Thread.sleep(100);
      var found = SET_UP.matcher(Files.readString(spawned.output()));
      token = found.find() ? found.group(1) : "";
    }
    var session =
        post(
            url + "/api/v1/setup",
            "",
            """
            {"token":"%s","workspace_name":"Load","owner_name":"Load",
             "owner_email":"load@example.org","owner_password":"four words make a password"}
            """
                .formatted(token),
            "access_token");
    return post(url + "/api/v1/keys", session, "{\"name\":\"load\"}", "text");
  }

  private static String post(String url, String token, String json, String field)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(url))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(json));
      if (!token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
      }
      var answer = http.send(request.build(), BodyHandlers.ofString());
      var value = JSON.readTree(answer.body()).path(field).asText();
      if (value.isEmpty()) {
        throw new IllegalStateException(url + " answered " + answer.body());
      }
      return value;
    }
  }

  /// The ledger, as administrators export it.
  String ledger() throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var url = URI.create("http://127.0.0.1:" + port + "/api/v1/admin/usage/export");
      var request = HttpRequest.newBuilder(url).header("Authorization", "Bearer " + key);
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(url + " answered " + answer.body());
      }
      return answer.body();
    }
  }

  URI chat() {
    return URI.create("http://127.0.0.1:" + port + "/v1/chat/completions");
  }

  String authorization() {
    return "Authorization: Bearer " + key;
  }

  /// Of our own process.
  double cpuSeconds() {
    return Cpu.seconds(spawned.pid());
  }

  /// Of the database and whatever else our process has started.
  double databaseSeconds() {
    return Cpu.seconds(spawned.children());
  }

  @Override
  public void close() {
    spawned.close();
  }
}
