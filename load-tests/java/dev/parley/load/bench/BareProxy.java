package dev.parley.load.bench;

import dev.parley.load.Options;
import dev.parley.platform.lifecycle.FreePort;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Passes requests on and answers back, and does nothing else: what any gateway on Vert.x costs at
/// least. In a process of its own, with the flags that the product has.
public record BareProxy(Spawned spawned, int port) implements AutoCloseable {
  private static final int CONNECTIONS = 1_000;

  static BareProxy start(Path folder, int providerPort) throws IOException, InterruptedException {
    var port = FreePort.find();
    var command =
        List.of(
            Spawned.java(),
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.parley.load.Main",
            "proxy",
            "--port",
            Integer.toString(port),
            "--to",
            Integer.toString(providerPort));
    return new BareProxy(Spawned.start("proxy", folder, Map.of(), port, command), port);
  }

  URI chat() {
    return URI.create("http://127.0.0.1:" + port + "/v1/chat/completions");
  }

  @Override
  public void close() {
    spawned.close();
  }

  /// The command `proxy`: runs until the process ends.
  public static void run(Options options) {
    var port = options.number("port", 9001);
    var to = options.number("to", 9000);
    options.done();
    var vertx = Vertx.vertx();
    var client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    var _ =
        vertx
            .createHttpServer()
            .requestHandler(request -> pass(client, to, request))
            .listen(port, "127.0.0.1")
            .onFailure(failure -> {
              System.err.println("proxy: " + failure.getMessage());
              System.exit(1);
            });
  }

  private static void pass(HttpClient client, int to, HttpServerRequest from) {
    from.pause();
    var _ =
        client
            .request(from.method(), to, "127.0.0.1", from.uri())
            .compose(request -> {
              request.headers().setAll(from.headers()).remove("host");
              return request.send(from);
            })
            .compose(answer -> {
              var response = from.response().setStatusCode(answer.statusCode());
              response.headers().setAll(answer.headers());
              return answer.pipeTo(response);
            })
            .onFailure(_ -> from.response().reset());
  }
}
