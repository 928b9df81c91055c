package dev.parley.chat.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.Client;
import dev.parley.Product;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The assistant, asked by programs as if it were a model.
final class AssistantModelIT {
  private static final String CHAT = "/v1/chat/completions";
  private static final String QUESTION =
      """
      {"model":"assistant:default","stream":%s,"messages":[
       {"role":"user","content":"Hello"},{"role":"assistant","content":"Good day."},
       {"role":"user","content":"How far does the blue lantern of Tarn shine?"}]}
      """;

  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() {
    product = Product.extractive();
    client = new Client(product.url());
    var document =
        client.read("lantern.md", "# Tarn\n\nThe blue lantern of Tarn shines for nine miles.\n");
    assertEquals("ready", document.path("state").asText());
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void standsAmongTheModels() {
    var all = client.get("/v1/models").json().path("data");

    assertTrue(all.findValuesAsText("id").contains("assistant:default"), all::toString);
  }

  @Test
  void answersFromTheDocumentsWithAnnotations() {
    var reply = client.post(CHAT, QUESTION.formatted("false"));

    assertEquals(200, reply.status(), reply.body());
    var message = reply.json().at("/choices/0/message");
    assertTrue(message.path("content").asText().contains("nine miles"), reply.body());
    check(message.path("content").asText(), message.at("/annotations/0"));
    assertEquals("stop", reply.json().at("/choices/0/finish_reason").asText());
  }

  @Test
  void streamsTheSame() {
    var reply = client.post(CHAT, QUESTION.formatted("true"));

    var text = new StringBuilder();
    var annotations = List.<JsonNode>of();
    for (var line : reply.body().lines().toList()) {
      if (line.startsWith("data: {")) {
        var delta = parse(line.substring(6)).at("/choices/0/delta");
        text.append(delta.path("content").asText(""));
        annotations =
            delta.has("annotations") ? List.of(delta.path("annotations").get(0)) : annotations;
      }
    }
    assertTrue(reply.body().endsWith("data: [DONE]\n\n"), reply.body());
    check(text.toString(), annotations.getFirst());
  }

  /// What is not understood is refused, not left out; nothing of it is kept as a conversation.
  @Test
  void refusesToolsAndKeepsNothing() {
    var tools =
        QUESTION
            .formatted("false")
            .replace("\"stream\"", "\"tools\":[{\"type\":\"function\"}],\"stream\"");

    assertEquals(400, client.post(CHAT, tools).status());
    assertEquals(0, client.get("/api/v1/chat/conversations").json().path("conversations").size());
  }

  /// What the model behind it used is in the ledger, once.
  @Test
  void isPaidOnce() {
    var id = client.post(CHAT, QUESTION.formatted("false")).header("x-request-id");
    var attempts = client.get("/api/v1/admin/usage/calls/" + id).json().path("attempts");

    var kinds = attempts.findValuesAsText("kind");
    assertEquals(1, kinds.stream().filter("chat"::equals).count(), attempts::toString);
    assertTrue(kinds.contains("embedding"), attempts::toString);
  }

  private static JsonNode parse(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void check(String text, JsonNode annotation) {
    var place = annotation.path("url_citation");
    var mark = text.substring(place.path("start_index").asInt(), place.path("end_index").asInt());
    assertEquals("[1]", mark, text);
    assertEquals("Tarn", place.path("title").asText());
    assertTrue(place.path("url").asText().startsWith("/documents/"), place::toString);
  }
}
