package dev.parley.platform.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/// What one file sets, by the keys it may set.
final class YamlFile {
  private final String name;
  private final Map<String, ConfigNode> known = new HashMap<>();
  private final Map<String, Setting> settings = new HashMap<>();
  private final Map<String, String> comments = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  private YamlFile(String name, ConfigNode.Section root) {
    this.name = name;
    root.sections().forEach(section -> known.put(section.path(), section));
    root.keys().forEach(key -> known.put(key.path(), key));
  }

  /// Reads a file; what is wrong with it is in [#faults].
  ///
  /// @param name as faults show it
  static YamlFile parse(String name, String text, ConfigNode.Section root) {
    var file = new YamlFile(name, root);
    var options = new LoaderOptions();
    options.setProcessComments(true);
    try (var reader = new StringReader(text)) {
      file.top(new Yaml(options).compose(reader));
    } catch (MarkedYAMLException e) {
      var line = e.getProblemMark() == null ? "" : " line " + (e.getProblemMark().getLine() + 1);
      file.faults.add(name + line + ": is not YAML: " + e.getProblem());
    } catch (ReaderException e) {
      file.faults.add(name + ": holds a character that no YAML file may hold");
    }
    return file;
  }

  Map<String, Setting> settings() {
    return settings;
  }

  /// The comment lines above each key or section, joined by spaces.
  Map<String, String> comments() {
    return comments;
  }

  List<String> faults() {
    return faults;
  }

  private void top(Node node) {
    if (node instanceof MappingNode mapping) {
      walk("", mapping);
    } else if (node != null) {
      faults.add(name + ": must hold keys and values");
    }
  }

  private void walk(String above, MappingNode mapping) {
    for (var entry : mapping.getValue()) {
      var word = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "(no text)";
      var path = above.isEmpty() ? word : above + "." + word;
      var source = name + " line " + (entry.getKeyNode().getStartMark().getLine() + 1);
      comment(path, entry.getKeyNode());
      switch (known.get(path)) {
        case ConfigNode.Section _ -> section(path, entry.getValueNode(), source);
        case ConfigNode.Key _ -> value(path, entry.getValueNode(), source);
        case null -> faults.add(path + ": unknown key" + hint(path) + " in " + source);
      }
    }
  }

  private void section(String path, Node node, String source) {
    if (node instanceof MappingNode mapping) {
      walk(path, mapping);
    } else if (!node.getTag().equals(Tag.NULL)) {
      faults.add(path + ": must hold keys below it, in " + source);
    }
  }

  private void value(String path, Node node, String source) {
    var setting =
        switch (node) {
          case ScalarNode scalar -> Setting.text(text(scalar), source);
          case SequenceNode list
              when list.getValue().stream().allMatch(ScalarNode.class::isInstance) ->
              new Setting(
                  list.getValue().stream().map(item -> text((ScalarNode) item)).toList(),
                  true,
                  source);
          default -> null;
        };
    if (setting == null) {
      faults.add(path + ": must be a value, not a group of keys, in " + source);
    } else if (settings.put(path, setting) != null) {
      faults.add(path + ": is set twice, again in " + source);
    }
  }

  private static String text(ScalarNode scalar) {
    return scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
  }

  private void comment(String path, Node key) {
    var lines = key.getBlockComments();
    if (lines != null) {
      var last =
          lines.stream()
              .map(CommentLine::getCommentType)
              .toList()
              .lastIndexOf(CommentType.BLANK_LINE);
      comments.put(
          path,
          lines.stream()
              .skip(last + 1L)
              .map(line -> line.getValue().strip())
              .collect(Collectors.joining(" ")));
    }
  }

  private String hint(String path) {
    return Spelling.hint(path, known.keySet());
  }
}
