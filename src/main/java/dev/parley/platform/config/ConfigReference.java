package dev.parley.platform.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The documents that list every key, made from the record classes and from the comments and
/// defaults of the main file.
public final class ConfigReference {
  private final ConfigNode.Section root;
  private final YamlFile defaults;
  private final Map<String, String> otherVariables;

  ConfigReference(ConfigNode.Section root, YamlFile defaults, Map<String, String> otherVariables) {
    this.root = root;
    this.defaults = defaults;
    this.otherVariables = otherVariables;
  }

  /// Keys of the records that the main file does not list or explain, and faults of that file.
  public List<String> gaps() {
    var silent =
        root.keys()
            .map(ConfigNode.Key::path)
            .filter(path -> !defaults.settings().containsKey(path) || comment(path).isEmpty())
            .map(path -> path + ": needs a default and a comment");
    return Stream.concat(defaults.faults().stream(), silent).toList();
  }

  /// A page with one table for each section.
  public String markdown() {
    var page = new StringBuilder();
    page.append(
        """
        # Configuration

        Made from the code and `config/parley.yaml` by `make config-docs`; do not edit.

        What is set later in this list wins: `parley.yaml` and `<env>.yaml` in the jar, the same two
        files in the folder `CONFIG_DIR` (`./config` when unset), environment variables. An empty
        variable counts as unset. Every key can be set by a variable of its own name (`http.port` by
        `PARLEY_HTTP_PORT`); where the table names another one, that one wins. Anything unknown or
        wrong stops the start with exit code 78 and one line for each fault.

        Durations are written `250ms`, `30s`, `5m`, `2h` or `7d`, a plain number is seconds; sizes
        `512KiB`, `10MiB` or `10MB`, a plain number is bytes. A list is separated by commas in a
        variable.
        """);
    root.sections().forEach(section -> table(page, section));
    page.append("\n## Variables without a key\n\n| Variable | Meaning |\n|---|---|\n");
    otherVariables.forEach(
        (name, meaning) -> page.append("| `%s` | %s |\n".formatted(name, meaning)));
    return page.toString();
  }

  private void table(StringBuilder page, ConfigNode.Section section) {
    var keys =
        section.children().stream()
            .filter(ConfigNode.Key.class::isInstance)
            .map(ConfigNode.Key.class::cast)
            .toList();
    if (keys.isEmpty()) {
      return;
    }
    var title = section.path().isEmpty() ? "The process" : "`" + section.path() + "`";
    page.append("\n## ").append(title).append("\n\n");
    if (!comment(section.path()).isEmpty()) {
      page.append(comment(section.path())).append("\n\n");
    }
    page.append("| Key | Variable | Type | Default | Meaning |\n|---|---|---|---|---|\n");
    keys.forEach(key -> page.append(row(key)));
  }

  private String row(ConfigNode.Key key) {
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            key.path(),
            named(key).stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")),
            cell(key.type().allowed()),
            byDefault(key).isEmpty() ? "none" : "`" + cell(byDefault(key)) + "`",
            cell(comment(key.path())));
  }

  /// An environment file in which every variable is unset: lines `KEY=` that Docker, systemd and
  /// `kubectl create secret --from-env-file` read.
  public String environmentFile() {
    var file = new StringBuilder();
    file.append(
        """
        # Every variable, unset. Fill in what you change and leave the rest: an empty variable counts
        # as unset, so the files of config/ decide. Made by `make config-docs`; do not edit.
        """);
    otherVariables.forEach((name, meaning) -> line(file, name, meaning));
    root.keys()
        .forEach(key -> {
          var shown = byDefault(key).isEmpty() ? "none" : byDefault(key);
          var note = comment(key.path()) + " Default: " + shown;
          line(file, key.variables().getFirst(), note);
        });
    return file.toString();
  }

  private static void line(StringBuilder file, String name, String note) {
    file.append("\n# ").append(note).append('\n').append(name).append("=\n");
  }

  /// The variables to show: those that the record names, or the general one.
  private static List<String> named(ConfigNode.Key key) {
    var last = key.variables().size() - 1;
    return last == 0 ? key.variables() : key.variables().subList(0, last);
  }

  private String byDefault(ConfigNode.Key key) {
    var setting = defaults.settings().get(key.path());
    return setting == null ? "" : setting.text();
  }

  private String comment(String path) {
    return Objects.requireNonNullElse(defaults.comments().get(path), "");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
