package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testkit.Script;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/// A question in a conversation of its own, for a model whose answers say which question they are
/// for.
///
/// @param conversation where it is read
record AskedTurn(String id, String conversation, String question) {
  static final int TOKENS = 60;

  /// Asks; tries again while there is no room.
  static AskedTurn ask(Client client, String question) {
    var conversation = client.post("/api/v1/chat/conversations", "{}").json().path("id").asText();
    var path = "/api/v1/chat/conversations/" + conversation;
    var json = new JsonObject().put("text", question).encode();
    var posted = client.post(path + "/messages", json, "Idempotency-Key", question);
    while (posted.status() == 503) {
      Client.pause();
      posted = client.post(path + "/messages", json, "Idempotency-Key", question);
    }
    assertEquals(202, posted.status(), posted.body());
    return new AskedTurn(posted.json().path("turn").path("id").asText(), path, question);
  }

  String path() {
    return "/api/v1/chat/turns/" + id;
  }

  /// The stored answers.
  List<JsonNode> answers(Client client) {
    var messages = client.get(conversation).json().path("messages");
    return StreamSupport.stream(messages.spliterator(), false)
        .filter(message -> message.path("role").asText().equals("assistant"))
        .toList();
  }

  List<String> texts(Client client) {
    return answers(client).stream().map(message -> message.path("text").asText()).toList();
  }

  /// What the model says when nobody stops it.
  String whole() {
    var text = new StringBuilder();
    for (var i = 0; i < TOKENS; i++) {
      text.append(question).append('-').append(i).append(' ');
    }
    return text.toString().strip();
  }

  /// A model's answer, for the provider of the test.
  static Script answer(JsonObject request, Duration between) {
    var asked = question(request);
    var script = Script.stream().role();
    for (var i = 0; i < TOKENS; i++) {
      var _ = script.token(asked + "-" + i + " ").pause(between);
    }
    return script.finish("stop").usage(10, TOKENS).done();
  }

  /// What a provider was asked.
  static String question(JsonObject request) {
    var messages = request.getJsonArray("messages");
    return messages.getJsonObject(messages.size() - 1).getString("content");
  }
}
