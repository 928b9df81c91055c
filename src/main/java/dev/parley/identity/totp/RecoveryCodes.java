package dev.parley.identity.totp;

import dev.parley.call.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Codes for the day the phone is lost: ten of them, `xxxxx-xxxxx`, each good once in place of a
/// code of the app. Safe from any thread.
public final class RecoveryCodes {
  private static final int CODES = 10;
  private static final int LETTERS = 10;
  private static final int BITS = 5;
  private static final Pattern FORM = Pattern.compile("[a-z2-7]{10}");

  private final SecureRandom random = new SecureRandom();

  /// Ten new codes: the only time they are seen.
  public List<String> mint() {
    return Stream.generate(this::code).distinct().limit(CODES).toList();
  }

  /// Whether this has the form of a recovery code, however it is grouped.
  public static boolean isOne(String typed) {
    return FORM.matcher(plain(typed)).matches();
  }

  /// What is stored: SHA-256 of the user and the code, so that nobody searches for the codes of all
  /// users at once. The letters of a code hold 50 random bits, and a try goes through the throttle.
  public static byte[] hash(UserId user, String typed) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((user + "|" + plain(typed)).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private String code() {
    var bytes = new byte[(LETTERS * BITS + 7) / Byte.SIZE];
    random.nextBytes(bytes);
    var text = Base32.encode(bytes).toLowerCase(Locale.ROOT);
    return text.substring(0, LETTERS / 2) + "-" + text.substring(LETTERS / 2, LETTERS);
  }

  private static String plain(String typed) {
    return typed.replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
  }
}
