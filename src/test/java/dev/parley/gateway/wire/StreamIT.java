package dev.parley.gateway.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Client;
import dev.parley.Product;
import dev.parley.testkit.Await;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.FakeProvider.Exchange;
import dev.parley.testkit.Script;
import dev.parley.testkit.StreamReader;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Streams from a provider through the product to their readers: what is handed on, to readers of
/// every pace.
final class StreamIT {
  private static final String CHAT = "/v1/chat/completions";
  private static final String QUESTION =
      "{\"model\":\"gpt-4o-mini\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
  private static final long SEED = 20_260_102;
  private static final int LEAVERS = 100;

  private static Vertx vertx;
  private static HttpClient http;
  private static FakeProvider provider;
  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    http = StreamReader.client(vertx);
    provider = FakeProvider.start(vertx);
    product = Product.with(Map.of("OPENAI_BASE_URL", provider.baseUrl().toString()));
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
    provider.close();
    Await.end(vertx.close());
  }

  @Test
  void whatNobodyHereKnowsIsHandedOnByteForByte() {
    var events =
        List.of(
            "{ \"id\":\"x\", \"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}],"
                + "\"from_the_future\":[1.50,1e3,{\"a\":null}] }",
            "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\\u00e9 \\/ é 日 \\ud83d\\ude00\"},"
                + "\"logprobs\":{\"content\":[{\"token\":\"t\",\"logprob\":-0.10}]}}],\"x\":\"\\t\"}",
            "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\",\"native\":{}}],"
                + "\"system_fingerprint\":\"fp\",\"cost\":1.10000000000000000001}");
    var script = Script.stream();
    for (var event : events) {
      var _ = script.data(event);
    }
    provider.then(script.done());

    var body = client.post(CHAT, QUESTION).body();

    var lines = body.lines().filter(line -> line.startsWith("data: ")).toList();
    assertEquals(events, lines.subList(0, 3).stream().map(line -> line.substring(6)).toList());
    assertEquals("data: [DONE]", lines.getLast());
    assertEquals(4, lines.size(), body);
  }

  @Test
  void nothingFollowsTheEnd() {
    provider.then(
        Script.stream()
            .role()
            .tokens(2, Duration.ZERO)
            .finish("stop")
            .usage(5, 2)
            .done()
            .token("late")
            .done());

    var body = client.post(CHAT, QUESTION).body();

    assertTrue(body.endsWith("data: [DONE]\n\n"), body);
    assertEquals(body.indexOf("[DONE]"), body.lastIndexOf("[DONE]"), body);
    assertFalse(body.contains("late"), body);
  }

  @Test
  void anErrorOfTheProviderAfterTheFirstTokenIsTheOnlyEnd() {
    provider.then(
        Script.stream()
            .role()
            .tokens(2, Duration.ZERO)
            .data("{\"error\":{\"type\":\"server_error\",\"message\":\"their own words\"}}")
            .done());

    var body = client.post(CHAT, QUESTION).body();

    assertEquals(2, count(body, "\"content\":\"t"), body);
    assertEquals(1, count(body, "\"error\""), body);
    assertFalse(body.contains("[DONE]"), body);
    assertFalse(body.contains("their own words"), body);
  }

  @Test
  void commentsKeepTheConnectionAliveUntilTheFirstToken() {
    provider.then(
        Script.stream()
            .pause(Duration.ofSeconds(22))
            .role()
            .tokens(2, Duration.ZERO)
            .finish("stop")
            .done());

    var body = client.post(CHAT, QUESTION).body();

    assertTrue(body.startsWith(": ping\n\n: ping\n\ndata: "), body);
    assertEquals(2, count(body, ": ping"), body);
    assertTrue(body.endsWith("data: [DONE]\n\n"), body);
  }

  /// Fifteen mebibytes are more than the sockets on the way can hold.
  @Test
  void aReaderWhoStopsStopsTheProvider() throws InterruptedException {
    var events = 240;
    provider.then(longAnswer(events));
    var eager = ask("eager", 0, true);
    assertEquals(events, count(Await.of(eager.whole()), "\"content\":\"t"));

    provider.then(longAnswer(events));
    var lazy = ask("lazy", 0, false);
    Await.end(lazy.begun());
    Thread.sleep(3_000);

    var upstream = provider.exchanges().getLast();
    assertFalse(upstream.sent().future().isComplete(), "the provider is held up");
    lazy.read();
    assertEquals(events, count(Await.of(lazy.whole()), "\"content\":\"t"));
    assertEquals(events, Await.of(upstream.sent().future()));
    assertEquals(eager.text(), lazy.text());
  }

  private static Script longAnswer(int events) {
    var script = Script.stream().role();
    for (var i = 0; i < events; i++) {
      var _ = script.token("t" + i + "x".repeat(64_000));
    }
    return script.finish("stop").usage(5, events).done();
  }

  @Test
  void theProviderLosesItsReaderAtOnceWhenTheCallerLeaves() {
    var random = new Random(SEED);
    var millis = new long[LEAVERS];
    var read = new ArrayList<Integer>();
    var before = provider.exchanges().size();
    for (var i = 0; i < LEAVERS; i++) {
      provider.then(Script.stream().role().tokens(1_000, Duration.ofMillis(4)));
      var reader = ask("leaver-" + i, 1 + random.nextInt(20), true);
      Await.of(reader.marked());
      var left = System.nanoTime();
      reader.leave();
      var _ = Await.of(provider.exchanges().getLast().closedEarly().future());
      millis[i] = (System.nanoTime() - left) / 1_000_000;
      read.add(reader.tokens());
    }

    Arrays.sort(millis);
    System.out.printf(
        "the provider's socket closed after p50 %d ms, p99 %d ms, most %d ms of %d callers who left%n",
        millis[LEAVERS / 2], millis[LEAVERS - 2], millis[LEAVERS - 1], LEAVERS);
    compare(read, provider.exchanges().subList(before, before + LEAVERS));
  }

  /// Billed is at least what the caller has read, and at most what the provider has sent.
  private static void compare(List<Integer> read, List<Exchange> exchanges) {
    var lines = new ArrayList<String>();
    Await.until(
        "the ledger has all",
        () -> {
          lines.clear();
          client
              .get("/api/v1/admin/usage/export")
              .body()
              .lines()
              .filter(line -> line.contains(",leaver-"))
              .forEach(lines::add);
          return lines.size() >= LEAVERS;
        });
    assertEquals(LEAVERS, lines.size());
    var exact = 0;
    for (var line : lines) {
      var cells = line.split(",", -1);
      var i = Integer.parseInt(cells[10].substring("leaver-".length()));
      var billed = Long.parseLong(cells[16]);
      var sent = exchanges.get(i).closedEarly().future().result();
      assertEquals("cancelled", cells[12], line);
      assertTrue(read.get(i) <= billed && billed <= sent, () -> line + ": sent " + sent);
      exact += billed == sent ? 1 : 0;
    }
    System.out.println(exact + " of " + LEAVERS + " are billed to the token that was sent last");
  }

  private static StreamReader ask(String id, int mark, boolean reading) {
    return StreamReader.ask(http, URI.create(product.url() + CHAT), id, QUESTION, mark, reading);
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }
}
