package dev.parley.tools.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// Puts what a schema refers to in place of the reference, as far as it stands in the same
/// document. So nothing is ever looked up while arguments are checked, and no schema goes in
/// circles: what refers to itself allows everything from there on.
public final class InlineRefs {
  private static final int DEEPEST = 24;
  private static final int MOST = 5_000;

  /// Nothing of them is needed once references are gone; some would bring other references in.
  private static final Set<String> LEFT_OUT =
      Set.of(
          "$defs",
          "definitions",
          "$id",
          "$schema",
          "$anchor",
          "$dynamicAnchor",
          "$dynamicRef",
          "$recursiveRef",
          "$recursiveAnchor",
          "$vocabulary",
          "$comment");

  private final JsonNode document;
  private final Deque<String> open = new ArrayDeque<>();
  private int count;

  private InlineRefs(JsonNode document) {
    this.document = document;
  }

  /// @param document what references begin with `#/` in
  /// @throws SchemaFault when it refers elsewhere, or is too large
  public static JsonNode of(JsonNode schema, JsonNode document) {
    return new InlineRefs(document).inline(schema, 0);
  }

  private JsonNode inline(JsonNode node, int depth) {
    if (depth > DEEPEST || ++count > MOST) {
      throw new SchemaFault("is too deep or too large");
    }
    return switch (node) {
      case ObjectNode object when object.path("$ref").isTextual() ->
          referred(object.path("$ref").asText(), depth);
      case ObjectNode object -> {
        var out = JsonNodeFactory.instance.objectNode();
        for (var entry : object.properties()) {
          if (!LEFT_OUT.contains(entry.getKey())) {
            out.set(entry.getKey(), inline(entry.getValue(), depth + 1));
          }
        }
        yield out;
      }
      case ArrayNode array -> {
        var out = JsonNodeFactory.instance.arrayNode();
        array.forEach(one -> out.add(inline(one, depth + 1)));
        yield out;
      }
      default -> node;
    };
  }

  private JsonNode referred(String ref, int depth) {
    if (!ref.startsWith("#/") && !ref.equals("#")) {
      throw new SchemaFault("refers to another document");
    }
    if (open.contains(ref)) {
      return JsonNodeFactory.instance.objectNode();
    }
    var found = document.at(ref.substring(1));
    if (found.isMissingNode()) {
      throw new SchemaFault("refers to what is not there: " + ref);
    }
    open.push(ref);
    var inlined = inline(found, depth + 1);
    open.pop();
    return inlined;
  }
}
