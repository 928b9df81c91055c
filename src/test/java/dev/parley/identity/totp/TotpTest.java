package dev.parley.identity.totp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TotpTest {
  /// The key of the test values of RFC 6238 and RFC 4226.
  private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);
  private static final long STEP = 37_037_036;

  private final Totp totp = new Totp();

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void theDigitsAreThoseOfRfc6238(long second, String eightDigits) {
    var bits = Totp.truncated(KEY, second / 30);

    assertEquals(eightDigits, String.format(Locale.ROOT, "%08d", bits % 100_000_000));
    assertEquals(eightDigits.substring(2), Totp.code(KEY, second / 30));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
    "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
  })
  void theCodesAreThoseOfRfc4226(long counter, String code) {
    assertEquals(code, Totp.code(KEY, counter));
  }

  @Test
  void theStepBeforeAndTheNextAreTakenAndNoOther() {
    for (var off = -3; off <= 3; off++) {
      var taken = totp.accept(SEED, Totp.code(KEY, STEP + off), 0, NOW);

      assertEquals(Math.abs(off) <= 1 ? OptionalLong.of(STEP + off) : OptionalLong.empty(), taken);
    }
  }

  @Test
  void eachStepIsGoodOnceAndSoIsNoneBeforeIt() {
    var step = totp.accept(SEED, Totp.code(KEY, STEP), STEP - 1, NOW).orElseThrow();

    assertEquals(OptionalLong.empty(), totp.accept(SEED, Totp.code(KEY, STEP), step, NOW));
    assertEquals(OptionalLong.empty(), totp.accept(SEED, Totp.code(KEY, STEP - 1), step, NOW));
    assertEquals(OptionalLong.of(STEP + 1), totp.accept(SEED, Totp.code(KEY, STEP + 1), step, NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"081 804", " 081804 "})
  void spacesArePassedOver(String typed) {
    assertEquals(OptionalLong.of(STEP), totp.accept(SEED, typed, 0, NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "81804", "0081804", "07081804", "08180x", "-81804", "٠٨١٨٠٤"})
  void whatIsNotSixDigitsIsRefused(String typed) {
    assertEquals(OptionalLong.empty(), totp.accept(SEED, typed, 0, NOW));
  }

  @Test
  void aNewSeedHas160Bits() {
    var seed = totp.newSeed();

    assertEquals(32, seed.length());
    assertEquals(20, Base32.decode(seed).length);
    assertNotEquals(seed, totp.newSeed());
  }

  @Test
  void theAddressIsWhatAppsRead() {
    assertEquals(
        "otpauth://totp/Parley:ana%20b%2Bc%40example.org?secret="
            + SEED
            + "&issuer=Parley&algorithm=SHA1&digits=6&period=30",
        Totp.uri(SEED, "ana b+c@example.org"));
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
  void base32IsThatOfRfc4648(String text, String encoded) {
    assertEquals(encoded, Base32.encode(text.getBytes(StandardCharsets.US_ASCII)));
    assertEquals(text, new String(Base32.decode(encoded), StandardCharsets.US_ASCII));
  }

  @Test
  void base32HasNoOneAndNoSmallLetters() {
    assertThrows(IllegalArgumentException.class, () -> Base32.decode("MZXW1"));
    assertThrows(IllegalArgumentException.class, () -> Base32.decode("mzxw6"));
  }
}
