package dev.parley.gateway.provider.langchain.http;

import static dev.parley.testkit.Script.refusal;
import static dev.parley.testkit.Script.stream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.sse.DefaultServerSentEventParser;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.transport.Endpoint.Timeouts;
import dev.parley.gateway.transport.LoopClients;
import dev.parley.testkit.Await;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Heard;
import dev.parley.testkit.Script;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What LangChain4j may rely on, whatever the wire does.
final class VertxHttpClientIT {
  private static final Duration LONG = Duration.ofSeconds(15);
  private static final Duration SHORT = Duration.ofMillis(600);
  private static final Vertx VERTX = Vertx.vertx();
  private static final FakeProvider FAKE = FakeProvider.start(VERTX);
  private static final LoopClients LOOPS = new LoopClients(VERTX, LONG, 100);
  private static final HttpClient CLIENT = client(new Timeouts(LONG, LONG, LONG, LONG));
  private static final HttpClient QUICK = client(new Timeouts(LONG, SHORT, SHORT, LONG));

  private static HttpClient client(Timeouts timeouts) {
    return new VertxHttpClients(VERTX, LOOPS, timeouts, OpenAiWire::new, InstantSource.system())
        .create()
        .build();
  }

  @AfterAll
  static void close() {
    FAKE.close();
    Await.end(LOOPS.close());
    Await.end(VERTX.close());
  }

  /// A parser the client does not know.
  private static final class OtherParser extends DefaultServerSentEventParser {}

  record Case(String name, Script script, String expected, Kind kind) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case good(String name, Script script, String expected) {
    return new Case(name, script, expected, Kind.UNREACHABLE);
  }

  static Stream<Case> ends() {
    return Stream.of(
        good("whole", ab().finish("stop").usage(1, 2).done(), "open200 - a b - - - close"),
        good("without DONE", ab().finish("stop"), "open200 - a b - close"),
        good("cut after finish", ab().finish("stop").cut(), "open200 - a b - close"),
        good("stall after finish", ab().finish("stop").stall(), "open200 - a b - close"),
        good("after DONE", ab().finish("stop").done().token("c"), "open200 - a b - - close"),
        new Case("EOF", ab(), "open200 - a b error", Kind.INTERRUPTED),
        new Case("DONE alone", ab().done(), "open200 - a b - error", Kind.INTERRUPTED),
        new Case("cut", ab().cut(), "open200 - a b error", Kind.INTERRUPTED),
        new Case("cut at once", stream().cut(), "error", Kind.UNREACHABLE),
        new Case(
            "half an event", ab().raw("data: {\"choi"), "open200 - a b error", Kind.INTERRUPTED),
        new Case(
            "error inside", ab().data("{\"error\":{}}"), "open200 - a b error", Kind.OVERLOADED),
        new Case("garbage", ab().data("{{"), "open200 - a b error", Kind.MALFORMED),
        new Case(
            "a line without end",
            ab().raw("x".repeat(2 << 20)),
            "open200 - a b error",
            Kind.MALFORMED),
        new Case(
            "a web page",
            Script.empty().header("content-type", "text/html").raw("<html>"),
            "error",
            Kind.MALFORMED),
        new Case("JSON", refusal(200, "{}"), "error", Kind.MALFORMED),
        new Case("key", refusal(401, "{}"), "error", Kind.UNAUTHORIZED),
        new Case("broken", refusal(500, "{}"), "error", Kind.OVERLOADED));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void hasExactlyOneEnd(Case expected) {
    var heard = new Listened();

    listen(CLIENT, expected.script(), heard);

    check(expected, heard);
    assertFalse(heard.elsewhere(), "told off the event loop");
  }

  /// Such a parser may read a little less before it hears of a cut, and finds half an event at an
  /// end.
  @ParameterizedTest
  @MethodSource("ends")
  void hasTheSameEndWithAnotherParser(Case expected) {
    FAKE.then(expected.script());
    var heard = new Listened();

    CLIENT.execute(request(), new OtherParser(), heard);

    var end = Await.of(heard.end().future());
    assertEquals(expected.expected().endsWith("close") ? "close" : "error", end);
    assertEquals(1, Arrays.stream(heard.line().split(" ", -1)).filter(end::equals).count());
  }

  private static void check(Case expected, Listened heard) {
    assertEquals(expected.expected(), heard.line());
    if (expected.expected().endsWith("error")) {
      assertEquals(expected.kind(), failure(heard.error()).kind());
    }
  }

  static Stream<Case> silences() {
    return Stream.of(
        new Case("no headers", Script.empty().pause(LONG), "error", Kind.TIMEOUT),
        new Case("no content", stream().role().stall(), "open200 - error", Kind.TIMEOUT),
        new Case("between", ab().stall(), "open200 - a b error", Kind.TIMEOUT));
  }

  @ParameterizedTest
  @MethodSource("silences")
  void doesNotWaitForEver(Case expected) {
    var heard = new Listened();

    listen(QUICK, expected.script(), heard);

    check(expected, heard);
    var _ = Await.of(FAKE.exchanges().getLast().closedEarly().future());
  }

  @Test
  void limitsTheWhole() {
    var heard = new Listened();
    var client = client(new Timeouts(LONG, LONG, LONG, SHORT));

    listen(client, stream().tokens(1_000, Duration.ofMillis(20)), heard);

    assertEquals(Kind.TIMEOUT, failure(heard.error()).kind());
  }

  @Test
  void readsTheSameWhereverTheBytesAreCut() {
    var bytes = ab().finish("stop").done().bytes();
    for (var cut = 1; cut < bytes.length; cut++) {
      var heard = new Listened();
      var script =
          stream()
              .raw(Arrays.copyOfRange(bytes, 0, cut))
              .raw(Arrays.copyOfRange(bytes, cut, bytes.length));

      listen(CLIENT, script, heard);

      assertEquals("open200 - a b - - close", heard.line(), "cut at " + cut);
    }
  }

  @Test
  void keepsHowLongToWait() {
    var heard = new Listened();

    listen(CLIENT, refusal(429, "{}").header("retry-after", "7"), heard);

    var error = assertInstanceOf(HttpException.class, heard.error());
    assertEquals(429, error.statusCode());
    assertEquals(Duration.ofSeconds(7), failure(error).retryAfter());
  }

  @Test
  void saysNothingAfterItWasCancelled() {
    var heard =
        new Listened((data, context) -> {
          if (data.contains("t2")) {
            context.parsingHandle().cancel();
          }
        });
    FAKE.then(stream().tokens(10_000, Duration.ofMillis(5)).finish("stop").done());

    CLIENT.execute(request(), heard);

    Await.until("cancelled", () -> heard.line().contains("t2"));
    var sent = Await.of(FAKE.exchanges().getLast().closedEarly().future());
    assertTrue(sent < 10_000);
    assertTrue(heard.line().endsWith("t2 "), heard.line());
  }

  @Test
  void isCancelledFromAnyThread() {
    var handle = new AtomicReference<Runnable>();
    var heard = new Listened((_, context) -> handle.set(context.parsingHandle()::cancel));
    FAKE.then(stream().tokens(10_000, Duration.ofMillis(5)).finish("stop").done());
    CLIENT.execute(request(), heard);
    Await.until("something came", () -> handle.get() != null);

    handle.get().run();
    var told = heard.line();

    var _ = Await.of(FAKE.exchanges().getLast().closedEarly().future());
    assertTrue(heard.line().length() <= told.length() + 4, "at most what was on its way");
    assertFalse(heard.line().contains("error") || heard.line().contains("close"));
  }

  @Test
  void aListenerThatFailsHearsOneError() {
    var heard =
        new Listened((data, _) -> {
          if (data.contains("\"b\"")) {
            throw new IllegalStateException("the listener's own");
          }
        });

    listen(CLIENT, ab().token("c").finish("stop").done(), heard);

    assertEquals("open200 - a b error", heard.line());
    assertEquals(Kind.MALFORMED, failure(heard.error()).kind());
  }

  @Test
  void aSlowParserSlowsTheProviderDown() {
    var lines = 20_000;
    var heard = new Listened();
    FAKE.then(stream().tokens(lines, Duration.ZERO).finish("stop").done());

    CLIENT.execute(request(), new OtherParser(), heard);

    assertEquals("close", Await.of(heard.end().future()));
    assertEquals(lines + 4, heard.line().split(" +", -1).length);
  }

  @Test
  void waitsForAWholeAnswerButNotOnAnEventLoop() {
    FAKE.then(refusal(200, "{\"choices\":[]}"));
    assertEquals("{\"choices\":[]}", CLIENT.execute(plain()).body());

    FAKE.then(refusal(429, "{}").header("retry-after", "3"));
    var refused = assertThrows(StatusException.class, () -> CLIENT.execute(plain()));
    assertEquals(Duration.ofSeconds(3), refused.failure().retryAfter());

    FAKE.then(Script.empty().pause(LONG));
    var late = assertThrows(StreamException.class, () -> QUICK.execute(request()));
    assertEquals(Kind.TIMEOUT, late.failure().kind());

    var outcome = Promise.<Boolean>promise();
    Heard.newLoop(VERTX)
        .runOnContext(_ -> {
          try {
            var _ = CLIENT.execute(plain());
            outcome.complete(false);
          } catch (IllegalStateException e) {
            outcome.complete(true);
          }
        });
    assertTrue(Await.of(outcome.future()));
  }

  private static Script ab() {
    return stream().role().token("a").token("b");
  }

  /// Asks on an event loop and waits for the end.
  private static void listen(HttpClient client, Script script, Listened heard) {
    FAKE.then(script);
    Heard.newLoop(VERTX).runOnContext(_ -> client.execute(request(), heard));
    var _ = Await.of(heard.end().future());
  }

  private static HttpRequest request() {
    return request("{\"stream\":true}");
  }

  private static HttpRequest plain() {
    return request("{}");
  }

  private static HttpRequest request(String body) {
    return HttpRequest.builder()
        .method(HttpMethod.POST)
        .url(FAKE.baseUrl().toString(), "chat/completions")
        .addHeader("content-type", "application/json")
        .body(body)
        .build();
  }

  private static ProviderFailure failure(Throwable error) {
    return switch (error) {
      case StatusException status -> status.failure();
      case StreamException broken -> broken.failure();
      default -> throw new AssertionError("not one of the client's own", error);
    };
  }
}
