package dev.parley.policy.match;

/// Looks closer at what a pattern found, since most long numbers are no card numbers.
@FunctionalInterface
interface Extent {
  /// Where what was found ends, which may be earlier than the pattern thinks; -1 when it is
  /// nothing. May look one code point back, and not beyond the end.
  int end(CharSequence text, int from, int to);

  /// The pattern is right.
  Extent NONE = (_, _, to) -> to;
}
