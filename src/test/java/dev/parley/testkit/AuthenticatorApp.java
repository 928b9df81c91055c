package dev.parley.testkit;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An authenticator app as on a phone: made from RFC 6238 alone, without the product's own code.
public final class AuthenticatorApp {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SEED_BYTES = 20;
  private static final int STEP_SECONDS = 30;

  private final byte[] seed;

  /// @param secret 32 letters of base 32
  public AuthenticatorApp(String secret) {
    var number = BigInteger.ZERO;
    for (var i = 0; i < secret.length(); i++) {
      number = number.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(secret.charAt(i))));
    }
    var bytes = number.toByteArray();
    seed = new byte[SEED_BYTES];
    for (var i = 1; i <= Math.min(SEED_BYTES, bytes.length); i++) {
      seed[SEED_BYTES - i] = bytes[bytes.length - i];
    }
  }

  /// The six digits it shows.
  public String code(Instant now) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(seed, "RAW"));
      var step = now.getEpochSecond() / STEP_SECONDS;
      var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
