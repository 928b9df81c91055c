package dev.parley.identity.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.identity.account.AccountProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// One sign-in whose refresh token was copied. Its owner and the thief take turns in an order and
/// with pauses of chance; what has to become of every use is computed here, from the rule alone: a
/// token leads to its successor until ten seconds after its first use, and ends everything later.
final class StolenFamily {
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final int MOST_USES = 25;

  private final SignInRig rig;
  private final Random random;
  private final List<Instant> firstUse = new ArrayList<>();
  private final List<String> chain = new ArrayList<>();
  private final int[] held = new int[2];
  private final Entered[] last = new Entered[2];

  private int uses;
  private int renewed;
  private int superseded;

  StolenFamily(SignInRig rig, UUID user, long seed) {
    this.rig = rig;
    this.random = new Random(seed);
    var entered = rig.begin(user);
    chain.add(entered.refreshToken());
    last[0] = entered;
    last[1] = entered;
  }

  /// Plays until the theft is found out.
  Played play() {
    var found = false;
    while (!found && uses < MOST_USES) {
      rig.clock.advance(pause());
      found = use(random.nextInt(2));
    }
    if (!found) { // lucky so far; the older copy comes out of a drawer
      rig.clock.advance(GRACE.plusMillis(1));
      held[1] = 0;
      assertEquals(true, use(1));
    }
    for (var who = 0; who < 2; who++) {
      assertSignedOut(chain.get(held[who]));
      assertFalse(rig.isIn(last[who]));
    }
    assertSignedOut(chain.getLast());
    return new Played(uses, renewed, superseded);
  }

  /// Within the grace, at its very end, or after it.
  private Duration pause() {
    return switch (random.nextInt(4)) {
      case 0 -> Duration.ofMillis(random.nextInt(4_000));
      case 1 -> GRACE;
      case 2 -> GRACE.plusMillis(1);
      default -> Duration.ofMillis(10_000 + random.nextInt(900_000));
    };
  }

  /// @return whether this use has to end the session
  private boolean use(int who) {
    uses++;
    var token = held[who];
    var now = rig.clock.instant();
    if (token == firstUse.size()) {
      firstUse.add(now);
      renew(who, token);
      return false;
    }
    if (now.isAfter(firstUse.get(token).plus(GRACE))) {
      assertSignedOut(chain.get(token));
      return true;
    }
    if (token + 1 == firstUse.size()) {
      renew(who, token);
    } else {
      superseded++;
      var _ = assertThrows(AccountProblem.Superseded.class, () -> rig.refresh(chain.get(token)));
    }
    return false;
  }

  private void renew(int who, int token) {
    renewed++;
    var entered = rig.refresh(chain.get(token));
    if (chain.size() == token + 1) {
      chain.add(entered.refreshToken());
    }
    assertEquals(chain.get(token + 1), entered.refreshToken());
    held[who] = token + 1;
    last[who] = entered;
  }

  private void assertSignedOut(String token) {
    var _ = assertThrows(AccountProblem.SignedOut.class, () -> rig.refresh(token));
  }

  /// How it went.
  record Played(int uses, int renewed, int superseded) {}
}
