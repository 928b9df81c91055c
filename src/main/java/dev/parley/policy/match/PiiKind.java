package dev.parley.policy.match;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Kinds of personal data and secrets.
public enum PiiKind {
  EMAIL("\\b[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,40}\\.){1,4}[A-Za-z]{2,24}\\b"),
  PHONE(
      "(?:\\+[1-9]|\\b0{1,2}[1-9])(?:[ ()/.-]{0,2}\\d){6,13}\\b"
          + "|\\b[2-9]\\d{2}[-. ]\\d{3}[-. ]\\d{4}\\b"),
  IBAN("(?i)\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){11,30}\\b"),
  CARD("\\b\\d(?:[ -]?\\d){12,18}\\b"),
  PASSPORT(
      "\\b[A-Z0-9][A-Z0-9<]{8}\\d[A-Z<]{3}\\d{7}[MFX<]\\d{7}[A-Z0-9<]{14}[0-9<]\\d\\b"
          + "|\\b[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8}\\b"
          + "|\\b[A-Z]{1,2}\\d{6,8}\\b"),
  IP(
      "\\b(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\b"
          + "|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){1,7}:[0-9A-Fa-f]{1,4}\\b"),
  SOCIAL_SECURITY("\\b\\d{3}-\\d{2}-\\d{4}\\b"),
  SECRET(
      "\\b(?:sk|pk|rk|ghp|gho|ghs|xox[abp]|glpat|parley)[-_][A-Za-z0-9_-]{16,120}\\b"
          + "|\\bAKIA[0-9A-Z]{16}\\b"
          + "|\\beyJ[A-Za-z0-9_-]{10,80}\\.[A-Za-z0-9_-]{10,90}\\.[A-Za-z0-9_-]{10,80}\\b");

  private final String expression;
  private final String wireName = name().toLowerCase(Locale.ROOT);

  PiiKind(String expression) {
    this.expression = expression;
  }

  /// As stored and as in the API.
  public String wireName() {
    return wireName;
  }

  public static Optional<PiiKind> of(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName.equals(wireName)).findFirst();
  }

  String expression() {
    return expression;
  }

  Extent check() {
    return switch (this) {
      case EMAIL, SECRET -> Extent.NONE;
      case PHONE -> Checksums.whole(Checksums::isPhone);
      case IBAN -> Checksums.shrinking(Checksums::isIban);
      case CARD -> Checksums.shrinking(Checksums::isCard);
      case PASSPORT -> Checksums.whole(Checksums::isPassport);
      case IP -> Checksums.address();
      case SOCIAL_SECURITY -> Checksums.whole(Checksums::isSocialSecurity);
    };
  }
}
