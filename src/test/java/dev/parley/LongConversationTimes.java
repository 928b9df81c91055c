package dev.parley;

import dev.parley.platform.config.ProcessEnvironment;
import dev.parley.testkit.FakeProvider;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Prints how long a question takes from its sending to the first word of its answer: in new
/// conversations and in one of 1,500 messages, in turn. The model answers at once. See
/// `src/docs/testing.md` for the command.
final class LongConversationTimes {
  private static final PrintStream OUT = System.out;
  private static final int MESSAGES = 1_500;
  private static final int TRIES = 100;
  private static final int WARM_UP = 40;

  private LongConversationTimes() {}

  public static void main(String[] args) throws Exception {
    var vertx = Vertx.vertx();
    try (var provider =
        FakeProvider.start(vertx, 0, request -> AskedTurn.answer(request, Duration.ZERO))) {
      var folder = Files.createTempDirectory("parley-long");
      try (var product = new ProductProcess(folder, settings(provider))) {
        measure(new Client(product.url()));
      }
    } finally {
      var _ = vertx.close();
    }
  }

  private static Map<String, String> settings(FakeProvider provider) {
    var all = new HashMap<>(ProcessEnvironment.variables());
    all.putAll(
        Map.of(
            "APP_ENV", "development",
            "OPENAI_BASE_URL", provider.baseUrl().toString(),
            "LLM_MODEL", "fake",
            "RATE_LIMIT_REQUESTS", "1000000",
            "LOG_LEVEL", "error"));
    return all;
  }

  private static void measure(Client client) {
    var fresh = new ArrayList<Long>();
    var old = new ArrayList<Long>();
    for (var i = 0; i < TRIES + WARM_UP; i++) {
      var made = client.post("/api/v1/chat/conversations", "{}").json().path("id").asText();
      fresh.add(ask(client, made, "new" + i));
      // A copy of its own each time: an answer would make the next question's conversation longer.
      var taken = client.post("/api/v1/chat/import", file(i)).json().path("id").asText();
      old.add(ask(client, taken, "old" + i));
    }
    print("new conversations", fresh.subList(WARM_UP, fresh.size()));
    print("of 1,500 messages", old.subList(WARM_UP, old.size()));
  }

  /// Microseconds to the first word.
  private static long ask(Client client, String conversation, String question) {
    var path = "/api/v1/chat/conversations/" + conversation + "/messages";
    var begun = System.nanoTime();
    var reply = client.post(path, new JsonObject().put("text", question).encode());
    Crowd.require(reply, 202);
    var turn = reply.json().path("turn").path("id").asText();
    var first = new ArrayList<Long>();
    client.follow(
        "/api/v1/chat/turns/" + turn + "/events",
        0,
        event -> {
          if (event.name().equals("delta") && first.isEmpty()) {
            first.add((System.nanoTime() - begun) / 1_000);
          }
        });
    return first.getFirst();
  }

  private static String file(int number) {
    var messages = new JsonArray();
    var parent = (String) null;
    for (var i = 0; i < MESSAGES; i++) {
      var id = new UUID(number, i).toString();
      messages.add(
          new JsonObject()
              .put("id", id)
              .put("parent_id", parent)
              .put("role", i % 2 == 0 ? "user" : "assistant")
              .put("text", "Message " + i + " says what the one before it did not say.")
              .put("state", "complete")
              .put("created_at", Instant.EPOCH.plusSeconds(i).toString()));
      parent = id;
    }
    return new JsonObject()
        .put("format", "parley.conversation")
        .put("version", 1)
        .put("title", "Long " + number)
        .put("created_at", Instant.EPOCH.toString())
        .put("active_message_id", parent)
        .put("messages", messages)
        .encode();
  }

  private static void print(String what, List<Long> micros) {
    var sorted = micros.stream().sorted().toList();
    OUT.printf(
        "%s: first word after p50 %.1f ms, p90 %.1f ms of %d%n",
        what,
        sorted.get(sorted.size() / 2) / 1e3,
        sorted.get(sorted.size() * 9 / 10) / 1e3,
        sorted.size());
  }
}
