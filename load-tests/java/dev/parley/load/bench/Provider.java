package dev.parley.load.bench;

import dev.parley.platform.lifecycle.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The provider of the load tests in a process of its own.
record Provider(Spawned spawned, int port) implements AutoCloseable {

  /// @param flags as behind the command `provider`
  static Provider start(Path folder, String... flags) throws IOException, InterruptedException {
    var port = FreePort.find();
    var command =
        new ArrayList<>(
            List.of(
                Spawned.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.parley.load.Main",
                "provider",
                "--port",
                Integer.toString(port)));
    command.addAll(List.of(flags));
    return new Provider(Spawned.start("provider", folder, Map.of(), port, command), port);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + port + "/v1");
  }

  URI chat() {
    return URI.create(base() + "/chat/completions");
  }

  /// What was sent to whom: a name, tokens and the end in each line.
  String log() throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var url = URI.create("http://127.0.0.1:" + port + "/log");
      return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body();
    }
  }

  @Override
  public void close() {
    spawned.close();
  }
}
