package dev.parley;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Secrets that were given to a product, to be looked for where none of them belongs.
final class Canaries {
  private static final int SHORTEST = 8;
  private static final int LONG_PART = 32;

  private final Map<String, String> values = new LinkedHashMap<>();

  /// @param name what the secret is, for whoever reads a failure
  String plant(String name, String value) {
    if (value.length() < SHORTEST || values.containsKey(name) || values.containsValue(value)) {
      throw new AssertionError(name + " is no canary: too short, or there already");
    }
    values.put(name, value);
    return value;
  }

  int count() {
    return values.size();
  }

  /// The names of those that stand in a text, whole or by a long part: the signature of an access
  /// token, what follows the id of a key.
  List<String> in(String text) {
    var found = new ArrayList<String>();
    values.forEach((name, value) -> {
      var parts = Arrays.stream(value.split("[._]")).filter(part -> part.length() >= LONG_PART);
      if (text.contains(value) || parts.anyMatch(text::contains)) {
        found.add(name);
      }
    });
    return found;
  }
}
