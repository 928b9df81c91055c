package dev.parley.gateway.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Client;
import dev.parley.Client.Reply;
import dev.parley.Product;
import dev.parley.testkit.Await;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Script;
import dev.parley.testkit.StreamReader;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which requests are answered without asking the model again, and what becomes of those who share
/// a call.
final class ReuseIT {
  private static final String CHAT = "/v1/chat/completions";
  private static final int MANY = 1_000;
  private static final AtomicInteger LAST_SEED = new AtomicInteger();

  private static Vertx vertx;
  private static HttpClient http;
  private static FakeProvider provider;
  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    http = StreamReader.client(vertx);
    provider = FakeProvider.start(vertx, 0, ReuseIT::answer);
    product = Product.with(Map.of("OPENAI_BASE_URL", provider.baseUrl().toString()));
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
    provider.close();
    Await.end(vertx.close());
  }

  private static Script answer() {
    return Script.stream().role().tokens(3, Duration.ZERO).finish("stop").usage(5, 3).done();
  }

  /// A question that was not asked before.
  private static String question(String more) {
    return "{\"model\":\"gpt-4o-mini\",\"seed\":%d,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]%s}"
        .formatted(LAST_SEED.incrementAndGet(), more);
  }

  private static String streamed() {
    return question(",\"stream\":true,\"temperature\":0");
  }

  private static int asked() {
    return provider.exchanges().size();
  }

  /// Asks twice: once with the first wish, then with the second.
  private static Reply twice(String first, String second) {
    var wish = ",\"cache\":%s";
    var question = question(wish);
    assertEquals(200, client.post(CHAT, question.formatted(first)).status());
    return client.post(CHAT, question.formatted(second));
  }

  private static String mode(String mode) {
    return "{\"mode\":\"" + mode + "\"}";
  }

  @Test
  void readingFindsWhatWasWritten() {
    var before = asked();

    var reply = twice(mode("write"), mode("read"));

    assertEquals("hit", reply.header("x-parley-cache"));
    assertEquals(before + 1, asked());
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "write"})
  void whoDoesNotWantToReadAsksTheModel(String mode) {
    var before = asked();

    var reply = twice(mode("on"), mode(mode));

    assertFalse(reply.header("x-parley-cache").equals("hit"), reply.header("x-parley-cache"));
    assertEquals(before + 2, asked());
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "read"})
  void whoDoesNotWantToWriteLeavesNothing(String mode) {
    var before = asked();

    var reply = twice(mode(mode), mode("on"));

    assertEquals("miss", reply.header("x-parley-cache"));
    assertEquals(before + 2, asked());
  }

  @Test
  void anAnswerThatIsTooOldIsAskedForAnew() throws InterruptedException {
    var question = question(",\"cache\":{\"mode\":\"on\",\"max_age\":1}");
    var _ = client.post(CHAT, question);
    assertEquals("hit", client.post(CHAT, question).header("x-parley-cache"));

    Thread.sleep(1_100);

    assertEquals("miss", client.post(CHAT, question).header("x-parley-cache"));
  }

  @Test
  void anErrorIsNotKept() {
    var question = question(",\"temperature\":0");
    provider.then(Script.refusal(400, "{\"error\":{\"message\":\"no\"}}"));
    assertEquals(400, client.post(CHAT, question).status());

    var reply = client.post(CHAT, question);

    assertEquals(200, reply.status(), reply.body());
    assertEquals("miss", reply.header("x-parley-cache"));
  }

  @Test
  void anAnswerThatBrokeOffIsNotKept() {
    var question = streamed();
    provider.then(Script.stream().role().tokens(2, Duration.ZERO).cut());
    assertTrue(client.post(CHAT, question).body().contains("stream_interrupted"));

    assertEquals("miss", client.post(CHAT, question).header("x-parley-cache"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAnswerThatWasCutShortByItsLimitIsNotKept(boolean streaming) {
    var question = streaming ? streamed() : question(",\"temperature\":0");
    provider.then(
        streaming
            ? Script.stream().role().tokens(2, Duration.ZERO).finish("length").done()
            : Script.refusal(200, whole("length")));
    assertEquals(200, client.post(CHAT, question).status());

    assertEquals("miss", client.post(CHAT, question).header("x-parley-cache"));
  }

  private static String whole(String reason) {
    return "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"a\"},"
        + "\"finish_reason\":\""
        + reason
        + "\"}],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":1}}";
  }

  @Test
  void aStreamIsPlayedAgainAsAStream() {
    var question = streamed();

    var first = client.post(CHAT, question);
    var again = client.post(CHAT, question);

    assertEquals("hit", again.header("x-parley-cache"));
    assertEquals(first.body(), again.body());
    assertTrue(again.header("content-type").startsWith("text/event-stream"));
    assertEquals(3, count(again.body(), "\"content\":\"t"));
  }

  @Test
  void aThousandEqualQuestionsAreOneCall() {
    var before = asked();
    provider.then(afterTheFirst(Duration.ofSeconds(3)));

    var question = streamed();
    var readers = IntStream.range(0, MANY).mapToObj(i -> ask("same-" + i, question, 1)).toList();
    var bodies = readers.stream().map(reader -> Await.of(reader.whole())).distinct().toList();

    assertEquals(1, bodies.size());
    assertEquals(20, count(bodies.getFirst(), "\"content\":\"t"));
    assertEquals(before + 1, asked());
    var shared =
        readers.stream().filter(one -> one.header("x-parley-cache").equals("shared")).count();
    assertTrue(shared > 0, "some waited for the first");
    System.out.printf(
        "%d equal questions: 1 call, %d readers shared it while it ran%n", MANY, shared);
  }

  @Test
  void whoCameFirstMayLeaveWithoutHurtingTheOthers() {
    provider.then(afterTheFirst(Duration.ofSeconds(2)));
    var question = streamed();
    var leader = ask("leader", question, 1);
    Await.of(leader.marked());
    var followers = IntStream.range(0, 50).mapToObj(i -> ask("after-" + i, question, 1)).toList();
    followers.forEach(one -> Await.of(one.marked()));

    leader.leave();

    for (var follower : followers) {
      assertEquals(20, count(Await.of(follower.whole()), "\"content\":\"t"));
      assertTrue(follower.text().endsWith("data: [DONE]\n\n"));
      assertEquals("shared", follower.header("x-parley-cache"));
    }
    assertEquals(20, Await.of(provider.exchanges().getLast().sent().future()));
  }

  @Test
  void whenTheLastOneLeavesTheCallIsCancelled() {
    provider.then(Script.stream().role().tokens(2_000, Duration.ofMillis(10)));
    var question = streamed();
    var readers = List.of(ask("a", question, 2), ask("b", question, 2), ask("c", question, 2));
    readers.forEach(reader -> Await.of(reader.marked()));
    var last = ask("last", question, 2);
    Await.of(last.marked());
    var closed = provider.exchanges().getLast().closedEarly().future();

    readers.forEach(StreamReader::leave);
    var soFar = last.tokens();
    Await.until("it goes on", () -> last.tokens() > soFar + 20);
    assertFalse(closed.isComplete(), "somebody still reads");
    last.leave();

    assertTrue(Await.of(closed) >= 20);
  }

  /// One token at once, and nineteen after a while.
  private static Script afterTheFirst(Duration pause) {
    return Script.stream()
        .role()
        .token("t ")
        .pause(pause)
        .tokens(19, Duration.ZERO)
        .finish("stop")
        .usage(5, 20)
        .done();
  }

  private static StreamReader ask(String id, String question, int mark) {
    return StreamReader.ask(http, URI.create(product.url() + CHAT), id, question, mark, true);
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }
}
