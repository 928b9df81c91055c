package dev.parley.tools.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArgumentSchemaTest {
  private static final ArgumentSchema ORDER =
      schema(
          """
          {"type":"object","required":["id"],"additionalProperties":false,"properties":{
           "id":{"type":"string","pattern":"^[A-Z]{2}-[0-9]+$","maxLength":10},
           "count":{"type":"integer","minimum":1,"maximum":5},
           "tags":{"type":"array","items":{"$ref":"#/$defs/tag"}},
           "pattern":{"type":"string"}},
           "$defs":{"tag":{"type":"string","enum":["a","b"]}}}
          """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"AB-1\"}",
        "{\"count\":5,\"id\":\"AB-1\",\"tags\":[\"a\",\"b\"]}",
        "{\"id\":\"AB-1\",\"pattern\":\"anything\"}"
      })
  void whatFitsIsTaken(String arguments) {
    assertEquals("", fault(arguments));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":1}",
        "{\"id\":\"ab-1\"}",
        "{\"id\":\"AB-123456789\"}",
        "{\"id\":\"AB-1\",\"count\":6}",
        "{\"id\":\"AB-1\",\"count\":1.5}",
        "{\"id\":\"AB-1\",\"tags\":[\"c\"]}",
        "{\"id\":\"AB-1\",\"pattern\":7}",
        "{\"id\":\"AB-1\",\"host\":\"evil.example\"}"
      })
  void whatDoesNotFitIsSaidToTheModel(String arguments) {
    assertTrue(fault(arguments).startsWith("The arguments do not fit."), () -> fault(arguments));
  }

  @Test
  void whatRefersToItselfEnds() {
    var tree =
        schema(
            """
            {"type":"object","properties":{"node":{"$ref":"#/$defs/node"}},
             "$defs":{"node":{"type":"object","properties":{"next":{"$ref":"#/$defs/node"}}}}}
            """);

    assertTrue(tree.fault(Arguments.read("{\"node\":{\"next\":{\"next\":{}}}}")).isEmpty());
    assertTrue(tree.fault(Arguments.read("{\"node\":7}")).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "7",
        "{\"type\":\"string\"}",
        "{\"$ref\":\"https://evil.example/schema.json\"}",
        "{\"properties\":{\"a\":{\"$ref\":\"#/nowhere\"}}}"
      })
  void whatIsNoSchemaIsRefused(String schema) {
    assertThrows(SchemaFault.class, () -> schema(schema));
  }

  @Test
  void aPatternKeepsNobodyBusy() {
    var slow = schema("{\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"^(a+)+$\"}}}");
    var arguments = Arguments.read("{\"a\":\"" + "a".repeat(20_000) + "b\"}");

    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertTrue(slow.fault(arguments).isPresent()));
  }

  @Test
  void argumentsHaveOneSpelling() {
    var one = Arguments.read(" {\"b\" : [ {\"y\":1,\"x\":2} ], \"a\":\"\\u00e9\"} ");
    var other = Arguments.read("{\"a\":\"é\",\"b\":[{\"x\":2,\"y\":1}]}");

    assertEquals("{\"a\":\"é\",\"b\":[{\"x\":2,\"y\":1}]}", one.text());
    assertEquals(one.text(), other.text());
    assertEquals("{}", Arguments.read("").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "{\"a\":1,\"a\":2}", "{\"a\":", "{} {}", "text"})
  void whatIsNoObjectIsRefused(String written) {
    assertThrows(ToolProblem.BadArguments.class, () -> Arguments.read(written));
  }

  @Test
  void whatNobodySeesIsTakenOut() {
    var hidden = "a\u202Eb\u200Bc\uDB40\uDC41d\uFE0Fe\u0007f\ng\th😀";

    assertEquals("abcdef\ng\th😀", Visible.text(hidden));
  }

  private static ArgumentSchema schema(String json) {
    return ArgumentSchema.read(json);
  }

  private static String fault(String arguments) {
    return ORDER.fault(Arguments.read(arguments)).orElse("");
  }
}
