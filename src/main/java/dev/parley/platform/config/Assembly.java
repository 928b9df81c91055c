package dev.parley.platform.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Builds a record tree from settings. A compact constructor stops at its first fault, so the tree
/// is built again with the default in place of each value that was refused, until no build finds
/// anything new: that is how all faults are found.
final class Assembly {
  private static final Object NOTHING = new Object();

  private final ConfigNode.Section root;
  private final Map<String, ConfigNode.Key> keys;
  private final Settings settings;
  private final Set<String> refused = new TreeSet<>();
  private final Set<String> faults = new LinkedHashSet<>();

  Assembly(ConfigNode.Section root, Settings settings) {
    this.root = root;
    this.settings = settings;
    this.keys = root.keys().collect(Collectors.toMap(ConfigNode.Key::path, Function.identity()));
  }

  /// The record, or nothing of use when there are [#faults].
  Object build() {
    while (true) {
      var known = refused.size();
      var built = section(root);
      if (refused.size() == known) {
        return built;
      }
    }
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  private Object section(ConfigNode.Section section) {
    var arguments = new ArrayList<@Nullable Object>();
    for (var child : section.children()) {
      arguments.add(
          switch (child) {
            case ConfigNode.Section below -> section(below);
            case ConfigNode.Key key -> value(key);
          });
    }
    return arguments.contains(NOTHING) ? NOTHING : construct(section, arguments);
  }

  private @Nullable Object value(ConfigNode.Key key) {
    var doubted = refused.contains(key.path());
    var setting = doubted ? settings.byDefault(key) : settings.of(key);
    if (setting == null) {
      refuse(key, "is not set; allowed is " + key.type().allowed());
      return NOTHING;
    }
    try {
      return key.type().read(setting);
    } catch (ConfigFault fault) {
      refuse(key, fault.getMessage());
    } catch (IllegalArgumentException _) {
      refuse(key, "must be " + key.type().allowed());
    }
    return doubted ? NOTHING : value(key);
  }

  private Object construct(ConfigNode.Section section, List<@Nullable Object> arguments) {
    try {
      var built = constructor(section.type()).newInstance(arguments.toArray());
      if (built instanceof Checked checked) {
        checked.faults().forEach(fault -> refuse(section, fault));
      }
      return built;
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof ConfigFault fault)) {
        throw new IllegalStateException(section.type() + " failed", e.getCause());
      }
      refuse(section, fault.getMessage());
      return NOTHING;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(section.type() + " cannot be made", e);
    }
  }

  /// A fault of a record names its key first, from this record or from the root.
  private void refuse(ConfigNode.Section section, String fault) {
    var words = fault.split(" ", 2);
    var name = ConfigNode.kebab(words[0]);
    var key = keys.get(section.path().isEmpty() ? name : section.path() + "." + name);
    key = key == null ? keys.get(name) : key;
    if (key == null) {
      faults.add((section.path().isEmpty() ? "" : section.path() + ": ") + fault);
    } else {
      refuse(key, words.length > 1 ? words[1] : "is refused");
    }
  }

  private void refuse(ConfigNode.Key key, @Nullable String fault) {
    if (refused.add(key.path())) {
      faults.add(key.path() + ": " + fault + found(key, settings.of(key)));
    }
  }

  private static String found(ConfigNode.Key key, @Nullable Setting setting) {
    if (setting == null) {
      return "; set it with " + String.join(" or ", key.variables());
    }
    var shown = key.type().secret() || setting.text().isEmpty() ? "what is set" : setting.shown();
    return "; found " + shown + " in " + setting.source();
  }

  private static <R extends Record> Constructor<R> constructor(Class<R> type)
      throws NoSuchMethodException {
    var types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    var constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor;
  }
}
