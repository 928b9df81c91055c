package dev.parley.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.parley.platform.ids.Ids;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Issues and checks access tokens: JSON Web Tokens of RFC 9068. Safe from any thread; a check
/// waits for nothing and takes microseconds (with EdDSA some hundred), so it may run on an event
/// loop.
///
/// A good token says that this deployment issued it and that its time is not over. Whether the
/// session has ended meanwhile is for the caller to look up.
public final class AccessTokens {
  private static final int LONGEST = 4_096;
  // More than these three (crit, jku, jwk, x5u, x5c, b64, zip …) would ask us to do something that
  // is not done here, or to believe a key that the sender chose.
  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");

  private final TokenKeys keys;
  private final TokenClaims claims;
  private final Duration life;
  private final Ids ids;
  private final InstantSource clock;
  private final String published;

  private AccessTokens(TokenKeys keys, TokenConfig config, Ids ids, InstantSource clock) {
    this.keys = keys;
    this.claims = new TokenClaims(config.issuer(), config.audience());
    this.life = config.accessTokenLife();
    this.ids = ids;
    this.clock = clock;
    this.published = keys.published();
  }

  /// Tokens with the configured keys, or with one kept in `dataDir`. Blocks; called at the start.
  public static AccessTokens of(TokenConfig config, Path dataDir, Ids ids, InstantSource clock) {
    return new AccessTokens(TokenKeys.of(config, dataDir), config, ids, clock);
  }

  /// A new token, and when it ends.
  public record Issued(String token, Instant expires) {
    @Override
    public String toString() {
      return "*** until " + expires;
    }
  }

  public Issued issue(Access access) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var expires = now.plus(life);
    var payload = new Payload(claims.write(access, ids.next(), now, expires));
    var input = new JWSObject(keys.signing().header(), payload).getSigningInput();
    try {
      var signature = keys.signing().sign(input);
      return new Issued(new String(input, StandardCharsets.US_ASCII) + "." + signature, expires);
    } catch (JOSEException e) {
      throw new IllegalStateException("the signing key cannot sign", e);
    }
  }

  /// What the token says, if it is good. Why it is not is nobody's business.
  public Optional<Access> check(String token) {
    if (token.length() > LONGEST || !wellFormed(token)) {
      return Optional.empty();
    }
    try {
      var parts = JOSEObject.split(token);
      return isSigned(parts) ? claims.read(json(parts[1]), clock.instant()) : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The public keys for `/.well-known/jwks.json`.
  public String jwks() {
    return published;
  }

  // The decoder of the library passes over letters that are not base64url, so that one token could
  // be written in many ways.
  private static boolean wellFormed(String token) {
    var dots = 0;
    for (var i = 0; i < token.length(); i++) {
      var letter = token.charAt(i);
      if (letter == '.') {
        dots++;
      } else if (!isBase64Url(letter)) {
        return false;
      }
    }
    return dots == 2;
  }

  private static boolean isBase64Url(char letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9')
        || letter == '-'
        || letter == '_';
  }

  private boolean isSigned(Base64URL[] parts) throws ParseException, JOSEException {
    var header = json(parts[0]);
    if (!header.keySet().equals(HEADER)
        || !TokenKey.TYPE.equals(header.get("typ"))
        || !(header.get("kid") instanceof String id)) {
      return false;
    }
    var key = keys.find(id).orElse(null);
    if (key == null || !key.header().getAlgorithm().getName().equals(header.get("alg"))) {
      return false;
    }
    var input = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
    var signature = parts[2];
    return signature.equals(Base64URL.encode(signature.decode())) && key.signed(input, signature);
  }

  private static Map<String, Object> json(Base64URL part) throws ParseException {
    @Nullable Map<String, Object> read = JSONObjectUtils.parse(part.decodeToString());
    return read == null ? Map.of() : read;
  }
}
