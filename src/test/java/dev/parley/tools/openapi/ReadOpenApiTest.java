package dev.parley.tools.openapi;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.http.HttpProblem;
import dev.parley.tools.tool.Arguments;
import dev.parley.tools.tool.HttpTarget.Place;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadOpenApiTest {
  private static final String PETS =
      """
      openapi: 3.0.3
      info: { title: Pets }
      servers:
        - url: https://{region}.pets.example/v2/
          variables: { region: { default: eu } }
      paths:
        /pets/{id}:
          parameters:
            - { name: id, in: path, required: true, schema: { type: integer, minimum: 0, exclusiveMinimum: true } }
          get:
            operationId: get pet
            summary: One pet.
            parameters:
              - { name: fields, in: query, schema: { type: string, nullable: true } }
              - { name: Cookie, in: header, schema: { type: string } }
              - { name: X-Tenant, in: header, required: true, schema: { type: string } }
          patch:
            requestBody:
              required: true
              content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
          delete:
            parameters:
              - { name: session, in: cookie, required: true, schema: { type: string } }
        /upload:
          post:
            requestBody:
              required: true
              content: { image/png: { schema: { type: string } } }
      components:
        schemas:
          Pet:
            type: object
            required: [name]
            properties:
              name: { type: string }
              friend: { $ref: '#/components/schemas/Pet' }
      """;

  @Test
  void operationsBecomeTools() {
    var document = ReadOpenApi.of(PETS, "", "");
    var byName =
        document.candidates().stream().collect(Collectors.toMap(Candidate::operation, one -> one));

    assertEquals("https://eu.pets.example/v2", document.server());
    var get = requireNonNull(byName.get("GET /pets/{id}"));
    assertEquals("get_pet", get.name());
    assertNull(get.refused());
    assertFalse(get.sideEffect());
    assertEquals("https://eu.pets.example/v2/pets/{id}", get.target().url());
    assertEquals(Place.HEADER, get.target().place("X-Tenant"));
    assertFalse(get.arguments().names().contains("Cookie"));
    assertTrue(get.arguments().fault(fitting("{\"id\":0,\"X-Tenant\":\"t\"}")).isPresent());
    assertTrue(
        get.arguments().fault(fitting("{\"id\":1,\"X-Tenant\":\"t\",\"fields\":null}")).isEmpty());
    var patch = requireNonNull(byName.get("PATCH /pets/{id}"));
    assertTrue(patch.sideEffect());
    assertEquals(Place.BODY, patch.target().place("name"));
    assertTrue(patch.arguments().fault(fitting("{\"id\":1}")).isPresent());
    assertTrue(
        patch
            .arguments()
            .fault(fitting("{\"id\":1,\"name\":\"Rex\",\"friend\":{\"name\":\"Kit\"}}"))
            .isEmpty());
    assertNotNull(requireNonNull(byName.get("DELETE /pets/{id}")).refused());
    assertNotNull(requireNonNull(byName.get("POST /upload")).refused());
  }

  @Test
  void aServerIsRelativeToTheDocument() {
    var text =
        "{\"openapi\":\"3.1.0\",\"servers\":[{\"url\":\"/api\"}],\"paths\":{\"/a\":{\"get\":{}}}}";

    var document = ReadOpenApi.of(text, "https://a.example/docs/openapi.json", "");

    assertEquals("https://a.example/api", document.server());
    assertEquals("get_a", document.candidates().getFirst().name());
    assertEquals("http://b.example", ReadOpenApi.of(text, "", "http://b.example/").server());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "just text",
        "[1]",
        "{\"swagger\":\"2.0\"}",
        "{\"openapi\":\"3.1.0\",\"paths\":{}}",
        "{\"openapi\":\"3.1.0\",\"servers\":[{\"url\":\"file:///etc\"}],\"paths\":{}}",
        "{\"openapi\":\"3.1.0\",\"servers\":[{\"url\":\"http://a@b.example\"}],\"paths\":{}}"
      })
  void whatIsNoDocumentIsRefused(String text) {
    assertThrows(HttpProblem.Invalid.class, () -> ReadOpenApi.of(text, "", ""));
  }

  @Test
  void laughterStaysSmall() {
    var bomb =
        new StringBuilder("openapi: 3.1.0\nservers: [{url: http://a.example}]\na0: &a0 [x,x]\n");
    for (var i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d,*a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    bomb.append("paths: {}\n");

    assertEquals(0, ReadOpenApi.of(bomb.toString(), "", "").candidates().size());
  }

  private static Arguments fitting(String json) {
    return Arguments.read(json);
  }
}
