package dev.parley.policy.match;

import java.util.function.Predicate;

/// Sums and shapes that tell personal data from what looks like it.
final class Checksums {
  private Checksums() {}

  /// The longest beginning of what was found that is one, of those that end where a word ends.
  static Extent shrinking(Predicate<String> is) {
    return (text, from, to) -> {
      for (var end = to; end > from; end--) {
        var border = end == to || !Character.isLetterOrDigit(text.charAt(end));
        if (border
            && Character.isLetterOrDigit(text.charAt(end - 1))
            && is.test(text.subSequence(from, end).toString())) {
          return end;
        }
      }
      return -1;
    };
  }

  /// All of it or nothing.
  static Extent whole(Predicate<String> is) {
    return (text, from, to) -> is.test(text.subSequence(from, to).toString()) ? to : -1;
  }

  /// ISO 7812: the digit sum with every second digit doubled.
  static boolean isCard(String text) {
    var digits = digits(text);
    if (digits.length() < 13 || digits.length() > 19 || "23456".indexOf(digits.charAt(0)) < 0) {
      return false;
    }
    var sum = 0;
    for (var i = 0; i < digits.length(); i++) {
      var digit = digits.charAt(digits.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
    }
    return sum % 10 == 0;
  }

  /// ISO 13616: what stands behind the first four comes first, letters count from 10; the whole
  /// number leaves 1 when divided by 97.
  static boolean isIban(String text) {
    var plain = text.replace(" ", "");
    if (plain.length() < 15 || plain.length() > 34) {
      return false;
    }
    var turned = plain.substring(4) + plain.substring(0, 4);
    var rest = 0;
    for (var i = 0; i < turned.length(); i++) {
      var value = Character.digit(turned.charAt(i), 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
  }

  /// As many digits as the numbering plan of the world has (ITU E.164).
  static boolean isPhone(String text) {
    var digits = digits(text).length();
    return digits >= 8 && digits <= 15;
  }

  /// A line of a machine-readable passport shows its check digits (ICAO 9303).
  static boolean isPassport(String text) {
    if (text.length() != 44) {
      return digits(text).length() >= 5;
    }
    return weighed(text, 0, 9) == text.charAt(9) - '0'
        && weighed(text, 13, 19) == text.charAt(19) - '0'
        && weighed(text, 21, 27) == text.charAt(27) - '0';
  }

  private static int weighed(String line, int from, int to) {
    var weights = new int[] {7, 3, 1};
    var sum = 0;
    for (var i = from; i < to; i++) {
      var value = line.charAt(i) == '<' ? 0 : Character.digit(line.charAt(i), 36);
      sum += value * weights[(i - from) % 3];
    }
    return sum % 10;
  }

  /// RFC 4291: eight groups, or fewer with one gap.
  static Extent address() {
    return (text, from, to) -> {
      var before = from == 0 ? ' ' : text.charAt(from - 1);
      var joined = Character.isLetterOrDigit(before) || before == ':' || before == '_';
      return !joined && isAddress(text.subSequence(from, to).toString()) ? to : -1;
    };
  }

  private static boolean isAddress(String text) {
    if (text.indexOf(':') < 0) {
      return true; // version 4, of which the pattern knows everything
    }
    var gap = text.indexOf("::");
    if (gap >= 0 && (text.indexOf("::", gap + 1) >= 0 || digits(text).isEmpty())) {
      return false;
    }
    var groups = 0;
    for (var group : text.split(":", -1)) {
      groups += group.isEmpty() ? 0 : 1;
    }
    return gap < 0 ? groups == 8 && !text.startsWith(":") : groups < 8;
  }

  /// Numbers that were never given to anybody.
  static boolean isSocialSecurity(String text) {
    var area = text.substring(0, 3);
    return !area.equals("000")
        && !area.equals("666")
        && area.charAt(0) != '9'
        && !text.startsWith("00", 4)
        && !text.endsWith("0000");
  }

  private static String digits(String text) {
    var digits = new StringBuilder();
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }
}
