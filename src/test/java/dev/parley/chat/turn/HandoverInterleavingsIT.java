package dev.parley.chat.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Ten thousand conversations in which everybody does something at once, over two replicas: Parley
/// begins and finishes answers, the user speaks and asks for people, two agents claim, answer, give
/// back and close. Afterwards the order of the commits is looked at: nothing of Parley is stored
/// while a person has the conversation, it has one owner at a time, and nothing a user said is
/// lost. `-Dhandover.seed=` repeats a run.
final class HandoverInterleavingsIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final int MANY = Integer.getInteger("handover.interleavings", 10_000);
  private static final int AT_ONCE = 6;

  private static Witness witness;
  private static List<Replica> replicas;

  @BeforeAll
  static void start() {
    witness = Witness.of(POSTGRES);
    replicas = List.of(new Replica(POSTGRES, false), new Replica(POSTGRES, false));
  }

  @AfterAll
  static void stop() {
    replicas.forEach(Replica::close);
  }

  @Test
  void nothingOfParleyIsStoredWhileAPersonHasTheConversation() throws Exception {
    var seed = Long.getLong("handover.seed", System.nanoTime());
    System.out.println("hand-over interleavings: seed " + seed);
    var said = new ConcurrentHashMap<UUID, List<UUID>>();
    var done = new Tally();
    play(seed, said, done);

    var seen = witness.seen();
    var wrong = new ArrayList<String>();
    said.forEach((conversation, texts) -> {
      var rows = seen.getOrDefault(conversation, List.of());
      wrong.addAll(faults(conversation, rows));
      wrong.addAll(lost(conversation, rows, texts));
    });
    System.out.printf(
        "hand-over interleavings: %d conversations, %s, %d violations%n",
        said.size(), done, wrong.size());

    assertEquals(List.of(), wrong, "seed " + seed);
    assertEquals(MANY, said.size());
    // Otherwise the races that this is about did not take place.
    assertTrue(done.of("answer refused") > MANY / 100, done::toString);
    assertTrue(done.of("answered") > MANY / 100, done::toString);
    assertTrue(done.of("said to a person") > MANY / 100, done::toString);
    assertTrue(done.of("claim lost") > MANY / 100, done::toString);
    assertEquals(0, misplacedHappenings(), "happenings are dense and in the order of their marks");
  }

  private static void play(long seed, Map<UUID, List<UUID>> said, Tally done) throws Exception {
    var next = new AtomicInteger();
    try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
      var running = new ArrayList<Future<?>>();
      for (var worker = 0; worker < AT_ONCE; worker++) {
        var workspace = new UUID(0x7000L, worker + 1);
        addWorkspace(workspace);
        running.add(
            workers.submit(() -> {
              for (var n = next.getAndIncrement(); n < MANY; n = next.getAndIncrement()) {
                var one = new Interleaving(replicas, workspace, new Random(seed + n), done);
                one.play();
                said.put(one.conversation(), one.said());
              }
              return null;
            }));
      }
      for (var one : running) {
        one.get();
      }
    }
  }

  /// Follows the owner of a conversation through the commits.
  private static List<String> faults(UUID conversation, List<Row> rows) {
    var wrong = new ArrayList<String>();
    UUID handover = null;
    UUID owner = null;
    var epoch = -1L;
    for (var row : rows) {
      var what = row.getString("what");
      var who = row.getUUID("who");
      switch (what) {
        case "open", "claimed", "closed" -> {
          if (handover != null && !handover.equals(row.getUUID("id"))) {
            wrong.add(conversation + ": two hand-overs at a time");
          }
          var next = what.equals("claimed") ? who : null;
          if (!Objects.equals(next, owner) && row.getLong("epoch") <= epoch) {
            wrong.add(conversation + ": changed hands in the same epoch");
          }
          epoch = Math.max(epoch, row.getLong("epoch"));
          owner = next;
          handover = what.equals("closed") ? null : row.getUUID("id");
        }
        case "assistant" -> {
          if (owner != null) {
            wrong.add(conversation + ": Parley has spoken while " + owner + " had it");
          }
        }
        case "agent" -> {
          if (!Objects.equals(owner, who)) {
            wrong.add(conversation + ": " + who + " has spoken while " + owner + " had it");
          }
        }
        default -> {} // the user may always speak
      }
    }
    return wrong;
  }

  private static List<String> lost(UUID conversation, List<Row> rows, List<UUID> said) {
    var times = new HashMap<UUID, Integer>();
    rows.stream()
        .filter(row -> row.getString("what").equals("user"))
        .forEach(row -> times.merge(row.getUUID("id"), 1, Integer::sum));
    var wrong = new ArrayList<String>();
    for (var id : said) {
      if (times.getOrDefault(id, 0) != 1) {
        wrong.add(conversation + ": " + id + " is stored " + times.get(id) + " times");
      }
    }
    if (times.size() != said.size()) {
      wrong.add(conversation + ": " + times.size() + " messages of a user who said " + said.size());
    }
    return wrong;
  }

  private static long misplacedHappenings() {
    var sql =
        """
        SELECT count(*) FROM (
          SELECT seq, row_number() OVER (PARTITION BY conversation_id ORDER BY mark) AS place
          FROM happening) AS h
        WHERE seq <> place
        """;
    return SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), sql)
        .iterator()
        .next()
        .getLong(0);
  }

  private static void addWorkspace(UUID id) {
    var _ =
        SqlScript.run(
            POSTGRES.vertx(),
            POSTGRES.administrator(),
            "INSERT INTO workspace (id, name, created_at) VALUES ('%s', 'w', now())".formatted(id));
  }

  /// How often what came out.
  static final class Tally {
    private final Map<String, AtomicInteger> all = new ConcurrentHashMap<>();

    void add(String what) {
      all.computeIfAbsent(what, _ -> new AtomicInteger()).incrementAndGet();
    }

    int of(String what) {
      return all.getOrDefault(what, new AtomicInteger()).get();
    }

    @Override
    public String toString() {
      return new TreeMap<>(all).toString();
    }
  }
}
