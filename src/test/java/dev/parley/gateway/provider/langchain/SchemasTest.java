package dev.parley.gateway.provider.langchain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SchemasTest {
  @Test
  void keepsWhatItDoesNotKnow() {
    var schema = json("{'type':'object','properties':{'a':{'type':'string','pattern':'x+'}}}");

    var a = Schemas.of(schema, false).properties().get("a");

    assertEquals(JsonRawSchema.from("{\"type\":\"string\",\"pattern\":\"x+\"}"), a);
  }

  @Test
  void saysLessToWhoKnowsLess() {
    var schema =
        json(
            "{'type':'object','required':['a','ghost'],'properties':{"
                + "'a':{'type':['string','null'],'pattern':'x+'},'b':{'const':'one'},'c':true,"
                + "'d':{'oneOf':[{'enum':['x','y']}]}}}");

    var read = Schemas.of(schema, true);

    assertEquals(List.of("a"), read.required());
    assertEquals(
        Map.of(
            "b",
            JsonEnumSchema.builder().enumValues("one").build(),
            "c",
            new JsonStringSchema(),
            "d",
            JsonEnumSchema.builder().enumValues("x", "y").build()),
        without(read, "a"));
    assertEquals(
        2,
        ((JsonAnyOfSchema) read.properties().getOrDefault("a", new JsonStringSchema()))
            .anyOf()
            .size());
  }

  @Test
  void followsReferencesButNotForEver() {
    var schema =
        json(
            "{'type':'object','properties':{'tree':{'$ref':'#/definitions/node'}},'definitions':"
                + "{'node':{'type':'object','properties':{'next':{'$ref':'#/definitions/node'}}}}}");

    var tree = (JsonObjectSchema) Schemas.of(schema, true).properties().get("tree");

    assertEquals(Set.of("next"), tree == null ? Set.of() : tree.properties().keySet());
    var raw = Schemas.of(schema, false);
    assertEquals(JsonRawSchema.from("{\"$ref\":\"#/$defs/node\"}"), raw.properties().get("tree"));
    assertEquals(Set.of("node"), raw.definitions().keySet());
  }

  private static Map<String, ?> without(JsonObjectSchema schema, String name) {
    var rest = new HashMap<>(schema.properties());
    rest.remove(name);
    return rest;
  }

  private static JsonObject json(String text) {
    return new JsonObject(text.replace('\'', '"'));
  }
}
