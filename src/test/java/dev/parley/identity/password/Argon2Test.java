package dev.parley.identity.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.identity.password.Argon2.Cost;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Argon2Test {
  private static final Cost CHEAP = new Cost(64, 1, 1);

  @Test
  void theLibraryComputesTheTestVectorOfRfc9106() {
    var parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(32)
            .withIterations(3)
            .withParallelism(4)
            .withSalt(filled(16, 2))
            .withSecret(filled(8, 3))
            .withAdditional(filled(12, 4))
            .build();
    var generator = new Argon2BytesGenerator();
    generator.init(parameters);
    var tag = new byte[32];
    generator.generateBytes(filled(32, 1), tag);

    assertEquals(
        "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
        HexFormat.of().formatHex(tag));
  }

  /// From the test file of the reference implementation.
  @Test
  void textsOfTheReferenceImplementationAreUnderstood() {
    var stored =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ" + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    assertTrue(Argon2.parse(stored).matches("password"));
    assertFalse(Argon2.parse(stored).matches("Password"));
    assertEquals(stored, Argon2.parse(stored).toString());
    var salt = "somesalt".getBytes(StandardCharsets.US_ASCII);
    assertEquals(stored, Argon2.hash("password", salt, new Cost(256, 2, 1)).toString());
  }

  @Test
  void aTextIsReadBackAsItWasWritten() {
    var hash = Argon2.hash("grüße an alle", filled(16, 7), CHEAP);
    var read = Argon2.parse(hash.toString());

    assertEquals(CHEAP, read.cost());
    assertTrue(read.matches("grüße an alle"));
    assertFalse(read.matches("gruße an alle"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "password",
        "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
        "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=4,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4 "
      })
  void otherTextsAreRefused(String stored) {
    assertThrows(IllegalArgumentException.class, () -> Argon2.parse(stored));
  }

  private static byte[] filled(int length, int value) {
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
