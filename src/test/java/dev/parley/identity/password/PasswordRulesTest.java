package dev.parley.identity.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.identity.password.PasswordRules.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordRulesTest {
  private static final String EMAIL = "Anabel@example.org";

  private final PasswordRules rules = new PasswordRules();

  @ParameterizedTest
  @CsvSource({
    "'', TOO_SHORT",
    "seven77, TOO_SHORT",
    "password, COMMON",
    "PassWord1, COMMON",
    "1q2w3e4r5t, COMMON",
    "iloveyou2, COMMON",
    "ANABEL-9281-tea, HOLDS_EMAIL",
    "my name is anabel, HOLDS_EMAIL",
    "parley12, ONLY_PRODUCT_NAME",
    "Parley-Parley!, ONLY_PRODUCT_NAME"
  })
  void whatGuessingBeginsWithIsRefused(String password, Refusal refusal) {
    assertEquals(Optional.of(refusal), rules.refusal(password, EMAIL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kettle-ox",
        "three blind mice",
        "parley with the boat",
        "пароль длиннее",
        "only small letters and spaces",
        "🐙🐙🐙🐙🐙🐙🐙🐙"
      })
  void othersAreTakenWhateverTheirLetters(String password) {
    assertEquals(Optional.empty(), rules.refusal(password, EMAIL));
  }

  @Test
  void lengthIsCountedInWholeCharacters() {
    assertEquals(Optional.of(Refusal.TOO_SHORT), rules.refusal("🐙".repeat(7), EMAIL));
    assertEquals(Optional.of(Refusal.TOO_SHORT), rules.refusal("u\u0308".repeat(7), EMAIL));
    assertEquals(Optional.empty(), rules.refusal("🐙".repeat(128), EMAIL));
    assertEquals(Optional.of(Refusal.TOO_LONG), rules.refusal("x".repeat(129), EMAIL));
    assertEquals(Optional.of(Refusal.TOO_LONG), rules.refusal("x".repeat(1_000_000), EMAIL));
  }

  @Test
  void halfACharacterIsNoText() {
    assertEquals(Optional.of(Refusal.NOT_TEXT), rules.refusal("half a character \ud83d", EMAIL));
  }

  @Test
  void aShortNameIsPartOfTooManyWords() {
    assertEquals(Optional.empty(), rules.refusal("the analyst left", "ana@example.org"));
  }

  @Test
  void theListIsLongAndEachOfItCouldBeChosen() {
    var all = CommonPasswords.load().all();

    assertTrue(all.size() >= 10_000, all.size() + " passwords");
    all.forEach(it -> assertTrue(it.length() >= 8 && !it.startsWith("# "), it));
  }
}
