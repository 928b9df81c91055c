package dev.parley.tools.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/// The arguments of one use of a tool, in the one way to write them: keys in order, no spaces. What
/// people allow is this text, and it is what the tool is given.
///
/// @param text as JSON
public record Arguments(ObjectNode tree, String text) {
  private static final int LONGEST = 32_768;

  /// Reads what a model wrote.
  ///
  /// @throws ToolProblem.BadArguments when that is no JSON object, or says one thing twice
  public static Arguments read(String written) {
    if (written.length() > LONGEST) {
      throw new ToolProblem.BadArguments("The arguments are longer than " + LONGEST + " letters.");
    }
    if (written.isBlank()) {
      return of(JsonNodeFactory.instance.objectNode());
    }
    try {
      var tree = Json.read(written.getBytes(StandardCharsets.UTF_8), JsonNode.class);
      if (tree instanceof ObjectNode object) {
        return of(object);
      }
    } catch (HttpProblem.Unreadable _) {
      // As below: a model needs no parser's words.
    }
    throw new ToolProblem.BadArguments("The arguments must be one JSON object.");
  }

  static Arguments of(ObjectNode tree) {
    var ordered = (ObjectNode) ordered(tree);
    return new Arguments(ordered, Json.text(ordered));
  }

  private static JsonNode ordered(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        var out = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> out.set(name, ordered(object.get(name))));
        yield out;
      }
      case ArrayNode array -> {
        var out = JsonNodeFactory.instance.arrayNode();
        array.forEach(one -> out.add(ordered(one)));
        yield out;
      }
      default -> node;
    };
  }
}
