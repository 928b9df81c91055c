package dev.parley.identity.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.Product;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// A provider that takes requests and does not answer them.
final class OidcHangIT {
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final CountDownLatch end = new CountDownLatch(1);
  private volatile String hanging = DISCOVERY;

  @Test
  void isSaidToBeOutOfReachWhereverItHangs() throws IOException {
    var provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext("/", exchange -> answer(provider, exchange));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var product = product(provider.getAddress().getPort())) {
      provider.setExecutor(threads);
      provider.start();
      var base = product.url().replace("127.0.0.1", "localhost");
      var start = URI.create(base + "/api/v1/auth/oidc/start");

      assertUnreachable(new Browser().next(start));

      hanging = "/token";
      var browser = new Browser();
      var state = Browser.query(browser.next(start)).get("state");
      var back = base + "/api/v1/auth/oidc/callback?code=any&state=" + state;
      assertUnreachable(browser.next(URI.create(back)));

      end.countDown();
    } finally {
      end.countDown();
      provider.stop(0);
    }
  }

  private void answer(HttpServer provider, HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().equals(hanging)) {
      hang();
      exchange.close();
      return;
    }
    var issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
    var body =
        """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",
         "jwks_uri":"%1$s/jwks","response_types_supported":["code"],
         "subject_types_supported":["public"],
         "id_token_signing_alg_values_supported":["RS256"]}
        """
            .formatted(issuer)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void hang() {
    try {
      end.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Product product(int port) {
    return Product.guarded(
        "OIDC_ISSUER",
        "http://127.0.0.1:" + port,
        "OIDC_CLIENT_ID",
        "parley",
        "OUTBOUND_EXTRA_PORTS",
        Integer.toString(port));
  }

  private static void assertUnreachable(URI sentTo) {
    assertEquals("/sign-in", sentTo.getPath(), sentTo.toString());
    assertEquals("oidc_error=provider_unreachable", sentTo.getFragment());
  }
}
