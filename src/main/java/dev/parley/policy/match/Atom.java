package dev.parley.policy.match;

import com.google.re2j.Pattern;

/// What one code point may be: a letter, a class, any. RE2/J itself says so; its word on ASCII is
/// kept.
final class Atom {
  private static final int ASCII = 128;

  private final Pattern pattern;
  private long low;
  private long high;

  /// @param expression of one code point, flags included
  Atom(String expression) {
    pattern = Pattern.compile(expression);
    for (var point = 0; point < ASCII; point++) {
      if (ask(point)) {
        if (point < Long.SIZE) {
          low |= 1L << point;
        } else {
          high |= 1L << (point - Long.SIZE);
        }
      }
    }
  }

  boolean fits(int point) {
    if (point < Long.SIZE) {
      return ((low >>> point) & 1) != 0;
    }
    return point < ASCII ? ((high >>> (point - Long.SIZE)) & 1) != 0 : ask(point);
  }

  private boolean ask(int point) {
    return pattern.matches(Character.toString(point));
  }
}
