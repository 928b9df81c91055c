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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Prints how long a question takes from its sending to the first word of its answer: in new
/// conversations, in those of 8 messages and in those of 1,500, in turn. The model answers at once.
/// See `src/docs/testing.md` for the command.
final class LongConversationTimes {
  private static final PrintStream OUT = System.out;
  private static final int MESSAGES = 1_500;
  private static final int TRIES = 100;
  private static final int WARM_UP = 40;

  /// Long enough to be looked up without the turn before it.
  private static final String QUESTION = "How many days of leave are carried over into year ";

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
    // A copy of its own each time: an answer would make the next question's conversation longer.
    var all = TRIES + WARM_UP;
    var few = IntStream.range(0, all).mapToObj(i -> taken(client, i, 8)).toList();
    var many = IntStream.range(all, 2 * all).mapToObj(i -> taken(client, i, MESSAGES)).toList();
    var times = List.of(new ArrayList<Long>(), new ArrayList<Long>(), new ArrayList<Long>());
    for (var i = 0; i < all; i++) {
      var made = client.post("/api/v1/chat/conversations", "{}").json().path("id").asText();
      times.get(0).add(ask(client, made, QUESTION + i));
      times.get(1).add(ask(client, few.get(i), QUESTION + i));
      times.get(2).add(ask(client, many.get(i), QUESTION + i));
    }
    print("new conversations", times.get(0).subList(WARM_UP, all));
    print("of 8 messages", times.get(1).subList(WARM_UP, all));
    print("of 1,500 messages", times.get(2).subList(WARM_UP, all));
  }

  /// The id of a conversation that was taken in from a file.
  private static String taken(Client client, int number, int messages) {
    var taken = client.post("/api/v1/chat/import", file(number, messages));
    Crowd.require(taken, 201);
    return taken.json().path("id").asText();
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

  private static String file(int number, int count) {
    var messages = new JsonArray();
    @Nullable String parent = null;
    for (var i = 0; i < count; i++) {
      var id = new UUID(number, i).toString();
      var message = new JsonObject().put("id", id);
      if (parent != null) {
        message.put("parent_id", parent);
      }
      messages.add(
          message
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
