package dev.parley;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.BasesModel.Access;
import dev.parley.platform.postgres.ConnectSettings;
import dev.parley.testkit.Await;
import dev.parley.testkit.PostgresFixture;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Thousands of random changes of bases, documents and access on one replica, while everybody looks
/// on both: nobody ever sees what they may not, and when it is quiet everybody sees what they may.
///
/// `-Dbases.seed=` repeats a run, `-Dbases.changes=` shortens it.
final class BaseLeaksIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final String BASES = "/api/v1/knowledge/bases";
  private static final String DOCUMENTS = "/api/v1/knowledge/documents";
  private static final int CHANGES = Integer.getInteger("bases.changes", 1_500);
  private static final int READERS = 3;
  private static final int MOST_BASES = 6;
  private static final int MOST_DOCUMENTS = 30;
  private static final int QUIET_EVERY = 300;

  private static final Map<String, String> ROLES =
      Map.of("owner", "owner", "amy", "agent", "mia", "member", "max", "member");

  private static Product one;
  private static Product other;
  private static Client owner;
  private static final List<Eyes> EYES = new ArrayList<>();
  private static final Map<String, String> IDS = new LinkedHashMap<>();

  private final BasesModel model = new BasesModel(ROLES);
  private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger looks = new AtomicInteger();
  private int names;

  @BeforeAll
  static void start() {
    one = replica();
    var team = new Team(one);
    other = replica();
    owner = team.owner();
    ROLES.forEach((name, role) -> {
      var client = role.equals("owner") ? owner : team.join(name, role);
      IDS.put(name, client.get("/api/v1/auth/me").json().path("id").asText());
      EYES.add(new Eyes(name, client));
      EYES.add(new Eyes(name, client.at(other.url())));
    });
    for (var base : owner.get(BASES).json().path("bases")) {
      assertEquals(204, owner.delete(BASES + "/" + base.path("id").asText()).status());
    }
  }

  @AfterAll
  static void stop() {
    other.close();
    one.close();
  }

  private static Product replica() {
    return Product.guarded(
        "DATABASE_URL",
        url(POSTGRES.application()),
        "DATABASE_MIGRATION_URL",
        url(POSTGRES.owner()),
        "JWT_SECRET_KEY",
        "a-key-of-these-tests-that-is-long-enough",
        "RATE_LIMIT_REQUESTS",
        "10000000");
  }

  @Test
  void nobodyEverSeesWhatTheyMayNot() {
    var seed = Long.getLong("bases.seed", System.nanoTime());
    System.out.println("bases.seed " + seed);
    var random = new Random(seed);
    var done = new AtomicBoolean();
    var readers = new ArrayList<CompletableFuture<Void>>();
    for (var at = 0; at < READERS; at++) {
      var dice = new Random(seed + 1 + at);
      readers.add(
          CompletableFuture.runAsync(() -> {
            while (!done.get()) {
              look(dice);
            }
          }));
    }

    for (var at = 1; at <= CHANGES; at++) {
      change(random);
      if (at % QUIET_EVERY == 0) {
        everybodySeesWhatTheyMay();
      }
    }
    done.set(true);
    readers.forEach(CompletableFuture::join);

    assertEquals(List.of(), List.copyOf(leaks));
    assertTrue(looks.get() > CHANGES, () -> "only " + looks + " looks");
    System.out.printf("bases: %d changes, %d looks, 0 leaks%n", CHANGES, looks.get());
  }

  private void change(Random random) {
    var bases = model.bases();
    var documents = model.documents();
    var dice = random.nextInt(100);
    if (bases.size() < 2 || (dice < 4 && bases.size() < MOST_BASES)) {
      makeBase(random);
    } else if (dice < 8) {
      deleteBase(pick(random, bases));
    } else if (dice < 45) {
      decide(random, pick(random, bases));
    } else if (documents.isEmpty() || (dice < 75 && documents.size() < MOST_DOCUMENTS)) {
      add(pick(random, bases));
    } else {
      delete(pick(random, documents));
    }
  }

  private void makeBase(Random random) {
    names++;
    var access = access(random);
    var wish = new JsonObject().put("name", "Base " + names).put("access", json(access));
    var made = owner.post(BASES, wish.encode());
    assertEquals(201, made.status(), made::body);
    model.holds(made.json().at("/base/id").asText(), access);
  }

  private void deleteBase(String base) {
    assertEquals(204, owner.delete(BASES + "/" + base).status());
    model.gone(base);
  }

  private void decide(Random random, String base) {
    var access = access(random);
    model.opens(base, access);
    var path = BASES + "/" + base + "/access";
    var reply = owner.send("PUT", path, json(access).encode());
    assertEquals(200, reply.status(), reply::body);
    model.holds(base, access);
  }

  private void add(String base) {
    names++;
    var name = "d" + names + ".md";
    var put = owner.upload(base, name, "# Otters\n\nThe otter number " + names + ".\n");
    assertEquals(202, put.status(), put::body);
    model.added(put.json().path("id").asText(), base);
  }

  private void delete(String document) {
    assertEquals(204, owner.delete(DOCUMENTS + "/" + document).status());
    model.deleted(document);
  }

  private static Access access(Random random) {
    var subjects =
        List.of("amy", "mia", "max", "agent", "member").stream()
            .filter(_ -> random.nextInt(4) == 0)
            .collect(toSet());
    return new Access(random.nextInt(4) == 0, subjects);
  }

  private static JsonObject json(Access access) {
    var grants = new JsonArray();
    for (var subject : access.subjects()) {
      var grant = new JsonObject().put("level", "reader");
      grants.add(
          IDS.containsKey(subject)
              ? grant.put("user_id", IDS.get(subject))
              : grant.put("role", subject));
    }
    return new JsonObject()
        .put("everybody", access.everybody() ? "reader" : "none")
        .put("grants", grants);
  }

  private static <T> T pick(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /// Somebody looks, in one of the ways there are.
  private void look(Random random) {
    var eyes = pick(random, EYES);
    var person = eyes.person();
    var client = eyes.client();
    var before = model.now();
    var way = random.nextInt(4);
    var found =
        switch (way) {
          case 0 -> found(client, "text");
          case 1 -> found(client, "hybrid");
          case 2 -> listed(client);
          default -> opened(random, client);
        };
    looks.incrementAndGet();
    // One that is being added may be there before whoever adds it knows its id.
    Await.until("the documents are known", () -> model.knows(found));
    var much = new HashSet<>(found);
    much.removeAll(model.since(person, before));
    if (!much.isEmpty()) {
      leaks.add(person + " in way " + way + " saw " + much);
    }
  }

  private static Set<String> found(Client client, String mode) {
    var wish = new JsonObject().put("query", "otter").put("mode", mode).put("limit", 50);
    var reply = client.post("/api/v1/knowledge/search", wish.encode());
    assertEquals(200, reply.status(), reply::body);
    return StreamSupport.stream(reply.json().path("passages").spliterator(), false)
        .map(passage -> passage.path("document_id").asText())
        .collect(toSet());
  }

  private static Set<String> listed(Client client) {
    var reply = client.get(DOCUMENTS + "?limit=100");
    assertEquals(200, reply.status(), reply::body);
    return StreamSupport.stream(reply.json().path("documents").spliterator(), false)
        .map(document -> document.path("id").asText())
        .collect(toSet());
  }

  private Set<String> opened(Random random, Client client) {
    var all = model.documents();
    if (all.isEmpty()) {
      return Set.of();
    }
    var document = pick(random, all);
    var path = DOCUMENTS + "/" + document + (random.nextBoolean() ? "/content" : "");
    return client.get(path).status() == 200 ? Set.of(document) : Set.of();
  }

  private void everybodySeesWhatTheyMay() {
    for (var eyes : EYES) {
      var visible = model.visible(eyes.person());
      assertEquals(visible, listed(eyes.client()), () -> eyes.person() + " is shown a list");
      Await.until(
          eyes.person() + " finds " + visible,
          () -> found(eyes.client(), "hybrid").equals(visible));
    }
  }

  /// Somebody at one of the replicas.
  private record Eyes(String person, Client client) {}

  private static String url(ConnectSettings as) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(as.user(), as.password().value(), as.host(), as.port(), as.database());
  }
}
