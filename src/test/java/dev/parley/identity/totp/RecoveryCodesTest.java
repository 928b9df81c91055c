package dev.parley.identity.totp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.UserId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecoveryCodesTest {
  private static final UserId ANA = new UserId(new UUID(0, 1));
  private static final UserId BEN = new UserId(new UUID(0, 2));

  @Test
  void thereAreTenAndNoneTwice() {
    var codes = new RecoveryCodes().mint();

    assertEquals(10, new HashSet<>(codes).size());
    codes.forEach(code -> assertTrue(code.matches("[a-z2-7]{5}-[a-z2-7]{5}"), code));
  }

  @Test
  void howItIsTypedDoesNotMatter() {
    var code = new RecoveryCodes().mint().getFirst();
    var typed = " " + code.replace("-", " ").toUpperCase(Locale.ROOT);

    assertTrue(RecoveryCodes.isOne(typed));
    assertArrayEquals(RecoveryCodes.hash(ANA, code), RecoveryCodes.hash(ANA, typed));
  }

  @Test
  void theHashBelongsToOneUser() {
    var ana = RecoveryCodes.hash(ANA, "abcde-fghij");

    assertEquals(32, ana.length);
    assertFalse(Arrays.equals(ana, RecoveryCodes.hash(BEN, "abcde-fghij")));
    assertFalse(Arrays.equals(ana, RecoveryCodes.hash(ANA, "abcde-fghik")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456", "abcde-fghi", "abcde-fghijk", "abcde-fgh1j"})
  void otherTextsAreNone(String typed) {
    assertFalse(RecoveryCodes.isOne(typed));
  }
}
