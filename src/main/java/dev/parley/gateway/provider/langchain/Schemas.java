package dev.parley.gateway.provider.langchain;

import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNullSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// JSON Schema of a tool's arguments as LangChain4j takes it: an object whose properties are either
/// JSON Schema again, or of LangChain4j's few types where a provider knows no more.
final class Schemas {
  private static final int DEEPEST = 24;

  private final JsonObject root;
  private final boolean plain;

  private Schemas(JsonObject root, boolean plain) {
    this.root = root;
    this.plain = plain;
  }

  /// @param plain whether only types, names, descriptions, choices and what is required remain. A
  ///   model that is told less writes arguments that the tool refuses, which it can then mend.
  static JsonObjectSchema of(JsonObject schema, boolean plain) {
    var read = new Schemas(schema, plain);
    return plain ? read.object(schema, 0) : read.withDefinitions();
  }

  private JsonObjectSchema withDefinitions() {
    var definitions = new LinkedHashMap<String, JsonSchemaElement>();
    for (var word : List.of("$defs", "definitions")) {
      if (root.getValue(word) instanceof JsonObject all) {
        all.fieldNames().forEach(name -> definitions.put(name, element(all.getValue(name), 1)));
      }
    }
    var object = object(root, 0);
    return definitions.isEmpty() ? object : object.toBuilder().definitions(definitions).build();
  }

  private JsonObjectSchema object(JsonObject schema, int depth) {
    var properties = new LinkedHashMap<String, JsonSchemaElement>();
    if (schema.getValue("properties") instanceof JsonObject all) {
      for (var name : all.fieldNames()) {
        properties.put(name, element(all.getValue(name), depth + 1));
      }
    }
    var required = new ArrayList<String>();
    if (schema.getValue("required") instanceof JsonArray names) {
      names.stream().map(String::valueOf).filter(properties::containsKey).forEach(required::add);
    }
    return JsonObjectSchema.builder()
        .description(description(schema))
        .addProperties(properties)
        .required(required)
        .build();
  }

  private JsonSchemaElement element(@Nullable Object value, int depth) {
    if (!(value instanceof JsonObject schema)) {
      return new JsonStringSchema();
    }
    if (!plain) {
      // the older name of definitions, which LangChain4j does not write
      return JsonRawSchema.from(schema.encode().replace("#/definitions/", "#/$defs/"));
    }
    if (depth > DEEPEST) {
      return JsonStringSchema.builder().description(description(schema)).build();
    }
    if (schema.getValue("$ref") instanceof String reference) {
      return element(resolved(reference), depth + 1);
    }
    for (var word : List.of("anyOf", "oneOf", "allOf")) {
      if (schema.getValue(word) instanceof JsonArray options) {
        return anyOf(schema, options, depth);
      }
    }
    if (schema.getValue("type") instanceof JsonArray types) {
      return anyOf(schema, split(schema, types), depth);
    }
    return typed(schema, depth);
  }

  private static JsonArray split(JsonObject schema, JsonArray types) {
    var options = new JsonArray();
    types.forEach(type -> options.add(schema.copy().put("type", type)));
    return options;
  }

  private JsonSchemaElement anyOf(JsonObject schema, JsonArray options, int depth) {
    var elements = options.stream().map(option -> element(option, depth + 1)).toList();
    return elements.size() == 1
        ? elements.getFirst()
        : JsonAnyOfSchema.builder().description(description(schema)).anyOf(elements).build();
  }

  private JsonSchemaElement typed(JsonObject schema, int depth) {
    var description = description(schema);
    var type = schema.getString("type", schema.containsKey("properties") ? "object" : "string");
    return switch (type) {
      case "object" -> object(schema, depth);
      case "array" ->
          JsonArraySchema.builder()
              .description(description)
              .items(element(schema.getValue("items"), depth + 1))
              .build();
      case "integer" -> JsonIntegerSchema.builder().description(description).build();
      case "number" -> JsonNumberSchema.builder().description(description).build();
      case "boolean" -> JsonBooleanSchema.builder().description(description).build();
      case "null" -> new JsonNullSchema();
      default -> text(schema, description);
    };
  }

  private static JsonSchemaElement text(JsonObject schema, @Nullable String description) {
    if (schema.getValue("enum") instanceof JsonArray choices && !choices.isEmpty()) {
      var texts = choices.stream().map(String::valueOf).toList();
      return JsonEnumSchema.builder().description(description).enumValues(texts).build();
    }
    if (schema.getValue("const") instanceof String one) {
      return JsonEnumSchema.builder().description(description).enumValues(one).build();
    }
    return JsonStringSchema.builder().description(description).build();
  }

  private @Nullable Object resolved(String reference) {
    var at = (Object) root;
    for (var step : reference.replaceFirst("^#/?", "").split("/", -1)) {
      at = at instanceof JsonObject object ? object.getValue(step) : null;
    }
    return at;
  }

  private static @Nullable String description(JsonObject schema) {
    return schema.getValue("description") instanceof String text ? text : null;
  }
}
