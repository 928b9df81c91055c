package dev.parley.identity.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.WorkspaceId;
import dev.parley.identity.password.Passwords;
import dev.parley.testkit.Letterbox;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import dev.parley.testkit.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Changing the key of access tokens on two replicas, one after the other, while people ask: in the
/// order of the manual nobody is refused.
final class KeyRotationIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();
  @TempDir static Path folder;

  private static final int ROTATIONS = 20;
  private static final Duration PACE = Duration.ofMillis(5); // 200 a second
  private static final Duration STEP = Duration.ofMillis(200);
  private static final Duration LONG_STEP = Duration.ofSeconds(1);
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);
  private static final UUID WORKSPACE = new UUID(0x7003L, 1);
  private static final UUID USER = new UUID(0x7003L, 2);

  private static final Passwords PASSWORDS = new Passwords();

  private final TestClock clock = new TestClock();

  @BeforeAll
  static void person() {
    var _ =
        SqlScript.run(
            POSTGRES.vertx(),
            POSTGRES.administrator(),
            """
            INSERT INTO workspace (id, name, created_at) VALUES ('%1$s', 'Otters', now());
            INSERT INTO app_user (workspace_id, id, email, name, role, created_at)
            VALUES ('%1$s', '%2$s', 'mina@example.org', 'Mina', 'member', now())
            """
                .formatted(WORKSPACE, USER));
  }

  @AfterAll
  static void stop() {
    PASSWORDS.close();
  }

  @Test
  void threeStepsRefuseNobody() throws InterruptedException {
    var replicas = new Replicas(rig(0, -1), rig(0, -1));

    try (var visitors = new Visitors(replicas, clock, USER, PACE)) {
      visitors.begin();
      for (var next = 1; next <= ROTATIONS; next++) {
        roll(replicas, STEP, next - 1, next); // the next key is accepted
        roll(replicas, STEP, next, next - 1); // the next key signs
        clock.advance(TOKEN_LIFE);
        roll(replicas, STEP, next, -1); // the old key is dropped
      }
      visitors.end();

      System.out.println(ROTATIONS + " rotations: " + visitors);
      assertEquals(0, visitors.wronglyRefused());
      assertTrue(visitors.answered() > ROTATIONS * 50, visitors::toString);
    }
  }

  @Test
  void withoutTheFirstStepPeopleAreRefused() throws InterruptedException {
    var replicas = new Replicas(rig(100, -1), rig(100, -1));

    try (var visitors = new Visitors(replicas, clock, USER, PACE)) {
      visitors.begin();
      roll(replicas, LONG_STEP, 101, 100);
      visitors.end();

      System.out.println("Signing before both accept: " + visitors);
      assertTrue(visitors.wronglyRefused() > 0, visitors::toString);
    }
  }

  /// One replica after the other, with requests to both in between.
  private void roll(Replicas replicas, Duration step, int signing, int other)
      throws InterruptedException {
    for (var replica = 0; replica < 2; replica++) {
      replicas.replace(replica, rig(signing, other));
      Thread.sleep(step);
    }
  }

  private SignInRig rig(int signing, int other) {
    var stores =
        new SignInRig.Stores(
            POSTGRES.database(), PASSWORDS, new Letterbox(), new WorkspaceId(WORKSPACE), folder);
    return new SignInRig(
        stores, clock, SignInRig.tokens(key(signing), other < 0 ? "" : key(other)));
  }

  private static String key(int number) {
    return "a key of access tokens, number " + (1000 + number);
  }
}
