package dev.parley.platform.http.outbound;

import static dev.parley.platform.http.outbound.OutboundRig.await;
import static dev.parley.platform.http.outbound.OutboundRig.fetch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.platform.http.outbound.OutboundProblem.TooSlow;
import dev.parley.platform.http.outbound.OutboundProblem.Untrusted;
import dev.parley.platform.http.outbound.OutboundRig.Limits;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JksOptions;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A secure connection is one to the server of the name, not to whoever has the address.
final class OutboundTlsIT {
  private static final String PASSWORD = "changeit";
  private static final Duration SOON = Duration.ofMillis(300);

  private final OutboundRig rig = new OutboundRig();
  private final List<String> indicated = new CopyOnWriteArrayList<>();

  private final Promise<Void> connected = Promise.promise();
  private final Promise<Void> hungUp = Promise.promise();

  @TempDir private static Path folder;
  private JksOptions store = new JksOptions();
  private int port;

  @BeforeAll
  static void makeCertificate() throws IOException, InterruptedException {
    var keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "secure",
                "-dname",
                "CN=secure.test",
                "-ext",
                "SAN=dns:secure.test",
                "-keystore",
                file(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertEquals(0, keytool.waitFor());
  }

  private static String file() {
    return folder.resolve("secure.p12").toString();
  }

  @BeforeEach
  void open() {
    store = new JksOptions().setPath(file()).setPassword(PASSWORD);
    var options = new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(store);
    var server =
        rig.vertx
            .createHttpServer(options)
            .requestHandler(request -> {
              indicated.add(String.valueOf(request.connection().indicatedServerName()));
              var _ = request.response().end("secret");
            })
            .connectionHandler(connection -> {
              connection.closeHandler(hungUp::tryComplete);
              connected.tryComplete();
            })
            .listen(0, "127.0.0.1");
    port = rig.opened(await(server).actualPort());
    rig.name("secure.test", "127.0.0.1");
    rig.name("other.test", "127.0.0.1");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void tellsTheServerTheNameAndChecksItsCertificate() {
    var client = rig.client(Limits.USUAL, store);

    assertEquals("secret", fetch(client, "https://secure.test:" + port).body().toString());
    assertEquals(List.of("secure.test"), indicated);
  }

  @Test
  void refusesACertificateOfAnotherName() {
    var client = rig.client(Limits.USUAL, store);

    assertThrows(Untrusted.class, () -> fetch(client, "https://other.test:" + port));
    assertThrows(Untrusted.class, () -> fetch(client, "https://127.0.0.1:" + port));
    assertEquals(List.of(), indicated);
  }

  @Test
  void refusesACertificateThatNobodySigned() {
    var client = rig.client();

    assertThrows(Untrusted.class, () -> fetch(client, "https://secure.test:" + port));
    assertEquals(List.of(), indicated);
  }

  @Test
  void hangsUpOnAConnectionThatComesTooLate() {
    var late =
        rig.serveRaw(socket -> {
          socket.pause();
          rig.vertx.setTimer(SOON.multipliedBy(3).toMillis(), _ -> relay(socket));
        });
    var client = rig.client(Limits.USUAL.within(SOON), store);

    assertThrows(TooSlow.class, () -> fetch(client, "https://secure.test:" + late));
    await(connected.future());
    await(hungUp.future());
  }

  private void relay(NetSocket socket) {
    var _ =
        rig.vertx
            .createNetClient()
            .connect(port, "127.0.0.1")
            .onSuccess(server -> {
              var _ = server.pipeTo(socket);
              var _ = socket.pipeTo(server);
            });
  }

  @Test
  void refusesAServerThatDoesNotSpeakTls() {
    var plain = rig.serve(request -> request.response().end("text"));
    var client = rig.client();

    assertThrows(Untrusted.class, () -> fetch(client, "https://127.0.0.1:" + plain));
  }
}
