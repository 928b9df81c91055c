package dev.parley.identity.session;

import dev.parley.identity.key.Secrets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Makes refresh tokens: `rt_` and 256 random bits. The successor of a token is the keyed hash of
/// it, so whoever repeats a request gets the same one, and a copy of the database makes none.
final class RefreshTokens {
  private static final String PREFIX = "rt_";
  private static final String HMAC = "HmacSHA256";

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  RefreshTokens(SecretKey key) {
    this.key = key;
  }

  String mint() {
    return PREFIX + Secrets.mint(random);
  }

  String successor(String token) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      return PREFIX
          + Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(mac.doFinal(token.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
    }
  }

  static byte[] hash(String token) {
    return Secrets.sha256(token);
  }
}
