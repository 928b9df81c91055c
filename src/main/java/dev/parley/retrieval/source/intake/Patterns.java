package dev.parley.retrieval.source.intake;

import dev.parley.retrieval.source.kept.Definition;
import java.util.List;

/// Which paths of a source are wanted.
///
/// @param include patterns in which `*` stands for anything; empty for all
public record Patterns(List<String> include, List<String> exclude) {
  public Patterns {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  public static Patterns of(Definition definition) {
    return new Patterns(definition.include(), definition.exclude());
  }

  public boolean admit(String path) {
    return (include.isEmpty() || include.stream().anyMatch(pattern -> fits(pattern, path)))
        && exclude.stream().noneMatch(pattern -> fits(pattern, path));
  }

  /// Goes back to the last `*` only, so it takes no longer than the product of the lengths.
  static boolean fits(String pattern, String path) {
    var star = -1;
    var mark = 0;
    var p = 0;
    var t = 0;
    while (t < path.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = t;
      } else if (p < pattern.length() && pattern.charAt(p) == path.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
