package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.PostgresFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Two processes on one database, and what becomes of answers when one of them is killed, stands
/// still or is told to stop what the other writes.
@Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ReplicasIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final String ASSISTANTS = "/api/v1/admin/assistants";
  private static final int TURNS = 200;
  private static final Duration BETWEEN = Duration.ofMillis(100);

  @TempDir private Path folder;
  private FakeProvider provider;
  private ProductProcess one;
  private ProductProcess other;

  @BeforeEach
  void start() throws Exception {
    provider =
        FakeProvider.start(POSTGRES.vertx(), 0, request -> AskedTurn.answer(request, BETWEEN));
    var first = Files.createDirectory(folder.resolve("one"));
    var second = Files.createDirectory(folder.resolve("other"));
    one = new ProductProcess(first, settings());
    other = new ProductProcess(second, settings());
  }

  @AfterEach
  void stop() {
    one.close();
    other.close();
    provider.close();
  }

  private Map<String, String> settings() {
    var all = new HashMap<>(POSTGRES.settings());
    all.put("APP_ENV", "development");
    all.put("OPENAI_BASE_URL", provider.baseUrl().toString());
    all.put("LLM_MODEL", "fake");
    all.put("RATE_LIMIT_REQUESTS", "1000000");
    return all;
  }

  @Test
  void everyQuestionOfAKilledReplicaIsAnsweredOnce() throws Exception {
    var here = clients(one);
    var there = clients(other);
    var asked = new ArrayList<Callable<AskedTurn>>();
    for (var i = 0; i < TURNS; i++) {
      var client = here.get(i % here.size());
      var question = "q" + i;
      asked.add(() -> AskedTurn.ask(client, question));
    }
    var turns = atOnce(asked);
    var readers = new ArrayList<Callable<Followed>>();
    for (var i = 0; i < TURNS; i++) {
      var turn = turns.get(i).id();
      var replicas = List.of(here.get(i % here.size()), there.get(i % there.size()));
      readers.add(() -> new Followed(turn).toTheEnd(replicas));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var following = readers.stream().map(threads::submit).toList();
      Thread.sleep(2_500);

      one.signal("KILL");
      var killed = System.nanoTime();

      check(there.getFirst(), turns, of(following), killed);
    }
  }

  /// A client has one connection, which takes a hundred streams at once.
  private static List<Client> clients(ProductProcess replica) {
    return IntStream.range(0, 4).mapToObj(_ -> new Client(replica.url())).toList();
  }

  private void check(Client there, List<AskedTurn> turns, List<Followed> heard, long killed) {
    var waits = new ArrayList<Long>();
    for (var i = 0; i < turns.size(); i++) {
      var reader = heard.get(i);
      var turn = turns.get(i);
      assertEquals(List.of("completed"), reader.ends(), turn.question());
      assertTrue(reader.isDense(), turn.question());
      assertEquals(turn.whole(), reader.text());
      assertEquals(List.of(reader.text()), turn.texts(there), turn.question());
      if (reader.attemptAt() != 0) {
        waits.add((reader.attemptAt() - killed) / 1_000_000);
      }
    }
    waits.sort(null);
    System.out.printf(
        "kill -9 under %d turns: each answered once; %d begun anew, heard after %d ms (median),"
            + " %d ms (last)%n",
        turns.size(), waits.size(), waits.get(waits.size() / 2), waits.getLast());
    assertTrue(waits.size() > TURNS / 2, () -> waits.size() + " were taken over");
  }

  @Test
  void whoStoodStillWritesNothingMore() throws Exception {
    var here = new Client(one.url());
    var there = new Client(other.url());
    var turn = AskedTurn.ask(here, "still");
    Thread.sleep(1_500);

    one.signal("STOP");
    var heard = new Followed(turn.id()).toTheEnd(List.of(there));
    one.signal("CONT");
    Thread.sleep(2_000);

    assertEquals(turn.whole(), heard.text());
    assertEquals(List.of(heard.text()), turn.texts(there));
    assertEquals(heard.text(), new Followed(turn.id()).toTheEnd(List.of(here)).text());
  }

  @Test
  void anAnswerThatIsBegunAnewIsOfTheVersionThatBeganIt() throws Exception {
    var here = new Client(one.url());
    var there = new Client(other.url());
    var made =
        here.post(
            ASSISTANTS,
            "{\"slug\":\"default\",\"name\":\"Guide\",\"definition\":%s}"
                .formatted(definition("lighthouse")));
    assertEquals(201, made.status(), made.body());
    var path = ASSISTANTS + "/" + made.json().at("/assistant/id").asText();
    assertEquals(200, here.post(path + "/publish", "{\"version\":1}").status());
    var turn = AskedTurn.ask(here, "version");
    Thread.sleep(1_500);
    var next = "{\"after\":1,\"definition\":%s}".formatted(definition("harbour"));
    assertEquals(201, there.post(path + "/versions", next).status());
    assertEquals(200, there.post(path + "/publish", "{\"version\":2}").status());

    one.signal("KILL");
    var heard = new Followed(turn.id()).toTheEnd(List.of(there));

    assertEquals(turn.whole(), heard.text());
    assertTrue(heard.attemptAt() != 0, "it was begun anew");
    var asked = provider.exchanges().getLast().body().encode();
    assertTrue(asked.contains("lighthouse") && !asked.contains("harbour"), asked);
  }

  private static String definition(String word) {
    return "{\"instructions\":\"Speak like a %s.\",\"greeting\":\"\",\"suggestions\":[]}"
        .formatted(word);
  }

  @Test
  void anAnswerIsStoppedAtAnyReplica() throws Exception {
    var here = new Client(one.url());
    var there = new Client(other.url());
    var waits = new ArrayList<Long>();
    for (var i = 0; i < 20; i++) {
      var turn = AskedTurn.ask(here, "stop" + i);
      Thread.sleep(300 + 37L * i);

      var stopped = System.nanoTime();
      assertEquals(202, there.post(turn.path() + "/cancel", "").status());
      var exchange = provider.exchanges().getLast();
      var _ = exchange.closedEarly().future().await();
      waits.add((System.nanoTime() - stopped) / 1_000_000);
      assertEquals(List.of("cancelled"), new Followed(turn.id()).toTheEnd(List.of(there)).ends());
    }
    waits.sort(null);
    System.out.printf(
        "stopped at another replica: the provider's socket is closed after %d ms (median), %d ms"
            + " (longest)%n",
        waits.get(waits.size() / 2), waits.getLast());
  }

  private static <T> List<T> atOnce(List<Callable<T>> all) throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      return of(all.stream().map(threads::submit).toList());
    }
  }

  private static <T> List<T> of(List<Future<T>> futures)
      throws InterruptedException, ExecutionException {
    var all = new ArrayList<T>();
    for (var future : futures) {
      all.add(future.get());
    }
    return all;
  }
}
