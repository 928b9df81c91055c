package dev.parley.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.jspecify.annotations.Nullable;

/// Checks ID tokens as OpenID Connect Core, 3.1.3.7, wants it. Waits for nothing.
final class IdTokens {
  private static final Duration LEEWAY = Duration.ofSeconds(60);
  private static final int LONGEST = 64 * 1024;
  private static final int LONGEST_SUBJECT = 255;
  private static final int ED25519_BYTES = 32;
  private static final int RSA_BITS = 2048;

  private IdTokens() {}

  /// A token that is well formed and signed in a way that is good enough; by whom is not known yet.
  ///
  /// @throws OidcProblem.Invalid when it is not
  static SignedJWT parse(@Nullable String token, Set<JWSAlgorithm> algorithms) {
    if (token == null || token.length() > LONGEST) {
      throw new OidcProblem.Invalid("There is no ID token.");
    }
    try {
      var jwt = SignedJWT.parse(token);
      if (!algorithms.contains(jwt.getHeader().getAlgorithm())) {
        throw new OidcProblem.Invalid(
            "The ID token is signed with %s.".formatted(jwt.getHeader().getAlgorithm()));
      }
      var critical = jwt.getHeader().getCriticalParams();
      if (critical != null && !critical.isEmpty()) {
        throw new OidcProblem.Invalid("The ID token wants to be read in a way unknown here.");
      }
      return jwt;
    } catch (ParseException _) {
      throw new OidcProblem.Invalid("The ID token cannot be read.");
    }
  }

  /// The keys that may have signed a token.
  static List<JWK> candidates(SignedJWT token, JWKSet keys) {
    return new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader())).select(keys);
  }

  /// Whether one of the keys has signed it.
  static boolean signed(SignedJWT token, List<JWK> candidates) {
    return candidates.stream().anyMatch(key -> signed(token, key));
  }

  /// What a signed token says, if it was made for this sign-in and its time is not over.
  ///
  /// @throws OidcProblem.Invalid when it was not
  static JWTClaimsSet check(SignedJWT token, Expected expected, Instant now) {
    try {
      var claims = token.getJWTClaimsSet();
      require(expected.issuer().equals(claims.getIssuer()), "comes from another issuer");
      require(claims.getAudience().contains(expected.client()), "is for another client");
      var authorized = claims.getStringClaim("azp");
      require(
          authorized == null
              ? claims.getAudience().size() == 1
              : authorized.equals(expected.client()),
          "was asked for by another client");
      require(after(claims.getExpirationTime(), now.minus(LEEWAY)), "has expired");
      require(
          claims.getIssueTime() != null && !after(claims.getIssueTime(), now.plus(LEEWAY)),
          "was not issued yet");
      var notBefore = claims.getNotBeforeTime();
      require(notBefore == null || !after(notBefore, now.plus(LEEWAY)), "is not good yet");
      require(expected.nonce().equals(claims.getStringClaim("nonce")), "is of another sign-in");
      var subject = claims.getSubject();
      require(
          subject != null && !subject.isEmpty() && subject.length() <= LONGEST_SUBJECT,
          "names nobody");
      return claims;
    } catch (ParseException _) {
      throw new OidcProblem.Invalid("The ID token cannot be read.");
    }
  }

  private static boolean after(@Nullable Date date, Instant instant) {
    return date != null && date.toInstant().isAfter(instant);
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw new OidcProblem.Invalid("The ID token " + fault + ".");
    }
  }

  private static boolean signed(SignedJWT token, JWK key) {
    try {
      return switch (key) {
        case RSAKey rsa when rsa.size() >= RSA_BITS -> token.verify(new RSASSAVerifier(rsa));
        case ECKey ec -> token.verify(new ECDSAVerifier(ec));
        case OctetKeyPair pair when pair.getCurve().equals(Curve.Ed25519) -> signed(token, pair);
        default -> false;
      };
    } catch (JOSEException _) {
      return false; // a key of another size or curve than the algorithm's
    }
  }

  // Nimbus' own verifier needs one more library.
  private static boolean signed(SignedJWT token, OctetKeyPair key) {
    var bytes = key.getX().decode();
    if (bytes.length != ED25519_BYTES) {
      return false;
    }
    var verifier = new Ed25519Signer();
    var input = token.getSigningInput();
    verifier.init(false, new Ed25519PublicKeyParameters(bytes));
    verifier.update(input, 0, input.length);
    return verifier.verifySignature(token.getSignature().decode());
  }

  /// What a token must say.
  record Expected(String issuer, String client, String nonce) {}
}
