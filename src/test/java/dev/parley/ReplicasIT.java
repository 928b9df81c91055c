package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.postgres.ConnectSettings;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.Script;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
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

  private static final int TURNS = 200;
  private static final int TOKENS = 60;
  private static final Duration BETWEEN = Duration.ofMillis(100);

  @TempDir private Path folder;
  private FakeProvider provider;
  private ProductProcess one;
  private ProductProcess other;

  @BeforeEach
  void start() throws Exception {
    provider = FakeProvider.start(POSTGRES.vertx(), 0, ReplicasIT::answer);
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

  /// Each question names itself, and so does its answer.
  private static Script answer(JsonObject request) {
    var messages = request.getJsonArray("messages");
    var asked = messages.getJsonObject(messages.size() - 1).getString("content");
    var script = Script.stream().role();
    for (var i = 0; i < TOKENS; i++) {
      var _ = script.token(asked + "-" + i + " ").pause(BETWEEN);
    }
    return script.finish("stop").usage(10, TOKENS).done();
  }

  private Map<String, String> settings() {
    return Map.of(
        "APP_ENV",
        "development",
        "DATABASE_URL",
        url(POSTGRES.application()),
        "DATABASE_MIGRATION_URL",
        url(POSTGRES.owner()),
        "OPENAI_BASE_URL",
        provider.baseUrl().toString(),
        "LLM_MODEL",
        "fake",
        "RATE_LIMIT_REQUESTS",
        "1000000");
  }

  private static String url(ConnectSettings database) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(
            database.user(),
            database.password().value(),
            database.host(),
            database.port(),
            database.database());
  }

  @Test
  void everyQuestionOfAKilledReplicaIsAnsweredOnce() throws Exception {
    var here = clients(one);
    var there = clients(other);
    var asked = new ArrayList<Callable<Turn>>();
    for (var i = 0; i < TURNS; i++) {
      var client = here.get(i % here.size());
      var question = "q" + i;
      asked.add(() -> ask(client, question));
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

  private void check(Client there, List<Turn> turns, List<Followed> heard, long killed) {
    var waits = new ArrayList<Long>();
    for (var i = 0; i < turns.size(); i++) {
      var reader = heard.get(i);
      var turn = turns.get(i);
      assertEquals(List.of("completed"), reader.ends(), turn.question());
      assertTrue(reader.isDense(), turn.question());
      assertEquals(expected(turn.question()), reader.text());
      assertEquals(List.of(reader.text()), answers(there, turn), turn.question());
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
    var turn = ask(here, "still");
    Thread.sleep(1_500);

    one.signal("STOP");
    var heard = new Followed(turn.id()).toTheEnd(List.of(there));
    one.signal("CONT");
    Thread.sleep(2_000);

    assertEquals(expected("still"), heard.text());
    assertEquals(List.of(heard.text()), answers(there, turn));
    assertEquals(heard.text(), new Followed(turn.id()).toTheEnd(List.of(here)).text());
  }

  @Test
  void anAnswerIsStoppedAtAnyReplica() throws Exception {
    var here = new Client(one.url());
    var there = new Client(other.url());
    var waits = new ArrayList<Long>();
    for (var i = 0; i < 20; i++) {
      var turn = ask(here, "stop" + i);
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

  private static Turn ask(Client client, String question) {
    var conversation = client.post("/api/v1/chat/conversations", "{}").json().path("id").asText();
    var path = "/api/v1/chat/conversations/" + conversation;
    var json = new JsonObject().put("text", question).encode();
    var posted = client.post(path + "/messages", json, "Idempotency-Key", question);
    while (posted.status() == 503) {
      Client.pause();
      posted = client.post(path + "/messages", json, "Idempotency-Key", question);
    }
    assertEquals(202, posted.status(), posted.body());
    return new Turn(posted.json().path("turn").path("id").asText(), path, question);
  }

  private static List<String> answers(Client client, Turn turn) {
    var messages = client.get(turn.conversation()).json().path("messages");
    return StreamSupport.stream(messages.spliterator(), false)
        .filter(message -> message.path("role").asText().equals("assistant"))
        .map(message -> message.path("text").asText())
        .toList();
  }

  private static String expected(String question) {
    var text = new StringBuilder();
    for (var i = 0; i < TOKENS; i++) {
      text.append(question).append('-').append(i).append(' ');
    }
    return text.toString().strip();
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

  private record Turn(String id, String conversation, String question) {
    String path() {
      return "/api/v1/chat/turns/" + id;
    }
  }
}
