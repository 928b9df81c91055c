package dev.parley.tools.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// A schema of OpenAPI 3.0 → JSON Schema, which is what 3.1 has.
final class Modern {
  private static final Map<String, String> BOUNDS =
      Map.of("exclusiveMinimum", "minimum", "exclusiveMaximum", "maximum");

  private Modern() {}

  static JsonNode schema(JsonNode schema) {
    return switch (schema) {
      case ObjectNode object -> {
        var out = JsonNodeFactory.instance.objectNode();
        for (var entry : object.properties()) {
          out.set(entry.getKey(), schema(entry.getValue()));
        }
        yield modern(out);
      }
      case ArrayNode array -> {
        var out = JsonNodeFactory.instance.arrayNode();
        array.forEach(one -> out.add(schema(one)));
        yield out;
      }
      default -> schema;
    };
  }

  private static ObjectNode modern(ObjectNode schema) {
    if (schema.path("nullable").isBoolean() && schema.path("type").isTextual()) {
      var nullable = schema.remove("nullable").asBoolean();
      if (nullable) {
        var type = schema.path("type").asText();
        schema.putArray("type").add(type).add("null");
      }
    }
    BOUNDS.forEach((exclusive, bound) -> {
      if (schema.path(exclusive).isBoolean()) {
        if (schema.remove(exclusive).asBoolean() && schema.has(bound)) {
          schema.set(exclusive, schema.remove(bound));
        }
      }
    });
    return schema;
  }
}
