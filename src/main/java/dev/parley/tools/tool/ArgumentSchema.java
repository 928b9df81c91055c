package dev.parley.tools.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.http.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.SchemaException;
import io.vertx.json.schema.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a tool takes: JSON Schema (2020-12) of an object. Immutable; safe from any thread.
public final class ArgumentSchema {
  private static final int LONGEST = 65_536;
  private static final int TOLD = 5;

  /// Their patterns would be run by an engine that a text can keep busy for ever. Where one can be
  /// had, [Patterns] asks an engine that cannot be.
  private static final Set<String> PATTERNS = Set.of("pattern", "patternProperties", "format");

  private static final JsonSchemaOptions OPTIONS =
      new JsonSchemaOptions()
          .setBaseUri("app://tool")
          .setDraft(Draft.DRAFT202012)
          .setOutputFormat(OutputFormat.Basic);

  private final ObjectNode tree;
  private final String text;
  private final Validator validator;
  private final Patterns patterns;

  private ArgumentSchema(ObjectNode tree) {
    this.tree = tree;
    this.text = Json.text(tree);
    if (text.length() > LONGEST) {
      throw new SchemaFault("is longer than " + LONGEST + " letters");
    }
    this.patterns = Patterns.of(tree);
    var checked = new JsonObject(Json.text(without(tree, false)));
    try {
      this.validator = Validator.create(JsonSchema.of(checked), OPTIONS);
      var _ = validator.validate(new JsonObject());
    } catch (SchemaException | IllegalArgumentException | ClassCastException e) {
      throw new SchemaFault("is no JSON Schema: " + e.getMessage());
    }
  }

  /// Nothing.
  public static ArgumentSchema none() {
    return of(JsonNodeFactory.instance.objectNode());
  }

  /// @throws SchemaFault when arguments cannot be checked with it
  public static ArgumentSchema of(JsonNode schema) {
    if (!(InlineRefs.of(schema, schema) instanceof ObjectNode tree)) {
      throw new SchemaFault("must be an object");
    }
    if (!tree.has("type")) {
      tree.put("type", "object");
    }
    if (!tree.path("type").asText().equals("object")) {
      throw new SchemaFault("must be of the type object");
    }
    if (!(tree.path("properties") instanceof ObjectNode)) {
      tree.putObject("properties");
    }
    return new ArgumentSchema(tree);
  }

  /// @throws SchemaFault as [#of(JsonNode)]
  public static ArgumentSchema read(String json) {
    return of(Json.readOwn(json, JsonNode.class));
  }

  /// Without references.
  public ObjectNode tree() {
    return tree.deepCopy();
  }

  /// As JSON.
  public String text() {
    return text;
  }

  /// Names of the arguments.
  public List<String> names() {
    var names = new ArrayList<String>();
    tree.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /// What is wrong with arguments, for a model that may write them anew; empty when nothing is.
  public Optional<String> fault(Arguments arguments) {
    var result = validator.validate(new JsonObject(arguments.text()));
    if (Boolean.TRUE.equals(result.getValid())) {
      return patterns.fault(arguments.tree());
    }
    var told = new StringBuilder("The arguments do not fit.");
    List<OutputUnit> errors = result.getErrors() == null ? List.of() : result.getErrors();
    errors.stream()
        .limit(TOLD)
        .forEach(error ->
            told.append(' ')
                .append(error.getInstanceLocation().replaceFirst("^#", ""))
                .append(": ")
                .append(error.getError())
                .append('.'));
    return Optional.of(told.toString());
  }

  /// @param names whether the keys of `schema` are names of arguments, so that all of them stay
  private static JsonNode without(JsonNode schema, boolean names) {
    return switch (schema) {
      case ObjectNode object -> {
        var out = JsonNodeFactory.instance.objectNode();
        for (var entry : object.properties()) {
          var key = entry.getKey();
          if (names || !PATTERNS.contains(key)) {
            out.set(key, without(entry.getValue(), !names && key.equals("properties")));
          }
        }
        yield out;
      }
      case ArrayNode array -> {
        var out = JsonNodeFactory.instance.arrayNode();
        array.forEach(one -> out.add(without(one, false)));
        yield out;
      }
      default -> schema;
    };
  }
}
