package dev.parley.control.setting;

import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody wants to change.
///
/// @param version the newest that they have seen; 0 for none
/// @param values by key; null for the default. What is not named stays
record Wish(int version, Map<String, @Nullable Object> values, @Nullable String note) {

  /// What is chosen when it is granted; throws [HttpProblem.Invalid] with everything that is wrong.
  Map<String, Object> onto(Map<String, Object> chosen, List<Setting<?>> declared) {
    var known =
        declared.stream().collect(Collectors.toMap(Setting::key, Function.<Setting<?>>identity()));
    var all = new HashMap<>(chosen);
    var wrong = new ArrayList<Offence>();
    values.forEach((key, value) -> {
      var place = "/values/" + escaped(key);
      var setting = known.get(key);
      if (setting == null) {
        wrong.add(new Offence(place, "is no setting"));
      } else if (value == null) {
        all.remove(key);
      } else {
        setting
            .kind()
            .fault(value)
            .ifPresentOrElse(
                fault -> wrong.add(new Offence(place, fault)),
                () -> all.put(key, setting.kind().read(value)));
      }
    });
    if (!wrong.isEmpty()) {
      throw new HttpProblem.Invalid("There cannot be such settings.", List.copyOf(wrong));
    }
    return Map.copyOf(all);
  }

  /// Of a JSON pointer.
  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
