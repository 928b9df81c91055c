package dev.parley.platform.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is set where: the environment over the files, later files over earlier ones.
///
/// @param variables the environment
/// @param files lowest first; the first holds the default of every key
record Settings(Map<String, String> variables, List<YamlFile> files) {

  /// The setting that counts.
  @Nullable Setting of(ConfigNode.Key key) {
    for (var name : key.variables()) {
      var text = variables.getOrDefault(name, "").strip();
      if (!text.isEmpty()) {
        return Setting.text(text, "environment variable " + name);
      }
    }
    return files.reversed().stream()
        .map(file -> file.settings().get(key.path()))
        .filter(setting -> setting != null)
        .findFirst()
        .orElse(null);
  }

  /// What counts when nobody sets anything.
  @Nullable Setting byDefault(ConfigNode.Key key) {
    return files.getFirst().settings().get(key.path());
  }

  /// Faults that show before any value is read.
  ///
  /// @param prefix of the variables that are ours
  /// @param others variables with that prefix that set no key
  List<String> faults(ConfigNode.Section root, String prefix, Set<String> others) {
    var faults = new ArrayList<String>();
    files.forEach(file -> faults.addAll(file.faults()));
    var known = new HashSet<>(others);
    root.keys().forEach(key -> known.addAll(key.variables()));
    variables.keySet().stream()
        .filter(name -> name.startsWith(prefix) && !known.contains(name))
        .sorted()
        .map(name -> name + ": unknown environment variable" + Spelling.hint(name, known))
        .forEach(faults::add);
    return faults;
  }
}
