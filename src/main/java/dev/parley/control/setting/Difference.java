package dev.parley.control.setting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A setting that is not the same in two versions.
///
/// @param before what it was, which may be the default; null for a setting that is not known
record Difference(String key, @Nullable Object before, @Nullable Object after) {

  /// What differs, by key.
  static List<Difference> between(
      Map<String, Object> before, Map<String, Object> after, List<Setting<?>> declared) {
    var standard = new HashMap<String, Object>();
    declared.forEach(setting -> standard.put(setting.key(), setting.standard()));
    var keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    var all = new ArrayList<Difference>();
    for (var key : keys) {
      if (!Objects.equals(before.get(key), after.get(key))) {
        all.add(
            new Difference(
                key,
                before.getOrDefault(key, standard.get(key)),
                after.getOrDefault(key, standard.get(key))));
      }
    }
    return all;
  }
}
