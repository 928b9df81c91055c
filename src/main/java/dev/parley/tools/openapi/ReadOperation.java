package dev.parley.tools.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.tools.http.CheckTarget;
import dev.parley.tools.tool.ArgumentSchema;
import dev.parley.tools.tool.HttpTarget;
import dev.parley.tools.tool.HttpTarget.Place;
import dev.parley.tools.tool.InlineRefs;
import dev.parley.tools.tool.SchemaFault;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One operation of a document → the tool that it would be.
final class ReadOperation {
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_DESCRIPTION = 1_000;
  private static final String JSON = "application/json";

  private final JsonNode document;
  private final String origin;
  private final String method;
  private final String path;
  private final ObjectNode properties = JsonNodeFactory.instance.objectNode();
  private final Set<String> required = new LinkedHashSet<>();
  private final Map<String, Place> places = new HashMap<>();

  ReadOperation(JsonNode document, String origin, String method, String path) {
    this.document = document;
    this.origin = origin;
    this.method = method;
    this.path = path;
  }

  /// @param names that are given already; the new one is added
  Candidate candidate(JsonNode operation, JsonNode item, Set<String> names) {
    var target = new HttpTarget(method, origin + path, Map.of());
    var schema = ArgumentSchema.none();
    String refused = null;
    try {
      refused = collect(operation, item);
      schema = ArgumentSchema.of(schema());
      target = new HttpTarget(method, origin + path, places);
      var wrong = CheckTarget.of(target, schema);
      if (refused == null && !wrong.isEmpty()) {
        refused = wrong.getFirst().pointer() + " " + wrong.getFirst().detail();
      }
    } catch (SchemaFault fault) {
      refused = "A schema in it " + fault.why() + ".";
    }
    var reads = method.equals("GET") || method.equals("HEAD");
    return new Candidate(
        method + " " + path,
        name(operation, names),
        said(operation),
        !reads,
        target,
        schema,
        refused);
  }

  private @Nullable String collect(JsonNode operation, JsonNode item) {
    var parameters = new LinkedHashMap<String, JsonNode>();
    for (var list : new JsonNode[] {item.path("parameters"), operation.path("parameters")}) {
      for (var one : list) {
        var parameter = InlineRefs.of(one, document);
        parameters.put(
            parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
      }
    }
    for (var parameter : parameters.values()) {
      var refused = parameter(parameter);
      if (refused != null) {
        return refused;
      }
    }
    return operation.has("requestBody") ? body(operation.path("requestBody")) : null;
  }

  private @Nullable String parameter(JsonNode parameter) {
    var name = parameter.path("name").asText();
    var needed = parameter.path("required").asBoolean();
    var place =
        switch (parameter.path("in").asText()) {
          case "path" -> Place.PATH;
          case "query" -> Place.QUERY;
          case "header" -> CheckTarget.mayBeSet(name, false) ? Place.HEADER : null;
          default -> null;
        };
    if (place == null) {
      return needed ? "It needs " + name + ", which a model may not give." : null;
    }
    if (!name.matches("[A-Za-z0-9_.-]{1,64}")) {
      return needed ? "It needs " + name + ", a name that models cannot write." : null;
    }
    if (properties.has(name)) {
      return "Two of its parameters are called " + name + ".";
    }
    var schema = parameter.path("schema").isObject() ? parameter.path("schema") : empty();
    var described = ((ObjectNode) Modern.schema(schema)).deepCopy();
    if (parameter.path("description").isTextual()) {
      described.set("description", parameter.path("description"));
    }
    properties.set(name, described);
    if (needed || place == Place.PATH) {
      required.add(name);
    }
    if (place != Place.PATH) {
      places.put(name, place);
    }
    return null;
  }

  private @Nullable String body(JsonNode given) {
    var body = InlineRefs.of(given, document);
    var needed = body.path("required").asBoolean();
    var schema = Modern.schema(body.path("content").path(JSON).path("schema"));
    if (!schema.path("properties").isObject()) {
      return needed ? "Its body is no JSON object with named fields." : null;
    }
    for (var field : schema.path("properties").properties()) {
      if (properties.has(field.getKey())) {
        return "Two of its parameters are called " + field.getKey() + ".";
      }
      if (field.getKey().matches("[A-Za-z0-9_.-]{1,64}")) {
        properties.set(field.getKey(), field.getValue());
        places.put(field.getKey(), Place.BODY);
      }
    }
    schema.path("required").forEach(one -> required.add(one.asText()));
    return null;
  }

  private JsonNode schema() {
    var schema = empty();
    schema.put("type", "object");
    schema.set("properties", properties);
    var list = schema.putArray("required");
    required.forEach(list::add);
    schema.put("additionalProperties", false);
    return schema;
  }

  private String name(JsonNode operation, Set<String> names) {
    var given = operation.path("operationId").asText();
    var wanted = given.isEmpty() ? method.toLowerCase(Locale.ROOT) + path : given;
    var clean = wanted.replaceAll("[^A-Za-z0-9_-]+", "_").replaceAll("^[^A-Za-z]+|_+$", "");
    var name = clean.isEmpty() ? "operation" : cut(clean, LONGEST_NAME);
    for (var number = 2; !names.add(name); number++) {
      name = cut(clean, LONGEST_NAME - 4) + "_" + number;
    }
    return name;
  }

  private String said(JsonNode operation) {
    var summary = operation.path("summary").asText();
    var description = operation.path("description").asText();
    var both = (summary + (description.isEmpty() ? "" : "\n" + description)).strip();
    return cut(both.isEmpty() ? method + " " + path : both, LONGEST_DESCRIPTION);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }
}
