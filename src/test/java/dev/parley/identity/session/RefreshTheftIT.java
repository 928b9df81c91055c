package dev.parley.identity.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.WorkspaceId;
import dev.parley.identity.password.Passwords;
import dev.parley.identity.session.StolenFamily.Played;
import dev.parley.platform.mail.Mailer.Letter;
import dev.parley.testkit.Letterbox;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import dev.parley.testkit.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A thousand thefts of refresh tokens, each found out; and a thousand people with two tabs, none
/// of whom is ever signed out.
final class RefreshTheftIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();
  @TempDir static Path folder;

  private static final int FAMILIES = 1_000;
  private static final int ROUNDS = 2;
  private static final int AT_ONCE = 8;
  private static final long SEED = 20_260_131;
  private static final UUID THEFTS = new UUID(0x7001L, 1);
  private static final UUID TABS = new UUID(0x7002L, 1);

  private static final String REUSE = "action = 'session.reuse_detected'";
  private static final Letterbox LETTERS = new Letterbox();
  private static final Passwords PASSWORDS = new Passwords();

  @BeforeAll
  static void people() {
    for (var workspace : List.of(THEFTS, TABS)) {
      var _ =
          SqlScript.run(
              POSTGRES.vertx(),
              POSTGRES.administrator(),
              """
              INSERT INTO workspace (id, name, created_at) VALUES ('%1$s', 'Otters', now());
              INSERT INTO app_user (workspace_id, id, email, name, role, created_at)
              SELECT '%1$s', ('%2$s' || lpad(to_hex(n), 12, '0'))::uuid, '%2$s' || n || '@example.org',
                     'Somebody', 'member', now()
              FROM generate_series(0, %3$d) n
              """
                  .formatted(workspace, prefix(workspace), FAMILIES - 1));
    }
  }

  @AfterAll
  static void stop() {
    PASSWORDS.close();
  }

  @Test
  void everyTheftIsFoundOutAtTheFirstLateUse() {
    var played =
        inParallel(
            family -> new StolenFamily(rig(THEFTS), user(THEFTS, family), SEED + family).play());

    assertEquals(FAMILIES, played.size());
    assertEquals(FAMILIES, count(THEFTS, "sign_in_session", "ended_by = 'session.reuse_detected'"));
    assertEquals(0, count(THEFTS, "sign_in_session", "ended_at IS NULL"));
    assertEquals(FAMILIES, count(THEFTS, "audit_event", REUSE));
    assertEquals(FAMILIES, number("SELECT count(DISTINCT target) FROM audit_event WHERE " + REUSE));
    assertEquals(FAMILIES, lettersTo(THEFTS));
    System.out.printf(
        "%d thefts: %d uses, %d led on, %d were superseded, %d ended their session%n",
        FAMILIES,
        played.stream().mapToInt(Played::uses).sum(),
        played.stream().mapToInt(Played::renewed).sum(),
        played.stream().mapToInt(Played::superseded).sum(),
        FAMILIES);
  }

  @Test
  void twoTabsAndLostAnswersSignNobodyOut() {
    var refreshes =
        inParallel(person -> twoTabs(rig(TABS), user(TABS, person), new Random(SEED + person)));

    assertEquals(FAMILIES * ROUNDS * 4, refreshes.stream().mapToInt(Integer::intValue).sum());
    assertEquals(FAMILIES, count(TABS, "sign_in_session", "ended_at IS NULL"));
    assertEquals(0, count(TABS, "audit_event", REUSE));
    assertEquals(0, lettersTo(TABS));
    System.out.printf(
        "%d people with two tabs: %d refreshes, 0 signed out%n", FAMILIES, FAMILIES * ROUNDS * 4);
  }

  /// Both tabs ask at once; the answer of one is lost twice, and it asks again in time.
  ///
  /// @return how many refreshes were answered
  private static int twoTabs(SignInRig rig, UUID user, Random random) throws Exception {
    var token = rig.begin(user).refreshToken();
    var answered = 0;
    for (var round = 0; round < ROUNDS; round++) {
      var both = atOnce(rig, token);
      var pause = random.nextInt(10_000);
      rig.clock.advance(Duration.ofMillis(pause));
      var again = rig.refresh(token);
      rig.clock.advance(Duration.ofMillis(10_000 - pause));
      var last = rig.refresh(token);

      var next = both.getFirst().refreshToken();
      for (var entered : List.of(both.getFirst(), both.getLast(), again, last)) {
        assertEquals(next, entered.refreshToken());
        assertTrue(rig.isIn(entered));
        answered++;
      }
      assertNotEquals(token, next);
      token = next;
      rig.clock.advance(Duration.ofMinutes(1 + random.nextInt(600)));
    }
    return answered;
  }

  private static List<Entered> atOnce(SignInRig rig, String token) throws Exception {
    var barrier = new CyclicBarrier(2);
    try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Entered> tab =
          () -> {
            var _ = barrier.await();
            return rig.refresh(token);
          };
      var one = tabs.submit(tab);
      var other = tabs.submit(tab);
      return List.of(one.get(), other.get());
    }
  }

  private interface Story<T> {
    T tell(int number) throws Exception;
  }

  /// Virtual threads all, because stories wait; few at once, because the pool is small.
  private static <T> List<T> inParallel(Story<T> story) {
    try (ExecutorService stories =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      var all = new ArrayList<Future<T>>();
      for (var i = 0; i < FAMILIES; i++) {
        var number = i;
        all.add(stories.submit(() -> story.tell(number)));
      }
      return all.stream().map(RefreshTheftIT::result).toList();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SignInRig rig(UUID workspace) {
    var stores =
        new SignInRig.Stores(
            POSTGRES.database(), PASSWORDS, LETTERS, new WorkspaceId(workspace), folder);
    return new SignInRig(stores, new TestClock(), SignInRig.tokens("k".repeat(32), ""));
  }

  private static long lettersTo(UUID workspace) {
    return LETTERS.letters().stream()
        .map(Letter::to)
        .filter(to -> to.startsWith(prefix(workspace)))
        .distinct()
        .count();
  }

  private static String prefix(UUID workspace) {
    return workspace.toString().substring(0, 24);
  }

  private static UUID user(UUID workspace, int number) {
    return UUID.fromString("%s%012x".formatted(prefix(workspace), number));
  }

  private static long count(UUID workspace, String table, String where) {
    return number(
        "SELECT count(*) FROM %s WHERE workspace_id = '%s' AND %s"
            .formatted(table, workspace, where));
  }

  private static long number(String sql) {
    return SqlScript.run(POSTGRES.vertx(), POSTGRES.administrator(), sql)
        .iterator()
        .next()
        .getLong(0);
  }
}
