package dev.parley.identity.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.http.HttpProblem;
import dev.parley.testkit.Await;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordsTest {
  private static final String GOOD = "three blind mice";

  private final Passwords passwords = new Passwords();

  @AfterEach
  void close() {
    passwords.close();
  }

  @Test
  void onlyThePasswordThatWasHashedMatches() {
    var stored = Await.of(passwords.hash(GOOD));

    assertTrue(stored.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), stored);
    assertTrue(Await.of(passwords.matches(GOOD, stored)));
    assertFalse(Await.of(passwords.matches("three blind mouse", stored)));
    assertFalse(Await.of(passwords.matches("", stored)));
  }

  @Test
  void theSamePasswordIsNeverStoredAlike() {
    assertNotEquals(Await.of(passwords.hash(GOOD)), Await.of(passwords.hash(GOOD)));
  }

  @Test
  void howTheKeyboardComposesALetterDoesNotMatter() {
    var stored = Await.of(passwords.hash("gr\u00fc\u00dfe an alle"));

    assertTrue(Await.of(passwords.matches("gru\u0308\u00dfe an alle", stored)));
  }

  @Test
  void nothingIsCutOff() {
    var long128 = "x".repeat(127);
    var stored = Await.of(passwords.hash(long128 + "y"));

    assertFalse(Await.of(passwords.matches(long128 + "z", stored)));
    assertFalse(Await.of(passwords.matches(long128 + "yy", stored)));
  }

  @Test
  void noAccountTakesAsLongAsAWrongPassword() {
    var stored = Await.of(passwords.hash(GOOD));
    var wrong = new long[21];
    var none = new long[wrong.length];
    for (var i = 0; i < wrong.length; i++) {
      wrong[i] = nanosOf(passwords.matches("a wrong one", stored));
      none[i] = nanosOf(passwords.matches("a wrong one", null));
    }
    Arrays.sort(wrong);
    Arrays.sort(none);
    var middle = wrong.length / 2;

    assertEquals(1.0, (double) none[middle] / wrong[middle], 0.5);
  }

  private static long nanosOf(Future<Boolean> check) {
    var begun = System.nanoTime();
    assertFalse(Await.of(check));
    return System.nanoTime() - begun;
  }

  @Test
  void atMost34AreTakenAndTheRestIsToldToComeBack() {
    var asked = new ArrayList<Future<Boolean>>();
    for (var i = 0; i < 100; i++) {
      asked.add(passwords.matches(GOOD, null));
    }
    var refused = asked.stream().filter(Future::failed).toList();

    // Some of the first may be done before the last is asked for.
    assertTrue(refused.size() >= 55 && refused.size() <= 66, refused.size() + " were refused");
    refused.forEach(it -> assertSame(HttpProblem.Overloaded.class, it.cause().getClass()));
    asked.stream().filter(it -> !it.failed()).forEach(it -> assertFalse(Await.of(it)));
    assertFalse(Await.of(passwords.matches(GOOD, null)));
  }

  @Test
  void afterTheEndNothingIsTakenAndWhatWasTakenIsDone() {
    var taken = passwords.hash(GOOD);
    passwords.close();

    assertTrue(Await.of(taken).startsWith("$argon2id$"));
    var _ = Await.failure(HttpProblem.Draining.class, passwords.hash(GOOD));
  }

  @Test
  void theFutureEndsOnTheContextOfTheCaller() {
    var vertx = Vertx.vertx();
    try {
      var seen = Promise.<Boolean>promise();
      vertx.runOnContext(_ -> {
        var loop = Vertx.currentContext();
        var _ =
            passwords
                .matches(GOOD, null)
                .onComplete(_ -> seen.complete(Objects.equals(Vertx.currentContext(), loop)));
      });

      assertTrue(Await.of(seen.future()));
    } finally {
      Await.end(vertx.close());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"seven77", "half a character \ud83d"})
  void whatTheRulesRefuseIsNotHashed(String password) {
    var _ = Await.failure(IllegalArgumentException.class, passwords.hash(password));
  }

  @Test
  void aDamagedHashIsAFaultAndNotAWrongPassword() {
    var _ = Await.failure(IllegalArgumentException.class, passwords.matches(GOOD, "$2b$12$x"));
  }

  @Test
  void aHashOfAnotherCostIsOutdated() {
    var salt = "$c29tZXNhbHRzb21lc2FsdA$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    assertFalse(passwords.outdated("$argon2id$v=19$m=19456,t=2,p=1" + salt));
    assertTrue(passwords.outdated("$argon2id$v=19$m=19456,t=1,p=1" + salt));
    assertTrue(passwords.outdated("$argon2id$v=19$m=12288,t=2,p=1" + salt));
    assertFalse(passwords.outdated(Await.of(passwords.hash(GOOD))));
  }
}
