package dev.parley.policy.rule;

import java.util.LinkedHashMap;
import java.util.Map;

/// What stands for what in one call of a model: `[email-1]` for the first address, wherever it
/// stands. For one thread at a time.
public final class Placeholders {
  private final Map<String, String> byValue = new LinkedHashMap<>();
  private final Map<String, String> byPlaceholder = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  String of(String label, String value) {
    return byValue.computeIfAbsent(
        value,
        _ -> {
          var placeholder = "[" + label + "-" + counts.merge(label, 1, Integer::sum) + "]";
          byPlaceholder.put(placeholder, value);
          return placeholder;
        });
  }

  /// Whether nothing is to be put back.
  public boolean isEmpty() {
    return byPlaceholder.isEmpty();
  }

  /// Puts things back in a text that comes in pieces.
  public RestoreStream restoring() {
    return new RestoreStream(byPlaceholder);
  }

  /// Puts things back in a whole text.
  public String restored(String text) {
    var stream = restoring();
    return stream.write(text) + stream.end();
  }
}
