package dev.parley.platform.http.outbound;

import static dev.parley.platform.http.outbound.OutboundRig.CALL;
import static dev.parley.platform.http.outbound.OutboundRig.await;
import static dev.parley.platform.http.outbound.OutboundRig.fetch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.platform.http.outbound.OutboundProblem.BadRedirect;
import dev.parley.platform.http.outbound.OutboundProblem.ForbiddenAddress;
import dev.parley.platform.http.outbound.OutboundProblem.InvalidUrl;
import dev.parley.platform.http.outbound.OutboundProblem.TooSlow;
import dev.parley.platform.http.outbound.OutboundProblem.UnknownHost;
import dev.parley.platform.http.outbound.OutboundRig.Limits;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing leads to an address that is out of reach: no name, no change of mind, no redirect.
final class OutboundGuardIT {
  private final OutboundRig rig = new OutboundRig();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<MultiMap> headers = new CopyOnWriteArrayList<>();
  private final int port = rig.serve(this::answer);

  @AfterEach
  void close() {
    rig.close();
  }

  /// `/to?<location>` redirects there, anything else is a document.
  private void answer(HttpServerRequest request) {
    asked.add(request.getHeader("host") + request.path());
    headers.add(MultiMap.caseInsensitiveMultiMap().addAll(request.headers()));
    if ("/to".equals(request.path())) {
      request.response().setStatusCode(302).putHeader("location", request.query());
    }
    var _ = request.response().end("document");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "[::ffff:127.0.0.1]", "site.test", "127.0.0.1.", "0.0.0.0"})
  void doesNotReachThisMachineUnlessAllowed(String host) {
    rig.name("site.test", "127.0.0.1");
    var client = rig.client(Limits.USUAL.reaching());

    assertThrows(ForbiddenAddress.class, () -> fetch(client, "http://" + host + ":" + port));
    assertEquals(List.of(), asked);
  }

  @Test
  void doesNotTellTheAddressThatItRefuses() {
    rig.name("site.test", "10.20.30.40");
    var client = rig.client();

    var problem = assertThrows(ForbiddenAddress.class, () -> fetch(client, "http://site.test"));

    assertFalse(problem.detail().contains("10.20"), problem.detail());
  }

  @Test
  void asksByNameAndConnectsToTheAddressThatWasChecked() {
    rig.name("site.test", "127.0.0.1");

    var fetched = fetch(rig.client(), "http://Site.Test:" + port + "/a");

    assertEquals("http://site.test:" + port + "/a", fetched.url().toString());
    assertEquals(List.of("site.test:" + port + "/a"), asked);
    assertEquals("Parley", headers.getFirst().get("user-agent"));
  }

  @Test
  void looksANameUpOnceSoThatItCannotChangeItsMind() {
    var answers = new AtomicInteger();
    rig.name(
        "rebinding.test",
        _ ->
            List.of(
                InetAddress.ofLiteral(answers.getAndIncrement() == 0 ? "127.0.0.1" : "127.9.9.9")));

    var fetched = fetch(rig.client(), "http://rebinding.test:" + port);

    assertEquals("document", fetched.body().toString());
    assertEquals(List.of("rebinding.test"), rig.lookups);
  }

  @Test
  void checksANameAgainForEachHop() {
    var answers = new AtomicInteger();
    rig.name(
        "rebinding.test",
        _ ->
            List.of(
                InetAddress.ofLiteral(answers.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1")));
    var client = rig.client();

    assertThrows(
        ForbiddenAddress.class,
        () -> fetch(client, "http://rebinding.test:" + port + "/to?/secret"));
    assertEquals(List.of("rebinding.test:" + port + "/to"), asked);
    assertEquals(List.of("rebinding.test", "rebinding.test"), rig.lookups);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "169.254.169.254", "::1", "fd00::1", "64:ff9b::10.0.0.1"})
  void wantsAllAddressesOfANameToBeReachable(String other) {
    rig.name("first.test", "127.0.0.1", other);
    rig.name("last.test", other, "127.0.0.1");
    var client = rig.client();

    assertThrows(ForbiddenAddress.class, () -> fetch(client, "http://first.test:" + port));
    assertThrows(ForbiddenAddress.class, () -> fetch(client, "http://last.test:" + port));
    assertEquals(List.of(), asked);
  }

  @Test
  void triesTheNextAddressWhereOneDoesNotAnswer() {
    rig.name("site.test", "127.0.0.7", "127.0.0.1");

    assertEquals("document", fetch(rig.client(), "http://site.test:" + port).body().toString());
  }

  @Test
  void followsRedirectsToTheDocument() {
    rig.name("a.test", "127.0.0.1");
    rig.name("b.test", "127.0.0.1");

    var fetched = fetch(rig.client(), "http://a.test:" + port + "/to?//b.test:" + port + "/page");

    assertEquals("http://b.test:" + port + "/page", fetched.url().toString());
    assertEquals(List.of("a.test:" + port + "/to", "b.test:" + port + "/page"), asked);
  }

  @Test
  void endsARedirectThatLeadsToItself() {
    var circle = rig.serve(this::circle);
    var client = rig.client();

    assertThrows(BadRedirect.class, () -> fetch(client, "http://127.0.0.1:" + circle));
    assertEquals(6, asked.size());
  }

  private void circle(HttpServerRequest request) {
    asked.add(request.path());
    var _ = request.response().setStatusCode(301).putHeader("location", "/").end();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[fd00:ec2::254]/",
        "http://[::ffff:10.0.0.1]/",
        "https://192.168.0.1/",
        "//172.16.0.1/",
        "http://inside.test/"
      })
  void doesNotFollowRedirectsToWhatIsOutOfReach(String location) {
    rig.name("inside.test", "192.168.1.1");
    var client = rig.client();

    assertThrows(
        ForbiddenAddress.class,
        () -> fetch(client, "http://127.0.0.1:" + port + "/to?" + location));
    assertEquals(1, asked.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "http://a:b@127.0.0.1/",
        "http://127.0.0.1:22/",
        "http://127.1/"
      })
  void doesNotFollowRedirectsToWhatIsNoUrl(String location) {
    var client = rig.client();

    assertThrows(
        BadRedirect.class, () -> fetch(client, "http://127.0.0.1:" + port + "/to?" + location));
    assertEquals(1, asked.size());
  }

  @Test
  void keepsCredentialsOnTheServerTheyWereMeantFor() {
    rig.name("a.test", "127.0.0.1");
    rig.name("b.test", "127.0.0.1");
    var here = "http://a.test:" + port;

    assertEquals(200, send(HttpMethod.GET, here + "/to?/same").status());
    assertEquals(200, send(HttpMethod.GET, here + "/to?http://b.test:" + port + "/other").status());
    assertEquals(
        200,
        send(HttpMethod.GET, here + "/to?http://b.test:" + port + "/to?" + here + "/back")
            .status());

    assertEquals(
        List.of("/to", "/same", "/to", "/other", "/to", "/to", "/back"),
        asked.stream().map(line -> line.substring(line.indexOf('/'))).toList());
    assertEquals(
        List.of(true, true, true, false, true, false, false),
        headers.stream().map(sent -> sent.contains("authorization")).toList());
    assertEquals(
        List.of(true, true, true, false, true, false, false),
        headers.stream().map(sent -> sent.contains("x-key")).toList());
    assertEquals(7, headers.stream().filter(sent -> sent.contains("accept")).count());
  }

  @Test
  void leavesARedirectOfAPostToItsSender() {
    var fetched = send(HttpMethod.POST, "http://127.0.0.1:" + port + "/to?/other");

    assertEquals(302, fetched.status());
    assertEquals("/other", fetched.headers().get("location"));
    assertEquals(1, asked.size());
  }

  private Fetched send(HttpMethod method, String url) {
    var client = rig.client();
    var sent = Map.of("authorization", "Bearer a", "x-key", "a", "accept", "*/*");
    var request = new OutboundRequest(method, url, sent, Buffer.buffer());
    return await(client.send(CALL, request, client.limits()));
  }

  @Test
  void saysThatAUrlIsNone() {
    var client = rig.client();

    assertThrows(InvalidUrl.class, () -> fetch(client, "http://2130706433:" + port));
    assertThrows(InvalidUrl.class, () -> fetch(client, "http://127.0.0.1:22"));
  }

  @Test
  void saysThatANameIsUnknown() {
    rig.name("empty.test", _ -> List.of());
    var client = rig.client();

    assertThrows(UnknownHost.class, () -> fetch(client, "http://nobody.test:" + port));
    assertThrows(UnknownHost.class, () -> fetch(client, "http://empty.test:" + port));
  }

  @Test
  void doesNotWaitForSlowNameServersNorPileUpLookups() throws InterruptedException {
    var answer = new CountDownLatch(1);
    rig.name("site.test", "127.0.0.1");
    rig.name(
        "slow.test",
        _ -> {
          awaitQuietly(answer);
          return List.of(InetAddress.ofLiteral("127.0.0.1"));
        });
    var client = rig.client(Limits.USUAL.waiting(Duration.ofMillis(100)).turns(20, 0));

    for (var i = 0; i < 12; i++) {
      assertThrows(TooSlow.class, () -> fetch(client, "http://slow.test:" + port));
    }
    assertEquals(8, rig.lookups.size());
    assertThrows(TooSlow.class, () -> fetch(client, "http://site.test:" + port));

    answer.countDown();
    assertEquals("document", untilItAnswers(client, "http://site.test:" + port));
  }

  /// The turns come back when the lookups end, each on its own thread.
  private static String untilItAnswers(Outbound client, String url) {
    for (var tries = 0; tries < 100; tries++) {
      try {
        return fetch(client, url).body().toString();
      } catch (TooSlow _) {
        // no turn has come back yet
      }
    }
    return "no turn came back";
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
