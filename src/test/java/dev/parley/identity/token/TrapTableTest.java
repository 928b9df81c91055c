package dev.parley.identity.token;

import static dev.parley.identity.token.Tokens.KEY;
import static dev.parley.identity.token.Tokens.NOW;
import static dev.parley.identity.token.Tokens.SEED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.identity.token.TokenConfig.Algorithm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrapTableTest {
  /// Keys of both kinds, so that each can be taken for the other.
  private static final TokenConfig BOTH =
      Tokens.config(Algorithm.HS256, KEY, "", "", Tokens.text(SEED));

  @TempDir Path dataDir;

  @Test
  void everyForgedTokenIsRefused() {
    var tokens = Tokens.at(NOW, BOTH, dataDir);
    var good = Forge.hmac(KEY, TrapTable.header(), TrapTable.payload());
    var taken = new ArrayList<String>();
    var traps = TrapTable.all();
    traps.forEach((name, token) -> {
      assertNotEquals(good, token, name + " is no trap");
      tokens.check(token).ifPresent(_ -> taken.add(name));
    });

    assertEquals(List.of(), taken);
    assertTrue(traps.size() >= 100, traps.size() + " traps");
    assertTrue(tokens.check(good).isPresent());
  }

  @Test
  void noLetterOfATokenCanBeChangedAddedOrLeftOut() {
    var tokens = Tokens.at(NOW, BOTH, dataDir);
    var good = tokens.issue(Tokens.ANA).token();
    for (var i = 0; i < good.length(); i++) {
      var letter = good.charAt(i) == 'A' ? 'B' : 'A';
      var before = good.substring(0, i);
      assertEquals(Optional.empty(), tokens.check(before + letter + good.substring(i + 1)));
      assertEquals(Optional.empty(), tokens.check(before + letter + good.substring(i)));
      assertEquals(Optional.empty(), tokens.check(before + good.substring(i + 1)));
      assertEquals(Optional.empty(), tokens.check(before));
    }
  }
}
