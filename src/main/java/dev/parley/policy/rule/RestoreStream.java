package dev.parley.policy.rule;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts back what placeholders stand for, in a text that comes in pieces. Holds back only what may
/// still become a placeholder, so less than the longest of them. For one thread.
public final class RestoreStream {
  private final Map<String, String> values;
  private String held = "";

  RestoreStream(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /// The next piece of the text; returns what can go on.
  public String write(String piece) {
    if (values.isEmpty()) {
      return piece;
    }
    var text = held + piece;
    var out = new StringBuilder();
    var done = 0;
    for (var at = text.indexOf('['); at >= 0; at = text.indexOf('[', done)) {
      out.append(text, done, at);
      var known = known(text, at);
      if (known == null && mayBecome(text.substring(at))) {
        held = text.substring(at);
        return out.toString();
      }
      out.append(known == null ? "[" : values.get(known));
      done = at + (known == null ? 1 : known.length());
    }
    held = "";
    return out.append(text, done, text.length()).toString();
  }

  /// The text has ended; returns the rest.
  public String end() {
    var rest = held;
    held = "";
    return rest;
  }

  private @Nullable String known(String text, int at) {
    for (var placeholder : values.keySet()) {
      if (text.startsWith(placeholder, at)) {
        return placeholder;
      }
    }
    return null;
  }

  private boolean mayBecome(String beginning) {
    return values.keySet().stream().anyMatch(placeholder -> placeholder.startsWith(beginning));
  }
}
