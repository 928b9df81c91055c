package dev.parley.platform.config;

import java.util.Arrays;
import java.util.List;

/// A value as somebody wrote it.
///
/// @param values the text; several only where YAML had a list
/// @param isList whether it was written as a list, which only a list component takes
/// @param source the variable, or the file and line
record Setting(List<String> values, boolean isList, String source) {
  private static final int SHOWN = 80;

  static Setting text(String text, String source) {
    return new Setting(List.of(text), false, source);
  }

  /// The text of something that is not a list.
  String text() {
    return isList ? String.join(",", values) : values.getFirst();
  }

  /// The items of a list: as in YAML, or cut at commas; empty ones are left out.
  List<String> items() {
    var all = isList ? values.stream() : Arrays.stream(text().split(",", -1));
    return all.map(String::strip).filter(item -> !item.isEmpty()).toList();
  }

  /// What to show of it in a fault.
  String shown() {
    var text = text().replaceAll("\\p{Cntrl}", " ");
    return '"' + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…") + '"';
  }
}
