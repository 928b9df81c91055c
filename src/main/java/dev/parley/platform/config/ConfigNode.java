package dev.parley.platform.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The keys that a record tree stands for.
sealed interface ConfigNode {

  /// The dotted key from the root; empty for the root itself.
  String path();

  /// A record whose components are keys below this one.
  record Section(String path, Class<? extends Record> type, List<ConfigNode> children)
      implements ConfigNode {

    /// All keys below, in the order of the record.
    Stream<Key> keys() {
      return children.stream()
          .flatMap(child ->
              switch (child) {
                case Section section -> section.keys();
                case Key key -> Stream.of(key);
              });
    }

    /// This section and all below it.
    Stream<Section> sections() {
      var below =
          children.stream()
              .flatMap(child -> child instanceof Section it ? it.sections() : Stream.empty());
      return Stream.concat(Stream.of(this), below);
    }
  }

  /// One value.
  ///
  /// @param variables environment variables that set it, the first wins
  record Key(String path, ValueType type, List<String> variables) implements ConfigNode {}

  /// The keys of a record.
  ///
  /// @param prefix of the variables that every key has, such as `PARLEY_HTTP_PORT` for `http.port`
  static Section of(Class<? extends Record> type, String prefix) {
    return section("", type, prefix);
  }

  private static Section section(String path, Class<? extends Record> type, String prefix) {
    var children = new ArrayList<ConfigNode>();
    for (var component : type.getRecordComponents()) {
      var key = (path.isEmpty() ? "" : path + ".") + kebab(component.getName());
      children.add(
          isSection(component.getType())
              ? section(key, component.getType().asSubclass(Record.class), prefix)
              : new Key(key, ValueType.of(component), variables(component, key, prefix)));
    }
    return new Section(path, type, List.copyOf(children));
  }

  private static boolean isSection(Class<?> type) {
    return type.isRecord() && type != Secret.class && !ValueType.hasParse(type);
  }

  private static List<String> variables(RecordComponent component, String key, String prefix) {
    var env = component.getAnnotation(Env.class);
    var named = env == null ? Stream.<String>empty() : Arrays.stream(env.value());
    var general = prefix + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    return Stream.concat(named, Stream.of(general)).distinct().toList();
  }

  /// `maxTokens` → `max-tokens`.
  static String kebab(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
