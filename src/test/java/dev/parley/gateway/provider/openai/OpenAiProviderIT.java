package dev.parley.gateway.provider.openai;

import static dev.parley.testkit.Script.stream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.testkit.Calls;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Heard;
import dev.parley.testkit.Script;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class OpenAiProviderIT {
  private static final Duration TICK = Duration.ofMillis(20);

  private Vertx vertx;
  private FakeProvider fake;
  private OpenAiProvider provider;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    fake = FakeProvider.start(vertx);
    provider = Settings.provider(vertx, Settings.patient(fake.baseUrl()));
  }

  @AfterEach
  void close() throws Exception {
    fake.close();
    await(vertx.close());
  }

  @Test
  void asksAsTheProviderExpects() {
    fake.then(stream().token("a").finish("stop").done());

    var _ = Heard.of(vertx, provider, Settings.QUESTION).end();

    var exchange = fake.exchanges().getFirst();
    assertEquals("Bearer sk-test", exchange.authorization());
    assertEquals(
        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi?!\"}],\"stream\":true,"
            + "\"stream_options\":{\"include_usage\":true},\"max_tokens\":100,\"temperature\":0.0}",
        exchange.body().encode());
  }

  @Test
  void closesTheProvidersSocketWhenCancelled() throws Exception {
    fake.then(stream().tokens(10_000, TICK).finish("stop").done());
    var heard = Heard.of(vertx, provider, Settings.QUESTION);
    var _ = heard.awaitText();

    heard.stream().cancel();

    assertEquals(FinishReason.CANCELLED, reason(heard.end()));
    assertTrue(await(fake.exchanges().getFirst().closedEarly().future()) < 10_000);
  }

  @Test
  void closesTheProvidersSocketWhenCancelledBeforeTheFirstToken() throws Exception {
    fake.then(stream().role().stall());
    var heard = Heard.of(vertx, provider, Settings.QUESTION);
    var exchange = awaitExchange();

    heard.stream().cancel();

    assertEquals(FinishReason.CANCELLED, reason(heard.end()));
    var _ = await(exchange.closedEarly().future());
  }

  @Test
  void countsWhatCameBeforeItWasCancelled() {
    fake.then(stream().token("a").token("b").token("c").stall());
    var heard = Heard.of(vertx, provider, Settings.QUESTION);
    while (!heard.text().equals("abc")) {
      var _ = heard.awaitText();
      Thread.onSpinWait();
    }

    heard.stream().cancel();

    var end = assertInstanceOf(ModelEvent.Finished.class, heard.end());
    assertEquals(3, end.usage().output());
    assertTrue(end.usage().estimated());
  }

  @RepeatedTest(50)
  void endsOnceWhenCancelledAtAnyMoment() throws Exception {
    fake.then(stream().tokens(20, Duration.ofMillis(1)).finish("stop").done());
    var heard = Heard.of(vertx, provider, Settings.QUESTION);
    var stream = heard.stream();
    var moment = (int) (Math.random() * 30);
    var cancelled = Promise.<Void>promise();
    var _ =
        vertx.setTimer(
            1 + moment,
            _ -> {
              stream.cancel();
              stream.cancel();
              cancelled.complete();
            });

    var _ = heard.end();

    await(cancelled.future());
    await(vertx.timer(20, TimeUnit.MILLISECONDS));
    assertEquals(1, heard.ends());
    assertFalse(heard.events().getLast() instanceof ModelEvent.Text, "the end comes last");
  }

  @Test
  void cancelsFromInsideTheListener() throws Exception {
    fake.then(stream().tokens(10_000, TICK));
    var events = new ArrayList<ModelEvent>();
    var ended = Promise.<Void>promise();
    var opened = Promise.<ModelStream>promise();
    Heard.newLoop(vertx)
        .runOnContext(_ ->
            opened.complete(
                provider.open(
                    Calls.any(),
                    Settings.QUESTION,
                    event -> {
                      events.add(event);
                      if (event instanceof ModelEvent.Text) {
                        opened.future().result().cancel();
                      } else {
                        ended.complete();
                      }
                    })));

    await(ended.future());

    assertEquals(2, events.size());
    assertEquals(FinishReason.CANCELLED, reason(events.getLast()));
    var _ = await(fake.exchanges().getFirst().closedEarly().future());
  }

  @Test
  void closesTheSocketWhenTheListenerFails() throws Exception {
    fake.then(stream().tokens(10_000, TICK));
    Heard.newLoop(vertx)
        .runOnContext(_ -> {
          var _ =
              provider.open(
                  Calls.any(),
                  Settings.QUESTION,
                  _ -> {
                    throw new IllegalStateException("a listener that fails on purpose");
                  });
        });

    var _ = await(awaitExchange().closedEarly().future());
  }

  @Test
  void leavesNoSocketBehindWhateverTheEnd() throws Exception {
    var quick = Settings.provider(vertx, Settings.quick(fake.baseUrl()));
    for (var script :
        List.of(
            stream().token("a").stall(),
            stream().stall(),
            stream().token("a").finish("stop").done().stall(),
            stream().token("a").data("garbage").stall())) {
      var known = fake.exchanges().size();
      fake.then(script);

      var _ = Heard.of(vertx, quick, Settings.QUESTION).end();

      var _ = await(fake.exchanges().get(known).closedEarly().future());
    }
  }

  @Test
  void usesAConnectionAgainAfterAGoodEnd() throws Exception {
    var loop = Heard.newLoop(vertx);
    for (var i = 0; i < 5; i++) {
      fake.then(stream().token("a").finish("stop").usage(1, 1).done());
      var heard = Heard.of(loop, events -> provider.open(Calls.any(), Settings.QUESTION, events));
      var _ = heard.end();
      var _ = await(fake.exchanges().get(i).sent().future());
      await(vertx.timer(20, TimeUnit.MILLISECONDS));
    }

    var sockets = new HashSet<String>();
    fake.exchanges().forEach(exchange -> sockets.add(exchange.peer()));
    assertEquals(1, sockets.size(), sockets.toString());
  }

  @Test
  void hearsEverythingOnTheLoopThatAsked() {
    for (var i = 0; i < 8; i++) {
      fake.then(stream().tokens(5, Duration.ofMillis(1)).finish("stop").done());
    }
    for (var i = 0; i < 8; i++) {
      var heard = Heard.of(vertx, provider, Settings.QUESTION);
      var _ = heard.end();

      assertEquals(1, new HashSet<>(heard.threads()).size());
    }
  }

  @Test
  void saysHowLongTheProviderWantsToBeLeftAlone() {
    fake.then(Script.refusal(429, "{}").header("retry-after", "7"));
    fake.then(Script.refusal(429, "{}").header("retry-after-ms", "250"));

    assertEquals(Duration.ofSeconds(7), retryAfter());
    assertEquals(Duration.ofMillis(250), retryAfter());
  }

  private Duration retryAfter() {
    var heard = Heard.of(vertx, provider, Settings.QUESTION);
    var failed = assertInstanceOf(ModelEvent.Failed.class, heard.end());
    var wait = failed.failure().retryAfter();
    return wait == null ? Duration.ZERO : wait;
  }

  @Test
  void neverRepeatsTheProvidersWords() {
    var json = "{\"error\":{\"message\":\"key sk-secret is wrong\",\"code\":\"sk secret\"}}";
    fake.then(Script.refusal(401, json));

    var heard = Heard.of(vertx, provider, Settings.QUESTION);

    var failed = assertInstanceOf(ModelEvent.Failed.class, heard.end());
    assertEquals("the provider answered 401", failed.failure().detail());
  }

  @Test
  void saysThatNobodyListens() throws Exception {
    var nobody = URI.create("http://127.0.0.1:1/v1");
    var dead = Settings.provider(vertx, Settings.patient(nobody));

    var heard = Heard.of(vertx, dead, Settings.QUESTION);

    assertEquals(Kind.UNREACHABLE, failure(heard.end()));
  }

  @Test
  void saysThatTheServerSpeaksNoTls() throws Exception {
    var tls = URI.create("https://127.0.0.1:" + fake.port() + "/v1");
    var wrong = Settings.provider(vertx, Settings.patient(tls));

    var heard = Heard.of(vertx, wrong, Settings.QUESTION);

    assertEquals(Kind.UNREACHABLE, failure(heard.end()));
  }

  @Test
  void endsAnAnswerThatTakesTooLong() throws Exception {
    fake.then(stream().tokens(10_000, TICK));
    var settings = Settings.within(fake.baseUrl(), Duration.ofMillis(500));
    var impatient = Settings.provider(vertx, settings);

    var heard = Heard.of(vertx, impatient, Settings.QUESTION);

    assertEquals(Kind.TIMEOUT, failure(heard.end()));
    var _ = await(fake.exchanges().getFirst().closedEarly().future());
  }

  @Test
  void endsAtTheDeadlineOfTheCall() {
    fake.then(stream().tokens(10_000, TICK));
    var call = Calls.within(Duration.ofMillis(400));

    var heard =
        Heard.of(Heard.newLoop(vertx), events -> provider.open(call, Settings.QUESTION, events));

    assertEquals(Kind.TIMEOUT, failure(heard.end()));
  }

  @Test
  void followsNoRedirect() {
    fake.then(Script.refusal(307, "{}").header("location", fake.baseUrl() + "/chat/completions"));

    var heard = Heard.of(vertx, provider, Settings.QUESTION);

    assertEquals(Kind.MALFORMED, failure(heard.end()));
    assertEquals(1, fake.exchanges().size());
  }

  @Test
  void refusesToBeOpenedOffAnEventLoop() {
    assertThrows(
        IllegalStateException.class,
        () -> {
          var _ = provider.open(Calls.any(), Settings.QUESTION, _ -> {});
        });
  }

  private FakeProvider.Exchange awaitExchange() throws Exception {
    for (var i = 0; i < 500 && fake.exchanges().isEmpty(); i++) {
      await(vertx.timer(10, TimeUnit.MILLISECONDS));
    }
    return fake.exchanges().getFirst();
  }

  private static FinishReason reason(ModelEvent event) {
    return assertInstanceOf(ModelEvent.Finished.class, event).reason();
  }

  private static Kind failure(ModelEvent event) {
    return assertInstanceOf(ModelEvent.Failed.class, event).failure().kind();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.await(20, TimeUnit.SECONDS);
  }
}
