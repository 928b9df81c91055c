package dev.parley.platform.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/// Guesses what somebody meant to write.
final class Spelling {
  private Spelling() {}

  /// ` (did you mean …?)` with the nearest of `known`, or nothing when none is near.
  static String hint(String written, Collection<String> known) {
    var limit = Math.max(1, written.length() / 3);
    return known.stream()
        .min(Comparator.comparingInt((String word) -> distance(written, word)))
        .filter(word -> distance(written, word) <= limit)
        .map(word -> " (did you mean " + word + "?)")
        .orElse("");
  }

  /// Letters to add, drop or change to come from `a` to `b`; a swap of neighbours counts as two.
  static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    Arrays.setAll(row, column -> column);
    for (var i = 1; i <= a.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j <= b.length(); j++) {
        var above = row[j];
        var change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
