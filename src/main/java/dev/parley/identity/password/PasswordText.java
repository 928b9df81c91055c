package dev.parley.identity.password;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// A password in the form that is hashed: composed (NFC), so that `ü` is the same from every
/// keyboard, and never cut.
record PasswordText(String normal) {
  static final int SHORTEST = 8;
  static final int LONGEST = 128;
  // No text of allowed length is longer before it is composed, by far; keeps huge ones cheap.
  private static final int LONGEST_TYPED = 4_096;

  static PasswordText of(String typed) {
    return new PasswordText(
        typed.length() > LONGEST_TYPED ? typed : Normalizer.normalize(typed, Normalizer.Form.NFC));
  }

  int length() {
    return normal.codePointCount(0, normal.length());
  }

  /// Half a character would be hashed as `?`, and so would any other half.
  boolean isText() {
    return StandardCharsets.UTF_8.newEncoder().canEncode(normal);
  }

  boolean isAllowed() {
    return length() >= SHORTEST && length() <= LONGEST && isText();
  }

  @Override
  public String toString() {
    return "***";
  }
}
