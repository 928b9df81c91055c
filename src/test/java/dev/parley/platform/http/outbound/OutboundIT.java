package dev.parley.platform.http.outbound;

import static dev.parley.platform.http.outbound.OutboundRig.CALL;
import static dev.parley.platform.http.outbound.OutboundRig.await;
import static dev.parley.platform.http.outbound.OutboundRig.fetch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.outbound.OutboundProblem.BadStatus;
import dev.parley.platform.http.outbound.OutboundProblem.Broken;
import dev.parley.platform.http.outbound.OutboundProblem.Busy;
import dev.parley.platform.http.outbound.OutboundProblem.TooLarge;
import dev.parley.platform.http.outbound.OutboundProblem.TooSlow;
import dev.parley.platform.http.outbound.OutboundProblem.Unreachable;
import dev.parley.platform.http.outbound.OutboundRig.Limits;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests end within their limits, whatever the other side does.
final class OutboundIT {
  private static final Duration SOON = Duration.ofMillis(300);
  private static final int LIMIT = (int) Limits.USUAL.bytes();

  private final OutboundRig rig = new OutboundRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void bringsADocumentAndWhatItsServerSaysOfIt() {
    var port =
        rig.serve(request ->
            request
                .response()
                .putHeader("content-type", "Text/HTML; charset=ISO-8859-1")
                .putHeader("etag", "\"7\"")
                .putHeader("set-cookie", "a=b")
                .end(Buffer.buffer("Straße", "ISO-8859-1")));

    var fetched = fetch(rig.client(), url(port) + "/page?q=1");

    assertEquals(200, fetched.status());
    assertEquals(url(port) + "/page?q=1", fetched.url().toString());
    assertEquals("text/html", fetched.mediaType());
    assertEquals(StandardCharsets.ISO_8859_1, fetched.charset());
    assertEquals(Map.of("etag", "\"7\""), fetched.headers());
    assertEquals("Straße", fetched.body().toString(StandardCharsets.ISO_8859_1));
  }

  @Test
  void knowsNoTypeWhereTheServerSaysNone() {
    var port = rig.serve(request -> request.response().end("text"));

    var fetched = fetch(rig.client(), url(port));

    assertNull(fetched.mediaType());
    assertNull(fetched.charset());
  }

  @Test
  void sendsABodyAndTakesAnyStatusAsAnAnswer() {
    var port =
        rig.serve(request ->
            request
                .body()
                .onSuccess(body ->
                    request
                        .response()
                        .setStatusCode(409)
                        .putHeader("retry-after", "7")
                        .end(request.method() + " " + body)));
    var client = rig.client();
    var request =
        new OutboundRequest(
            HttpMethod.POST, url(port), Map.of("x-note", "a"), Buffer.buffer("hello"));

    var fetched = await(client.send(CALL, request, client.limits()));

    assertEquals(409, fetched.status());
    assertEquals("POST hello", fetched.body().toString());
    assertEquals("7", fetched.headers().get("retry-after"));
  }

  @ParameterizedTest
  @ValueSource(ints = {304, 403, 404, 429, 500, 503})
  void takesOnlySuccessForADocument(int status) {
    var port = rig.serve(request -> request.response().setStatusCode(status).end());
    var client = rig.client();

    var problem = assertThrows(BadStatus.class, () -> fetch(client, url(port)));

    assertEquals(status, problem.remoteStatus());
    assertEquals(status == 429 || status >= 500, problem.retryable());
  }

  @Test
  void takesABodyOfExactlyTheLimit() {
    var port = rig.serve(request -> request.response().end(Buffer.buffer(new byte[LIMIT])));

    assertEquals(LIMIT, fetch(rig.client(), url(port)).body().length());
  }

  @Test
  void refusesABodyThatIsAnnouncedAsTooLarge() {
    var port = rig.serve(request -> request.response().end(Buffer.buffer(new byte[LIMIT + 1])));
    var client = rig.client();

    assertThrows(TooLarge.class, () -> fetch(client, url(port)));
  }

  @Test
  void hangsUpOnABodyWithoutEnd() {
    var hungUp = Promise.<Void>promise();
    var port =
        rig.serve(request -> {
          request.connection().closeHandler(hungUp::tryComplete);
          request.response().setChunked(true);
          writeForEver(request);
        });
    var client = rig.client();

    assertThrows(TooLarge.class, () -> fetch(client, url(port)));
    await(hungUp.future());
  }

  private static void writeForEver(HttpServerRequest request) {
    var _ =
        request
            .response()
            .write(Buffer.buffer(new byte[10_000]))
            .onSuccess(_ -> writeForEver(request));
  }

  @Test
  void unpacksGzip() {
    var port = rig.serve(request -> packed(request, "gzip", gzip(new byte[LIMIT])));

    assertEquals(LIMIT, fetch(rig.client(), url(port)).body().length());
  }

  @Test
  void countsUnpackedBytes() {
    var bomb = gzip(new byte[50 << 20]);
    assertTrue(bomb.length < LIMIT, "the bomb must pass as it travels");
    var port = rig.serve(request -> packed(request, "gzip", bomb));
    var client = rig.client();

    assertThrows(TooLarge.class, () -> fetch(client, url(port)));
  }

  @Test
  void noticesThatGzipWasCut() {
    var whole = Buffer.buffer(gzip("a text".repeat(1_000).getBytes(StandardCharsets.UTF_8)));
    var port = rig.serve(request -> packed(request, "gzip", whole.getBytes(0, whole.length() - 9)));
    var client = rig.client();

    assertThrows(Broken.class, () -> fetch(client, url(port)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, gzip", "aes128gcm"})
  void refusesPackingsThatItDidNotAskFor(String encoding) {
    var port = rig.serve(request -> packed(request, encoding, new byte[] {1, 2, 3}));
    var client = rig.client();

    assertThrows(Broken.class, () -> fetch(client, url(port)));
  }

  private static void packed(HttpServerRequest request, String encoding, byte[] body) {
    var _ = request.response().putHeader("content-encoding", encoding).end(Buffer.buffer(body));
  }

  private static byte[] gzip(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var stream = new GZIPOutputStream(packed)) {
      stream.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\ncontent-le",
        "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhel",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
        "SSH-2.0-OpenSSH_9.9\r\n",
        "220 mail.example ESMTP\r\n",
        "HTTP/9.9 200 OK\r\ncontent-length: 0\r\n\r\n"
      })
  void noticesAnswersThatAreNotWhole(String answer) {
    var port = rig.serveText(answer);
    var client = rig.client();

    assertThrows(Broken.class, () -> fetch(client, url(port)));
  }

  @Test
  void refusesHeadersWithoutEnd() {
    var port = rig.serveText("HTTP/1.1 200 OK\r\na: " + "b".repeat(64 << 10) + "\r\n\r\n");
    var client = rig.client();

    assertThrows(Broken.class, () -> fetch(client, url(port)));
  }

  @Test
  void readsABodyThatEndsWithItsConnection() {
    var port = rig.serveText("HTTP/1.1 200 OK\r\n\r\nall of it");

    assertEquals("all of it", fetch(rig.client(), url(port)).body().toString());
  }

  @Test
  void endsAnAnswerThatDrips() {
    var hungUp = Promise.<Void>promise();
    var port =
        rig.serve(request -> {
          request.connection().closeHandler(hungUp::tryComplete);
          request.response().setChunked(true);
          rig.vertx.setPeriodic(10, _ -> request.response().write("."));
        });
    var client = rig.client(Limits.USUAL.within(SOON));

    assertThrows(TooSlow.class, () -> fetch(client, url(port)));
    await(hungUp.future());
  }

  @Test
  void givesUpOnAServerThatSaysNothing() {
    var hungUp = Promise.<Void>promise();
    var port = rig.serveRaw(socket -> socket.closeHandler(hungUp::tryComplete));
    var client = rig.client(Limits.USUAL.waiting(SOON));

    assertThrows(TooSlow.class, () -> fetch(client, url(port)));
    await(hungUp.future());
  }

  @Test
  void givesUpOnTlsThatSaysNothing() {
    var hungUp = Promise.<Void>promise();
    var port = rig.serveRaw(socket -> socket.closeHandler(hungUp::tryComplete));
    var client = rig.client(Limits.USUAL.waiting(SOON));

    assertThrows(OutboundProblem.class, () -> fetch(client, "https://127.0.0.1:" + port));
    await(hungUp.future());
  }

  @Test
  void endsWithItsCall() {
    var port = rig.serveRaw(_ -> {});
    var client = rig.client();
    var call = OutboundRig.callWithin(SOON);

    assertThrows(TooSlow.class, () -> await(client.fetch(call, url(port), client.limits())));
  }

  @Test
  void saysThatNobodyListens() {
    var port = rig.opened(1);
    var client = rig.client();

    assertThrows(Unreachable.class, () -> fetch(client, url(port)));
  }

  @Test
  void refusesMoreThanMayWait() {
    var asked = Promise.<HttpServerRequest>promise();
    var port = rig.serve(asked::tryComplete);
    var client = rig.client(Limits.USUAL.turns(1, 1));
    var runs = client.fetch(CALL, url(port), client.limits());
    var request = await(asked.future());
    var waits = client.fetch(CALL, url(port) + "/waits", client.limits());

    assertThrows(Busy.class, () -> fetch(client, url(port)));
    assertFalse(waits.isComplete());

    var _ = request.response().end("done");
    assertEquals("done", await(runs).body().toString());
  }

  @Test
  void letsWaitingRequestsRunInTurn() {
    var port = rig.serve(request -> request.response().end(request.path()));
    var client = rig.client(Limits.USUAL.turns(1, 7));
    var all =
        IntStream.range(0, 8)
            .mapToObj(i -> client.fetch(CALL, url(port) + "/" + i, client.limits()))
            .toList();

    for (var i = 0; i < all.size(); i++) {
      assertEquals("/" + i, await(all.get(i)).body().toString());
    }
  }

  @Test
  void answersOnTheContextOfTheCaller() {
    var port = rig.serve(request -> request.response().end("text"));
    var client = rig.client();
    var context = rig.vertx.getOrCreateContext();
    var seen = Promise.<Context>promise();

    context.runOnContext(_ ->
        client
            .fetch(CALL, url(port), client.limits())
            .onComplete(_ -> seen.complete(Vertx.currentContext())));

    assertSame(context, await(seen.future()));
  }

  @Test
  void endsWhatRunsWhenItIsClosed() {
    var asked = Promise.<HttpServerRequest>promise();
    var port = rig.serve(asked::tryComplete);
    var client = rig.client();
    var runs = client.fetch(CALL, url(port), client.limits());
    var _ = await(asked.future());

    await(client.close());

    assertThrows(HttpProblem.Draining.class, () -> await(runs));
    assertThrows(HttpProblem.Draining.class, () -> fetch(client, url(port)));
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port;
  }
}
