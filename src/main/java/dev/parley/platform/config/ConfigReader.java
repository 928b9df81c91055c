package dev.parley.platform.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads the configuration of a product into a record tree.
///
/// What is set later in this list wins: `config/<product>.yaml` and `config/<profile>.yaml` of the
/// class path, the same two names in the folder that `CONFIG_DIR` names (`./config` when that is
/// unset), environment variables. The first file holds the default of every key; an empty variable
/// counts as unset. The profile is itself a key, such as `env`.
public final class ConfigReader {
  private static final String FOLDER_VARIABLE = "CONFIG_DIR";
  private static final Path USUAL_FOLDER = Path.of("config");
  private static final Pattern PROFILE = Pattern.compile("[a-z0-9-]{1,40}");

  private final String product;
  private final String profileKey;
  private final Map<String, String> otherVariables;
  private final ConfigFiles builtIn;

  /// A reader for one product.
  ///
  /// @param product names the main file and, in capitals, the prefix of the environment variables
  /// @param profileKey the key whose value names the second file
  /// @param otherVariables variables that set no key and are no fault, and what each is for
  public ConfigReader(String product, String profileKey, Map<String, String> otherVariables) {
    this(product, profileKey, otherVariables, ConfigFiles.builtIn());
  }

  ConfigReader(
      String product, String profileKey, Map<String, String> otherVariables, ConfigFiles builtIn) {
    this.product = product;
    this.profileKey = profileKey;
    this.otherVariables = new TreeMap<>(otherVariables);
    this.builtIn = builtIn;
  }

  /// Reads all of it.
  ///
  /// @param variables the environment
  /// @throws WrongConfiguration with every fault there is
  public <R extends Record> R read(Class<R> type, Map<String, String> variables) {
    var root = ConfigNode.of(type, prefix());
    var places = places(variables);
    var profile = profile(new Settings(variables, files(places, List.of(main()), root)), root);
    var names =
        PROFILE.matcher(profile).matches() ? List.of(main(), profile + ".yaml") : List.of(main());
    var settings = new Settings(variables, files(places, names, root));

    var assembly = new Assembly(root, settings);
    var built = assembly.build();
    var faults = settings.faults(root, prefix(), otherVariables.keySet());
    faults.addAll(assembly.faults());
    if (!profile(settings, root).equals(profile)) {
      faults.add(profileKey + ": must not be set in " + profile + ".yaml, which it chooses");
    }
    if (!faults.isEmpty()) {
      throw new WrongConfiguration(faults);
    }
    return type.cast(built);
  }

  /// The documents about the keys of `type`.
  public ConfigReference reference(Class<? extends Record> type) {
    var root = ConfigNode.of(type, prefix());
    var defaults = files(List.of(builtIn), List.of(main()), root).getFirst();
    var others = new TreeMap<>(otherVariables);
    others.put(
        FOLDER_VARIABLE,
        "A folder whose " + main() + " and profile file win over the built-in ones.");
    return new ConfigReference(root, defaults, others);
  }

  private String main() {
    return product + ".yaml";
  }

  /// The prefix of the variables that every key has, such as `PARLEY_`.
  private String prefix() {
    return product.toUpperCase(Locale.ROOT) + "_";
  }

  private List<ConfigFiles> places(Map<String, String> variables) {
    var named = variables.getOrDefault(FOLDER_VARIABLE, "").strip();
    if (named.isEmpty()) {
      return Files.isDirectory(USUAL_FOLDER)
          ? List.of(builtIn, ConfigFiles.in(USUAL_FOLDER))
          : List.of(builtIn);
    }
    if (!Files.isDirectory(Path.of(named))) {
      throw new WrongConfiguration(
          List.of(FOLDER_VARIABLE + ": must be a folder; found \"" + named + '"'));
    }
    return List.of(builtIn, ConfigFiles.in(Path.of(named)));
  }

  private static List<YamlFile> files(
      List<ConfigFiles> places, List<String> names, ConfigNode.Section root) {
    var found = new ArrayList<YamlFile>();
    for (var place : places) {
      for (var name : names) {
        var text = place.read(name);
        if (text != null) {
          found.add(YamlFile.parse(place.shown(name), text, root));
        }
      }
    }
    return found;
  }

  private String profile(Settings settings, ConfigNode.Section root) {
    return root.keys()
        .filter(key -> key.path().equals(profileKey))
        .findFirst()
        .map(settings::of)
        .map(setting -> setting.text().strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }
}
