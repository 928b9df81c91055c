package dev.parley.chat.share;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// What opens a shared conversation. Whoever has it may read; the database has its hash only.
record ShareToken(String text) {
  private static final int BYTES = 16;

  /// A new one of 128 random bits.
  static ShareToken mint(SecureRandom random) {
    var bits = new byte[BYTES];
    random.nextBytes(bits);
    return new ShareToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /// What is stored of it.
  String hash() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "ShareToken[…]";
  }
}
