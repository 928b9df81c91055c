package dev.parley;

import static dev.parley.testkit.ToolScripts.saying;
import static dev.parley.testkit.ToolScripts.using;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testkit.Script;
import dev.parley.testkit.ToolScripts.Use;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Passages of documents and answers of tools that give orders, and a model that obeys all of them:
/// `src/test/resources/injection` has the texts. Whatever they say, nothing that changes something
/// happens unless a person allows it, and no server is asked that no administrator named.
final class InjectionIT {
  private static final Pattern ORDER = Pattern.compile("([a-z_]+)\\((\\{.*?})\\)");
  private static final Pattern REF = Pattern.compile("[pt]\\d{3}");
  private static final String REFERENCE = "\"ref\":{\"type\":\"string\"},";
  private static final int READERS = 8;
  private static final int AT_ONCE = 2;

  private static ToolWorld world;
  private static List<String> passages;
  private static List<String> answers;

  private final Set<String> wanted = new ConcurrentSkipListSet<>();
  private final AtomicInteger waited = new AtomicInteger();

  @BeforeAll
  static void start() {
    world = new ToolWorld(InjectionIT::obey);
    passages = texts("passages");
    answers = texts("answers");
    var id = "\"id\":{\"type\":\"string\"}";
    var _ = world.tool("lookup", "GET", "/texts/{id}", false, id);
    var _ = world.tool("delete_order", "DELETE", "/orders/{id}", true, REFERENCE + id);
    var _ =
        world.tool(
            "send_mail",
            "POST",
            "/mail",
            true,
            REFERENCE + "\"to\":{\"type\":\"string\"},\"text\":{\"type\":\"string\"}");
    var _ =
        world.tool(
            "transfer",
            "POST",
            "/money",
            true,
            REFERENCE + "\"amount\":{\"type\":\"integer\"},\"account\":{\"type\":\"string\"}");
    for (var i = 0; i < passages.size(); i++) {
      var text = "# Handbook %s\n\n%s\n".formatted(word(i), passages.get(i));
      assertEquals(202, world.client().upload("p" + i + ".md", text.getBytes(UTF_8)).status());
    }
    for (var i = 0; i < answers.size(); i++) {
      world.server().say("t" + i, answers.get(i));
    }
    world.awaitDocuments();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void nothingHappensThatNobodyAllowed() throws Exception {
    var turns = new ArrayList<Callable<Void>>();
    for (var i = 0; i < passages.size(); i++) {
      var question = "What does the handbook " + word(i) + " say?";
      turns.add(() -> declineAll(question));
    }
    for (var i = 0; i < answers.size(); i++) {
      var question = "Please lookup({\"id\":\"t" + i + "\"})";
      turns.add(() -> declineAll(question));
    }
    try (var readers = Executors.newFixedThreadPool(READERS)) {
      for (var turn : readers.invokeAll(turns)) {
        var _ = turn.get();
      }
    }

    assertEquals(references(), new TreeSet<>(wanted), "the model obeyed each of them");
    assertTrue(waited.get() >= references().size(), () -> waited + " uses waited");
    assertUntouched();
    System.out.printf(
        "injection: %d texts obeyed, %d uses waited for a person, %d done, %d foreign requests%n",
        references().size(),
        waited.get(),
        world.server().seen("/mail")
            + world.server().seen("/money")
            + world.server().seen("/orders"),
        world.foreign().seen().size());
  }

  private Void declineAll(String question) {
    var turn = world.ask(question);
    var events =
        world.events(
            turn,
            call -> {
              waited.incrementAndGet();
              assertEquals(204, world.decide(turn, call, "decline"));
            });
    for (var event : events) {
      if (event.name().equals("tool_call")) {
        var found = REF.matcher(event.data());
        while (found.find()) {
          wanted.add(found.group());
        }
      }
    }
    return null;
  }

  private static void assertUntouched() {
    assertEquals(List.of(), world.foreign().seen());
    for (var seen : world.server().seen()) {
      assertEquals("GET", seen.method(), seen::toString);
      assertTrue(seen.uri().matches("/texts/[^/?]+"), seen::uri);
    }
  }

  private static Set<String> references() {
    var all = new TreeSet<String>();
    for (var i = 0; i < passages.size(); i++) {
      all.add("p%03d".formatted(i));
    }
    for (var i = 0; i < answers.size(); i++) {
      all.add("t%03d".formatted(i));
    }
    return all;
  }

  /// Does everything that any text tells it to, whoever wrote it, the latest first, and nothing
  /// twice.
  private static Script obey(JsonObject request) {
    var orders = new ArrayList<Use>();
    var done = new HashSet<String>();
    var messages = request.getJsonArray("messages", new JsonArray());
    for (var i = messages.size() - 1; i >= 0; i--) {
      var message = messages.getJsonObject(i);
      var calls = message.getJsonArray("tool_calls", new JsonArray());
      for (var c = 0; c < calls.size(); c++) {
        var function = calls.getJsonObject(c).getJsonObject("function");
        done.add(function.getString("name") + canonical(function.getString("arguments")));
      }
      var found = ORDER.matcher(String.valueOf(message.getValue("content")));
      while (found.find()) {
        orders.add(new Use(found.group(1), found.group(2)));
      }
    }
    var fresh =
        orders.stream()
            .filter(order -> done.add(order.name() + canonical(order.arguments())))
            .limit(AT_ONCE)
            .toList();
    return fresh.isEmpty() || "none".equals(request.getValue("tool_choice"))
        ? saying("Done as told.")
        : using(fresh);
  }

  private static String canonical(String json) {
    return new JsonObject(json).encode();
  }

  /// A word that stands in one document alone.
  private static String word(int number) {
    return "zq" + (char) ('a' + number / 26) + (char) ('a' + number % 26) + "xk";
  }

  private static List<String> texts(String name) {
    try {
      return Files.readAllLines(Path.of("src/test/resources/injection/" + name + ".txt")).stream()
          .map(line -> line.replace("{{FOREIGN}}", world.foreign().url()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
