package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testkit.FakeProvider;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Readers who leave in the middle of an answer and come back, tabs that open late, and people who
/// stop an answer anywhere.
@Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ReattachIT {
  private static final int TURNS = 500;
  private static final int AT_ONCE = 25;
  private static final int STOPS = 100;
  private static final Duration BETWEEN = Duration.ofMillis(20);

  private static final long SEED = Long.getLong("reattach.seed", System.nanoTime());

  private static Vertx vertx;
  private static FakeProvider provider;
  private static Product product;
  private static Client client;

  /// Of one connection, servers take only so many streams that break off.
  private static List<Client> readers;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    provider = FakeProvider.start(vertx, 0, request -> AskedTurn.answer(request, BETWEEN));
    product =
        Product.with(Map.of("OPENAI_BASE_URL", provider.baseUrl().toString(), "LLM_MODEL", "fake"));
    client = new Client(product.url());
    readers = IntStream.range(0, 2 * AT_ONCE).mapToObj(_ -> new Client(product.url())).toList();
  }

  @AfterAll
  static void stop() {
    product.close();
    provider.close();
    var _ = vertx.close();
  }

  @Test
  void everyReaderHasTheStoredAnswer() throws Exception {
    var turns = new ArrayList<Callable<List<Long>>>();
    for (var i = 0; i < TURNS; i++) {
      var number = i;
      turns.add(() -> read(number));
    }
    var waits = new ArrayList<Long>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var turn : threads.invokeAll(turns)) {
        waits.addAll(turn.get());
      }
    }
    waits.sort(null);
    System.out.printf(
        "seed %d: %d turns, %d readers, each with the stored answer; %d times back, first event"
            + " after p50 %.1f ms, p99 %.1f ms%n",
        SEED,
        TURNS,
        2 * TURNS,
        waits.size(),
        waits.get(waits.size() / 2) / 1e3,
        waits.get(waits.size() * 99 / 100) / 1e3);
    assertTrue(waits.size() > TURNS, "many came back");
  }

  /// One reader who comes and goes, and another tab that is opened somewhere in the middle.
  private static List<Long> read(int number) throws Exception {
    var random = new Random(SEED + number);
    var turn = AskedTurn.ask(client, "q" + number);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var late = random.nextInt(1_500);
      var tab =
          threads.submit(() -> {
            Thread.sleep(late);
            return new Followed(turn.id()).toTheEnd(List.of(client));
          });
      var reader = readers.get(number % readers.size());
      var restless = new Followed(turn.id(), random).toTheEnd(List.of(reader));

      var stored = turn.texts(client);
      assertEquals(List.of(turn.whole()), stored);
      for (var heard : List.of(restless, tab.get())) {
        assertEquals(List.of("completed"), heard.ends(), turn.question());
        assertEquals(stored.getFirst(), heard.text());
        assertTrue(heard.isDense(), turn.question());
      }
      return restless.waits();
    }
  }

  @Test
  void anAnswerStopsAnywhere() throws Exception {
    var random = new Random(SEED);
    var waits = new ArrayList<Long>();
    var billed = 0;
    var stored = 0;
    var sent = 0;
    for (var i = 0; i < STOPS; i++) {
      var turn = AskedTurn.ask(client, "stop" + i);
      Thread.sleep(random.nextInt(1_200));

      var stopped = System.nanoTime();
      assertEquals(202, client.post(turn.path() + "/cancel", "").status());
      var tokens = tokensSent(turn, stopped, waits);
      assertEquals(List.of("cancelled"), new Followed(turn.id()).toTheEnd(List.of(client)).ends());

      var answer = turn.answers(client).getFirst();
      var text = answer.path("text").asText();
      var words = text.isEmpty() ? 0 : text.split(" ", -1).length;
      assertTrue(turn.whole().startsWith(text), text);
      assertTrue(words <= tokens, words + " stored, " + tokens + " sent");
      billed += answer.path("usage").path("output_tokens").asInt();
      stored += words;
      sent += tokens;
    }
    waits.sort(null);
    System.out.printf(
        "stopped at %d points: the provider's socket is closed after p50 %.1f ms, p99 %.1f ms; it"
            + " had sent %d words, %d are stored, billed by estimate as %d tokens%n",
        STOPS,
        waits.get(waits.size() / 2) / 1e6,
        waits.get(waits.size() * 99 / 100) / 1e6,
        sent,
        stored,
        billed);
    assertTrue(waits.size() > STOPS / 2, "most were stopped while the model wrote");
  }

  /// How many tokens the provider had sent when its socket was closed; none where it was not asked.
  private static int tokensSent(AskedTurn turn, long stopped, List<Long> waits) {
    for (var exchange : provider.exchanges().reversed()) {
      if (AskedTurn.question(exchange.body()).equals(turn.question())) {
        var tokens = exchange.closedEarly().future().await();
        waits.add(System.nanoTime() - stopped);
        return tokens;
      }
    }
    return 0;
  }
}
