package dev.parley.identity.totp;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time codes of RFC 6238 as every authenticator app makes them: SHA-1, six digits,
/// a new one each 30 seconds. Safe from any thread.
public final class Totp {
  private static final String PRODUCT = "Parley";
  private static final int SEED_BYTES = 20;
  private static final int STEP_SECONDS = 30;
  private static final int STEPS_OFF = 1;
  private static final int MODULUS = 1_000_000;
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  private final SecureRandom random = new SecureRandom();

  /// A new seed, in base 32: what to seal and store, and what a person may type into the app.
  public String newSeed() {
    var seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    return Base32.encode(seed);
  }

  /// What the app reads from a QR code.
  ///
  /// @param account what the app shows beside the code, such as the e-mail address
  public static String uri(String seed, String account) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
        .formatted(PRODUCT, percent(account), seed, PRODUCT);
  }

  /// The time step whose code this is, if it is a good one now: of the step before, this one or the
  /// next, for clocks that differ. The caller stores the step in place of `lastStep`, in one
  /// statement that fails when another request was faster: each code is good once.
  ///
  /// @param code as typed; spaces are passed over
  /// @param lastStep the step stored last; codes up to it are refused
  public OptionalLong accept(String seed, String code, long lastStep, Instant now) {
    var digits = code.replace(" ", "");
    if (!CODE.matcher(digits).matches()) {
      return OptionalLong.empty();
    }
    var key = Base32.decode(seed);
    var current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    var found = OptionalLong.empty();
    for (var step = current - STEPS_OFF; step <= current + STEPS_OFF; step++) {
      // Every step is computed, so that the time does not tell which one it was.
      var same = MessageDigest.isEqual(bytes(code(key, step)), bytes(digits));
      if (same && step > lastStep && found.isEmpty()) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  static String code(byte[] key, long step) {
    // The root locale: others have digits of their own.
    return String.format(Locale.ROOT, "%06d", truncated(key, step) % MODULUS);
  }

  /// The 31 bits that digits are made from (RFC 4226, 5.3).
  static int truncated(byte[] key, long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "RAW"));
      var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      return ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xF) & Integer.MAX_VALUE;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-1", e);
    }
  }

  private static byte[] bytes(String digits) {
    return digits.getBytes(StandardCharsets.US_ASCII);
  }

  private static String percent(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
