package dev.parley.identity.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.identity.oidc.IdTokens.Expected;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;

final class IdTokensTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Expected EXPECTED = new Expected("https://id.example", "parley", "n-1");
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.EdDSA);

  private final RSAKey rsa = rsa("rsa", 2048);
  private final ECKey ec = ec("ec");
  private final JWKSet keys = new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK()));

  @Test
  void everyGoodAlgorithmIsTaken() throws JOSEException {
    assertEquals("nina", subject(signed(JWSAlgorithm.RS256, rsa, new RSASSASigner(rsa))));
    assertEquals("nina", subject(signed(JWSAlgorithm.PS256, rsa, new RSASSASigner(rsa))));
    assertEquals("nina", subject(signed(JWSAlgorithm.ES256, ec, new ECDSASigner(ec))));
  }

  @Test
  void ed25519IsTakenAndItsForgeryIsNot() {
    var secret = new Ed25519PrivateKeyParameters(new SecureRandom());
    var x = Base64URL.encode(secret.generatePublicKey().getEncoded());
    var key = new OctetKeyPair.Builder(Curve.Ed25519, x).keyID("ed").build();
    var header = new JWSHeader.Builder(JWSAlgorithm.EdDSA).keyID("ed").build();
    var input = header.toBase64URL() + "." + claims().build().toPayload().toBase64URL();
    var bytes = input.getBytes(StandardCharsets.US_ASCII);
    var signer = new Ed25519Signer();
    signer.init(true, secret);
    signer.update(bytes, 0, bytes.length);
    var signature = signer.generateSignature();

    assertTrue(isSigned(input + "." + Base64URL.encode(signature), new JWKSet(key)));

    signature[5] ^= 1;
    assertFalse(isSigned(input + "." + Base64URL.encode(signature), new JWKSet(key)));
  }

  @Test
  void aSharedSecretAndNoSignatureAreRefused() throws JOSEException {
    var publicKey = rsa.toRSAPublicKey().getEncoded();
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build();
    var confused = new SignedJWT(header, claims().build());
    confused.sign(new MACSigner(publicKey));
    var none =
        Base64URL.encode("{\"alg\":\"none\"}") + "." + claims().build().toPayload().toBase64URL();

    assertRefused(confused.serialize());
    assertRefused(none + ".");
    assertRefused("a.b");
    assertRefused("");
  }

  @Test
  void whatTheProviderDoesNotOfferIsRefused() throws JOSEException {
    var token = signed(JWSAlgorithm.ES256, ec, new ECDSASigner(ec)).serialize();

    assertThrows(
        OidcProblem.Invalid.class, () -> IdTokens.parse(token, Set.of(JWSAlgorithm.RS256)));
  }

  @Test
  void headersThatMustBeUnderstoodAreRefused() throws JOSEException {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID("rsa")
            .criticalParams(Set.of("http://example/rule"))
            .customParam("http://example/rule", true)
            .build();
    var token = new SignedJWT(header, claims().build());
    token.sign(new RSASSASigner(rsa));

    assertRefused(token.serialize());
  }

  @Test
  void anotherKeyOfTheSameNameIsNotBelieved() throws JOSEException {
    var other = rsa("rsa", 2048);

    assertFalse(
        isSigned(signed(JWSAlgorithm.RS256, other, new RSASSASigner(other)).serialize(), keys));
  }

  @Test
  void aShortKeyIsNotBelieved() throws JOSEException {
    var small = rsa("small", 1024);

    assertFalse(
        isSigned(
            signed(
                    JWSAlgorithm.RS256,
                    small,
                    new RSASSASigner(small.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())))
                .serialize(),
            new JWKSet(small.toPublicJWK())));
  }

  @Test
  void aKeyForEncryptionIsNoCandidate() throws JOSEException {
    var key = new RSAKey.Builder(rsa).keyUse(KeyUse.ENCRYPTION).build();
    var token = signed(JWSAlgorithm.RS256, rsa, new RSASSASigner(rsa));

    assertEquals(List.of(), IdTokens.candidates(token, new JWKSet(key.toPublicJWK())));
  }

  @Test
  void onlyWhatWasMadeForThisSignInIsTaken() {
    assertWrong(claims().issuer("https://other.example"));
    assertWrong(claims().issuer(null));
    assertWrong(claims().audience("other"));
    assertWrong(claims().audience(List.of()));
    assertWrong(claims().audience(List.of("parley", "other")));
    assertWrong(claims().claim("azp", "other"));
    assertWrong(claims().claim("nonce", "n-2"));
    assertWrong(claims().claim("nonce", null));
    assertWrong(claims().claim("nonce", 1));
    assertWrong(claims().subject(null));
    assertWrong(claims().subject(""));
    assertWrong(claims().subject("x".repeat(256)));

    assertEquals("nina", check(claims().audience(List.of("parley", "b")).claim("azp", "parley")));
  }

  @Test
  void timesHaveAMinuteOfLeeway() {
    assertEquals("nina", check(claims().expirationTime(at(-59))));
    assertWrong(claims().expirationTime(at(-60)));
    assertWrong(claims().expirationTime(null));
    assertEquals("nina", check(claims().issueTime(at(60))));
    assertWrong(claims().issueTime(at(61)));
    assertWrong(claims().issueTime(null));
    assertWrong(claims().notBeforeTime(at(61)));
  }

  private static void assertRefused(String token) {
    assertThrows(OidcProblem.Invalid.class, () -> IdTokens.parse(token, ALGORITHMS), token);
  }

  private static void assertWrong(JWTClaimsSet.Builder claims) {
    var json = claims.build().toString();
    assertThrows(OidcProblem.Invalid.class, () -> check(claims), json);
  }

  private static String check(JWTClaimsSet.Builder claims) {
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims.build());
    return IdTokens.check(token, EXPECTED, NOW).getSubject();
  }

  private String subject(SignedJWT made) {
    assertTrue(isSigned(made.serialize(), keys));
    return IdTokens.check(made, EXPECTED, NOW).getSubject();
  }

  private static boolean isSigned(String text, JWKSet keys) {
    var token = IdTokens.parse(text, ALGORITHMS);
    return IdTokens.signed(token, IdTokens.candidates(token, keys));
  }

  private static SignedJWT signed(JWSAlgorithm algorithm, JWK key, JWSSigner signer)
      throws JOSEException {
    var header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, claims().build());
    token.sign(signer);
    return token;
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("https://id.example")
        .audience("parley")
        .subject("nina")
        .claim("nonce", "n-1")
        .issueTime(at(-1))
        .expirationTime(at(300));
  }

  private static Date at(long seconds) {
    return Date.from(NOW.plusSeconds(seconds));
  }

  private static RSAKey rsa(String id, int bits) {
    try {
      return new RSAKeyGenerator(bits, bits < 2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey ec(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
