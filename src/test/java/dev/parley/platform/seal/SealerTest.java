package dev.parley.platform.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.WorkspaceId;
import dev.parley.platform.config.ConfigFault;
import dev.parley.platform.config.Secret;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SealerTest {
  private static final WorkspaceId OURS = new WorkspaceId(new UUID(0, 1));
  private static final Place PLACE = new Place("app_user", "totp_seed", OURS, "7");
  private static final String ONE = "one:" + key(1);
  private static final String TWO = "two:" + key(2);
  private static final String TEXT = "a text of more than thirty-two letters, with commas";

  @TempDir Path dataDir;

  @Test
  void whatWasSealedOpensInItsPlace() {
    var sealer = sealer(ONE);

    assertEquals("grüße", sealer.openText(sealer.seal("grüße", PLACE), PLACE));
    assertEquals("", sealer.openText(sealer.seal("", PLACE), PLACE));
    var bytes = new byte[] {0, -1, 127, -128};
    assertArrayEquals(bytes, sealer.open(sealer.seal(bytes, PLACE), PLACE));
  }

  @Test
  void theSameTextIsNeverSealedAlike() {
    var sealer = sealer(ONE);

    assertNotEquals(sealer.seal("secret", PLACE), sealer.seal("secret", PLACE));
  }

  @Test
  void theFormNamesVersionAndKey() {
    var parts = List.of(sealer(ONE).seal("secret", PLACE).split("\\.", -1));

    assertEquals(List.of("v1", "one"), parts.subList(0, 2));
    assertEquals(List.of(16, 30), parts.subList(2, 4).stream().map(String::length).toList());
  }

  @Test
  void itOpensNowhereElse() {
    var sealer = sealer(ONE);
    var sealed = sealer.seal("secret", PLACE);
    var others =
        List.of(
            new Place("app_users", "totp_seed", OURS, "7"),
            new Place("app_user", "password_hash", OURS, "7"),
            new Place("app_user", "totp_seed", new WorkspaceId(new UUID(0, 2)), "7"),
            new Place("app_user", "totp_seed", OURS, "8"),
            new Place("app_user", "totp_seed", OURS, "7|"));

    for (var other : others) {
      var broken = assertThrows(BrokenSealException.class, () -> sealer.open(sealed, other));
      assertTrue(broken.getMessage().contains("moved from elsewhere"), broken.getMessage());
    }
  }

  @Test
  void namesOfColumnsHoldNothingThatSeparates() {
    assertThrows(
        IllegalArgumentException.class, () -> new Place("app_user|x", "totp_seed", OURS, "7"));
  }

  @Test
  void noLetterCanBeChangedAddedOrLeftOut() {
    var sealer = sealer(ONE);
    var sealed = sealer.seal("a secret", PLACE);

    for (var i = 0; i < sealed.length(); i++) {
      for (var letter : "AQgw_-.=0v2 é".toCharArray()) {
        if (sealed.charAt(i) != letter) {
          refuses(sealer, sealed.substring(0, i) + letter + sealed.substring(i + 1));
        }
        refuses(sealer, sealed.substring(0, i) + letter + sealed.substring(i));
      }
      refuses(sealer, sealed.substring(0, i));
      refuses(sealer, sealed.substring(0, i) + sealed.substring(i + 1));
    }
    refuses(sealer, sealed + "=");
    refuses(sealer, sealed + "A");
  }

  @Test
  void noBitOfTheTextCanBeTurned() {
    var sealer = sealer(ONE);
    var parts = sealer.seal("a secret", PLACE).split("\\.", -1);
    for (var part = 2; part < 4; part++) {
      var bytes = Base64.getUrlDecoder().decode(parts[part]);
      for (var bit = 0; bit < bytes.length * 8; bit++) {
        var turned = bytes.clone();
        turned[bit / 8] ^= (byte) (1 << bit % 8);
        var changed = parts.clone();
        changed[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(turned);
        refuses(sealer, String.join(".", changed));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1", "plain text", "v1...", "v2.one.AAAA.AAAA", "v1.one.AAAA.AAAA"})
  void whatWasNeverSealedIsRefused(String text) {
    refuses(sealer(ONE), text);
  }

  @Test
  void aKeyIsTurnedInThreeSteps() {
    var old = sealer(ONE).seal("secret", PLACE);
    var turning = sealer(TWO + ", " + ONE);

    assertEquals("secret", turning.openText(old, PLACE));
    assertFalse(turning.isCurrent(old));
    var fresh = turning.seal(turning.open(old, PLACE), PLACE);
    assertTrue(turning.isCurrent(fresh));
    assertEquals("secret", sealer(TWO).openText(fresh, PLACE));
    var broken = assertThrows(BrokenSealException.class, () -> sealer(TWO).open(old, PLACE));
    assertTrue(broken.getMessage().contains("ENCRYPTION_KEY"), broken.getMessage());
  }

  @Test
  void aTextIsAKeyAndCanBeTurnedToo() {
    var plain = "0123456789abcdef0123456789ABCDEF";
    var old = sealer(plain).seal("secret", PLACE);

    assertTrue(old.startsWith("v1.k1."));
    assertEquals("secret", sealer(ONE + "," + plain).openText(old, PLACE));
    assertEquals("x", sealer(TEXT).openText(sealer(TEXT).seal("x", PLACE), PLACE));
    refuses(sealer(TEXT), old);
  }

  @Test
  void anotherKeyOfTheSameIdDoesNotOpen() {
    refuses(sealer("one:" + key(3)), sealer(ONE).seal("secret", PLACE));
  }

  @Test
  void withoutAKeyOneIsMadeAndKept() {
    var sealed = sealer("").seal("secret", PLACE);

    assertEquals("secret", sealer("").openText(sealed, PLACE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "0123456789abcdef0123456789abcde",
        "one:",
        "one:AAAA",
        "one:not base 64 but quite long nevertheless, you see",
        "one:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,one:BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "one:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,",
        "one:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,short"
      })
  void whatIsNoKeyStopsTheStartAndIsNotShown(String text) {
    var fault = assertThrows(ConfigFault.class, () -> new SealConfig(new Secret(text), false));

    assertTrue(fault.getMessage().startsWith("encryption-key must"), fault.getMessage());
    assertFalse(fault.getMessage().contains("AAAA"));
  }

  private static void refuses(Sealer sealer, String sealed) {
    var broken = assertThrows(BrokenSealException.class, () -> sealer.open(sealed, PLACE), sealed);
    assertFalse(broken.getMessage().contains("a secret"));
  }

  private Sealer sealer(String keys) {
    return Sealer.of(new SealConfig(new Secret(keys), false), dataDir);
  }

  private static String key(int filling) {
    var bytes = new byte[32];
    bytes[0] = (byte) filling;
    return Base64.getEncoder().encodeToString(bytes);
  }
}
