package dev.parley.gateway.model;

import static dev.parley.gateway.model.ModelRig.inOrder;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.gateway.route.Breaker;
import dev.parley.gateway.route.Target;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ProviderFailure.Refusal;
import dev.parley.platform.lifecycle.FreePort;
import dev.parley.testkit.Await;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.FakeProvider.Exchange;
import dev.parley.testkit.Heard;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.Script;
import dev.parley.testkit.Told;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is tried after an error of a provider: one test for each class of them. Two servers, real
/// sockets, and the ledger afterwards.
final class FailuresIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final String ANSWER = "Text(t0 ) Text(t1 ) Finished(STOP 5+0 in, 2+0 out)";

  private static ModelRig rig;
  private FakeProvider one;
  private FakeProvider two;

  @BeforeAll
  static void open() {
    ModelRig.makeWorkspace(POSTGRES);
    rig = new ModelRig(POSTGRES);
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @BeforeEach
  void start() {
    rig.emptyTheLedger();
    one = FakeProvider.start(POSTGRES.vertx(), 0, FailuresIT::answer);
    two = FakeProvider.start(POSTGRES.vertx(), 0, FailuresIT::answer);
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402, 403})
  void aRefusedKeyIsLeftAloneAndTheNextOneTakenAtOnce(int status) {
    one.then(Script.refusal(status, "{}"));
    var route = inOrder(first("a", "b"), second());

    assertEquals(ANSWER, Told.line(rig.ask(route).events()));
    for (var i = 0; i < 5; i++) {
      assertEquals(ANSWER, Told.line(rig.ask(route).events()));
    }

    var keys = one.exchanges().stream().map(Exchange::authorization).toList();
    assertEquals(7, keys.size());
    assertEquals(Set.of("Bearer a", "Bearer b"), Set.copyOf(keys.subList(0, 2)));
    assertEquals(Set.of(keys.get(1)), Set.copyOf(keys.subList(1, 7)));
    assertEquals(
        List.of("first 1 unauthorized 0", "first 2 completed 2"), rig.rows().subList(0, 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402, 403})
  void whenTheLastKeyIsRefusedTheNextTargetIsAsked(int status) {
    one.then(Script.refusal(status, "{}"));

    var heard = rig.ask(inOrder(first("a"), second()));

    assertEquals(ANSWER, Told.line(heard.events()));
    assertEquals(List.of("first 1 unauthorized 0", "second 2 completed 2"), rig.rows());
  }

  @Test
  void aShortWaitIsWaitedForOnTheSameTarget() {
    one.then(Script.refusal(429, "{}").header("retry-after-ms", "400"));
    var began = System.nanoTime();

    var heard = rig.ask(inOrder(first("a", "b"), second()));

    assertEquals(ANSWER, Told.line(heard.events()));
    assertEquals(2, one.exchanges().size());
    assertEquals(1, keys(one).size(), "the same key");
    assertTrue(System.nanoTime() - began >= 400_000_000, "not before its time");
    assertEquals(List.of("first 1 rate_limited 0", "first 2 completed 2"), rig.rows());
  }

  @Test
  void forALongWaitTheNextKeyIsTaken() {
    one.then(Script.refusal(429, "{}").header("Retry-After", "30"));

    var heard = rig.ask(inOrder(first("a", "b"), second()));

    assertEquals(ANSWER, Told.line(heard.events()));
    assertEquals(2, keys(one).size());
    assertEquals(0, two.exchanges().size());
  }

  @Test
  void forALongWaitOfTheLastKeyTheNextTargetIsAskedAndTheKeyRests() {
    one.then(Script.refusal(429, "{}").header("Retry-After", "30"));
    var first = first("a");

    var heard = rig.ask(inOrder(first, second()));

    assertEquals(ANSWER, Told.line(heard.events()));
    assertEquals(List.of("first 1 rate_limited 0", "second 2 completed 2"), rig.rows());
    assertTrue(waitMs(first) > 25_000, () -> "rests for " + waitMs(first));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insufficient_quota",
        "billing_hard_limit_reached",
        "enforced_spend_limit_reached"
      })
  void aKeyWithoutQuotaIsNotTriedAgain(String code) {
    var body = "{\"error\":{\"type\":\"%s\",\"code\":\"%s\"}}".formatted(code, code);
    one.then(Script.refusal(429, body).header("Retry-After", "1"));
    var first = first("a");

    var heard = rig.ask(inOrder(first, second()));

    assertEquals(ANSWER, Told.line(heard.events()));
    assertEquals(List.of("first 1 quota_exhausted 0", "second 2 completed 2"), rig.rows());
    assertEquals(Breaker.State.OPEN, state(first));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504, 529})
  void anOverloadedTargetIsAskedOnceMoreAndThenTheNextTier(int status) {
    one.then(Script.refusal(status, "{}"));
    one.then(Script.refusal(status, "{}"));

    var heard = rig.ask(inOrder(first("a"), second()));

    assertEquals(ANSWER, Told.line(heard.events()));
    assertEquals(
        List.of("first 1 overloaded 0", "first 2 overloaded 0", "second 3 completed 2"),
        rig.rows());
  }

  @Test
  void aServerThatIsNotThereIsTriedOnceMore() {
    var gone = URI.create("http://127.0.0.1:" + FreePort.find() + "/v1");

    var heard = rig.ask(inOrder(rig.target("first", gone, "a"), second()));

    assertEquals(ANSWER, Told.line(heard.events()));
    assertEquals(unreachableTwice(), rig.rows());
  }

  @Test
  void aConnectionThatIsResetIsTriedOnceMore() {
    one.then(Script.stream().cut());
    one.then(Script.stream().cut());

    var heard = rig.ask(inOrder(first("a"), second()));

    assertEquals(ANSWER, Told.line(heard.events()));
    assertEquals(unreachableTwice(), rig.rows());
  }

  @Test
  void aServerThatSpeaksNoTlsIsTriedOnceMore() {
    var secure = URI.create(one.baseUrl().toString().replace("http:", "https:"));

    var heard = rig.ask(inOrder(rig.target("first", secure, "a"), second()));

    assertEquals(ANSWER, Told.line(heard.events()));
    assertEquals(unreachableTwice(), rig.rows());
  }

  private static List<String> unreachableTwice() {
    return List.of("first 1 unreachable 0", "first 2 unreachable 0", "second 3 completed 2");
  }

  @Test
  void thereAreThreeAttemptsAtMost() {
    for (var i = 0; i < 3; i++) {
      one.then(Script.refusal(503, "{}"));
      two.then(Script.refusal(503, "{}"));
    }

    var heard = rig.ask(inOrder(first("a"), second(), rig.target("third", one.baseUrl(), "c")));

    assertEquals("Failed(OVERLOADED ~0+0 in, 0+0 out)", Told.line(heard.events()));
    assertEquals(3, one.exchanges().size() + two.exchanges().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 422})
  void whatTheCallerIsToBlameForIsPassedOn(int status) {
    var body = "{\"error\":{\"message\":\"no such tool\",\"code\":\"bad_tool\"}}";
    one.then(Script.refusal(status, body));

    var heard = rig.ask(inOrder(first("a", "b"), second()));

    assertEquals(status, refusal(heard).status());
    assertEquals(body, refusal(heard).body().toString());
    assertEquals(List.of("first 1 rejected 0"), rig.rows());
  }

  @Test
  void whatIsTooLongGoesToTheTargetForIt() {
    one.then(Script.refusal(400, tooLong()));

    var heard = rig.ask(ModelRig.withLongContext(first("a"), second()));

    assertEquals(ANSWER, Told.line(heard.events()));
    assertEquals(List.of("first 1 context_too_long 0", "second 2 completed 2"), rig.rows());
  }

  @Test
  void whatIsTooLongIsPassedOnWhereThereIsNoTargetForIt() {
    one.then(Script.refusal(400, tooLong()));

    var heard = rig.ask(inOrder(first("a"), second()));

    assertEquals(400, refusal(heard).status());
    assertEquals(0, two.exchanges().size());
  }

  private static Refusal refusal(Heard heard) {
    return requireNonNull(((ModelEvent.Failed) heard.end()).failure().refusal());
  }

  private static String tooLong() {
    return "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"context_length_exceeded\"}}";
  }

  @Test
  void whatIsWithheldByTheModelIsNotAskedOfAnother() {
    one.then(Script.stream().role().token("t0 ").finish("content_filter").usage(5, 1).done());

    var heard = rig.ask(inOrder(first("a"), second()));

    assertEquals("Text(t0 ) Finished(CONTENT_FILTER 5+0 in, 1+0 out)", Told.line(heard.events()));
    assertEquals(0, two.exchanges().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"content_filter", "content_policy_violation", "moderation_blocked"})
  void whatIsWithheldWithAnErrorIsNotAskedOfAnother(String code) {
    var error = "{\"error\":{\"code\":\"" + code + "\",\"message\":\"no\"}}";
    one.then(Script.refusal(400, error));
    one.then(Script.refusal(403, error));
    one.then(Script.stream().role().data(error));
    var route = inOrder(first("a"), second());

    for (var i = 1; i <= 3; i++) {
      assertTrue(Told.one(rig.ask(route).end()).startsWith("Failed(REJECTED"));
      assertEquals(i, one.exchanges().size());
    }
    assertEquals(0, two.exchanges().size());
  }

  @Test
  void withoutAFirstTokenInTimeTheNextTierIsAskedAndTheSocketClosed() {
    one.then(Script.stream().role().stall());

    var heard = rig.ask(inOrder(first("a"), second()));

    assertEquals(ANSWER, Told.line(heard.events()));
    assertEquals(List.of("first 1 timeout 0", "second 2 completed 2"), rig.rows());
    assertEquals(0, closedAfter(one));
  }

  @Test
  void silenceAfterAWordEndsTheAnswerAndKeepsWhatWasSaid() {
    one.then(Script.stream().role().tokens(3, Duration.ZERO).stall());

    var heard = rig.ask(inOrder(first("a"), second()));

    assertTrue(Told.one(heard.end()).startsWith("Failed(TIMEOUT"));
    assertEquals("t0 t1 t2 ", heard.text());
    assertEquals(1, heard.ends());
    assertEquals(List.of("first 1 timeout 3"), rig.rows());
    assertEquals(3, closedAfter(one));
  }

  private static int closedAfter(FakeProvider provider) {
    return Await.of(provider.exchanges().getFirst().closedEarly().future());
  }

  private Target first(String... keys) {
    return rig.target("first", one.baseUrl(), keys);
  }

  private Target second() {
    return rig.target("second", two.baseUrl(), "c");
  }

  private static Set<String> keys(FakeProvider provider) {
    return provider.exchanges().stream().map(Exchange::authorization).collect(Collectors.toSet());
  }

  private static long waitMs(Target target) {
    return target.lanes().getFirst().breaker().waitMs(InstantSource.system().millis());
  }

  private static Breaker.State state(Target target) {
    return target.lanes().getFirst().breaker().state(InstantSource.system().millis());
  }

  private static Script answer() {
    return Script.stream().role().tokens(2, Duration.ZERO).finish("stop").usage(5, 2).done();
  }
}
