package dev.parley.identity.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/// Texts that nobody can guess, and their fingerprints.
public final class Secrets {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /// 43 letters of 62 carry 256 bits.
  static final int STRONG = 43;

  private Secrets() {}

  /// A new text of 256 random bits.
  public static String mint(SecureRandom random) {
    return letters(random, STRONG);
  }

  static String letters(SecureRandom random, int length) {
    var text = new StringBuilder(length);
    for (var i = 0; i < length; i++) {
      text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return text.toString();
  }

  /// What is stored in place of a text of 256 random bits; for those, one round is enough.
  public static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
