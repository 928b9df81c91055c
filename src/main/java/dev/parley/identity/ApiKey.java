package dev.parley.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// The text of an API key: `sk_<8 id>_<43 secret>_<6 checksum>`, base 62. The id finds the row, the
/// secret (256 bits) proves it, the checksum tells a mistyped key from a wrong one without a
/// look-up.
record ApiKey(String id, String text) {
  private static final int ID_LENGTH = 8;
  private static final int SECRET_LENGTH = 43;
  private static final int CHECKSUM_LENGTH = 6;
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final Pattern FORM =
      Pattern.compile("sk_([0-9A-Za-z]{8})_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}");

  /// A new key that nobody can guess.
  static ApiKey mint(SecureRandom random) {
    var body = "sk_" + letters(random, ID_LENGTH) + "_" + letters(random, SECRET_LENGTH);
    return new ApiKey(body.substring(3, 3 + ID_LENGTH), body + "_" + checksum(body));
  }

  /// The key, if the text has the form of one and its checksum is right.
  static Optional<ApiKey> parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    var cut = text.length() - CHECKSUM_LENGTH;
    return checksum(text.substring(0, cut - 1)).equals(text.substring(cut))
        ? Optional.of(new ApiKey(form.group(1), text))
        : Optional.empty();
  }

  /// What is stored. The secret has 256 random bits, so one round of SHA-256 is enough.
  byte[] hash() {
    return sha256(text);
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String letters(SecureRandom random, int length) {
    var text = new StringBuilder(length);
    for (var i = 0; i < length; i++) {
      text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return text.toString();
  }

  private static String checksum(String body) {
    var crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    var rest = BigInteger.valueOf(crc.getValue());
    var text = new StringBuilder();
    for (var i = 0; i < CHECKSUM_LENGTH; i++) {
      var parts = rest.divideAndRemainder(BigInteger.valueOf(DIGITS.length()));
      text.append(DIGITS.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return "sk_" + id + "_***";
  }
}
