package dev.parley.identity.token;

import static dev.parley.identity.token.Tokens.ANA;
import static dev.parley.identity.token.Tokens.KEY;
import static dev.parley.identity.token.Tokens.NOW;
import static dev.parley.identity.token.Tokens.OTHER_KEY;
import static dev.parley.identity.token.Tokens.OTHER_SEED;
import static dev.parley.identity.token.Tokens.SEED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.identity.token.TokenConfig.Algorithm;
import dev.parley.platform.config.ConfigFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTokensTest {
  @TempDir Path dataDir;

  @Test
  void whatWasIssuedIsUnderstood() {
    var tokens = tokens(Tokens.hs256(KEY, ""));
    var issued = tokens.issue(ANA);

    assertEquals(Optional.of(ANA), tokens.check(issued.token()));
    assertEquals(Instant.ofEpochSecond(NOW + 600), issued.expires());
    assertFalse(issued.toString().contains("ey"));
  }

  @Test
  void theTokenSaysWhatRfc9068Asks() {
    var parts = tokens(Tokens.hs256(KEY, "")).issue(ANA).token().split("\\.", -1);
    var header = Forge.decode(parts[0]);
    var payload = Forge.decode(parts[1]);

    assertTrue(header.contains("\"alg\":\"HS256\""), header);
    assertTrue(header.contains("\"typ\":\"at+jwt\""), header);
    assertTrue(header.contains("\"kid\":\"" + Forge.kid(Forge.bytes(KEY)) + "\""), header);
    for (var claim : new String[] {"iss", "aud", "sub", "tid", "sid", "role", "jti"}) {
      assertTrue(payload.contains("\"" + claim + "\":\""), payload);
    }
    assertTrue(payload.contains("\"iat\":" + NOW + ","), payload);
    assertTrue(payload.contains("\"exp\":" + (NOW + 600)), payload);
  }

  @Test
  void noTwoTokensHaveOneId() {
    var tokens = tokens(Tokens.hs256(KEY, ""));

    assertNotEquals(tokens.issue(ANA).token(), tokens.issue(ANA).token());
  }

  @Test
  void itIsGoodForItsLifeAndHalfAMinuteMore() {
    var config = Tokens.hs256(KEY, "");
    var token = tokens(config).issue(ANA).token();

    assertTrue(Tokens.at(NOW - 30, config, dataDir).check(token).isPresent());
    assertTrue(Tokens.at(NOW + 629, config, dataDir).check(token).isPresent());
    assertEquals(Optional.empty(), Tokens.at(NOW - 31, config, dataDir).check(token));
    assertEquals(Optional.empty(), Tokens.at(NOW + 630, config, dataDir).check(token));
  }

  @Test
  void theKeyBeforeIsStillTakenAndTheOneBeforeThatIsNot() {
    var token = tokens(Tokens.hs256(KEY, "")).issue(ANA).token();

    assertEquals(Optional.of(ANA), tokens(Tokens.hs256(OTHER_KEY, KEY)).check(token));
    assertEquals(Optional.empty(), tokens(Tokens.hs256(OTHER_KEY, "")).check(token));
    var fresh = tokens(Tokens.hs256(OTHER_KEY, KEY)).issue(ANA).token();
    assertEquals(Optional.of(ANA), tokens(Tokens.hs256(OTHER_KEY, "")).check(fresh));
  }

  @Test
  void edDsaKeysAreTurnedTheSameWay() {
    var token = tokens(Tokens.eddsa(SEED, "")).issue(ANA).token();

    assertTrue(Forge.decode(token.split("\\.", -1)[0]).contains("\"alg\":\"EdDSA\""));
    assertEquals(Optional.of(ANA), tokens(Tokens.eddsa(SEED, "")).check(token));
    assertEquals(
        Optional.of(ANA), tokens(Tokens.eddsa(OTHER_SEED, Tokens.text(SEED))).check(token));
    assertEquals(Optional.empty(), tokens(Tokens.eddsa(OTHER_SEED, "")).check(token));
  }

  @Test
  void aChangeOfAlgorithmSignsNobodyOut() {
    var hs256 = tokens(Tokens.hs256(KEY, "")).issue(ANA).token();
    var eddsa = Tokens.config(Algorithm.EDDSA, "", KEY, Tokens.text(SEED), "");

    assertEquals(Optional.of(ANA), tokens(eddsa).check(hs256));
    var back = Tokens.config(Algorithm.HS256, KEY, "", "", Tokens.text(SEED));
    assertEquals(Optional.of(ANA), tokens(back).check(tokens(eddsa).issue(ANA).token()));
  }

  @Test
  void handMadeTokensOfBothKindsAreTaken() {
    var payload = TrapTable.payload();
    var hs256 = Forge.hmac(KEY, TrapTable.header(), payload);
    var publicKey = new Ed25519PrivateKeyParameters(SEED).generatePublicKey().getEncoded();
    var header = "{\"alg\":\"EdDSA\",\"typ\":\"at+jwt\",\"kid\":\"" + Forge.kid(publicKey) + "\"}";

    assertEquals(Optional.of(ANA), tokens(Tokens.hs256(KEY, "")).check(hs256));
    assertEquals(
        Optional.of(ANA),
        tokens(Tokens.eddsa(SEED, "")).check(Forge.ed25519(SEED, header, payload)));
  }

  @Test
  void onlyPublicKeysArePublished() {
    assertEquals("{\"keys\":[]}", tokens(Tokens.hs256(KEY, OTHER_KEY)).jwks());

    var published = tokens(Tokens.eddsa(SEED, Tokens.text(OTHER_SEED))).jwks();
    var publicKey = new Ed25519PrivateKeyParameters(SEED).generatePublicKey().getEncoded();
    assertTrue(published.contains("\"x\":\"" + Forge.encode(publicKey) + "\""), published);
    assertTrue(published.contains("\"kid\":\"" + Forge.kid(publicKey) + "\""), published);
    assertEquals(2, published.split("\"crv\":\"Ed25519\"", -1).length - 1);
    assertFalse(published.contains("\"d\""), published);
  }

  @Test
  void withoutAKeyOneIsMadeAndKept() {
    var token = tokens(Tokens.hs256("", "")).issue(ANA).token();

    assertEquals(Optional.of(ANA), tokens(Tokens.hs256("", "")).check(token));
    assertTrue(Files.exists(dataDir.resolve("keys/token-secret")));
    var eddsa = Tokens.config(Algorithm.EDDSA, "", "", "", "");
    assertEquals(Optional.of(ANA), tokens(eddsa).check(tokens(eddsa).issue(ANA).token()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "0123456789abcdef0123456789abcde"})
  void aShortKeyIsRefused(String key) {
    assertThrows(ConfigFault.class, () -> Tokens.hs256(key, ""));
    assertThrows(ConfigFault.class, () -> Tokens.hs256(KEY, key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AAAA", "not base 64 but quite long, you see, really"})
  void aSeedIs32Bytes(String seed) {
    assertThrows(ConfigFault.class, () -> Tokens.config(Algorithm.EDDSA, "", "", seed, ""));
  }

  private AccessTokens tokens(TokenConfig config) {
    return Tokens.at(NOW, config, dataDir);
  }
}
