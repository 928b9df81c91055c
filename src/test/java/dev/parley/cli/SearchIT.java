package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.cli.StandIn.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Passages on a terminal, in a pipe, and none at all.
final class SearchIT {
  private static final String PATH = "/api/v1/knowledge/search";
  private static final String FOUND =
      """
      {"passages":[{"document_id":"0199b0a0-0000-7000-8000-000000000001","version":1,\
      "title":"Actors","url":"https://d.org/a","anchor":"x","heading_path":["Lifetime"],\
      "text":"An 🎭 actor lives.\\nAnother actor too.","start":0,"end":37,"score":0.83,\
      "highlights":[{"start":5,"end":10},{"start":8,"end":9},{"start":26,"end":31},\
      {"start":30,"end":99}]}],"took_ms":3}\
      """;

  private StandIn server;
  private Typed typed;

  @BeforeEach
  void start() throws IOException {
    server = StandIn.start();
    server.replies.put(PATH, Reply.ok(FOUND));
    typed = Typed.against(server.url());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void printsPassagesPlainlyIntoAPipe() {
    assertEquals(ExitCode.OK, typed.run("search", "actor"));
    assertEquals(
        """
        1. Actors › Lifetime  (0.83)
           https://d.org/a#x
           An 🎭 actor lives.
           Another actor too.

        """,
        typed.out());
    assertEquals("1 passage in 3 ms\n", typed.err());
  }

  @Test
  void setsTheWordsOffOnATerminal() {
    typed.live();

    assertEquals(ExitCode.OK, typed.run("search", "actor"));
    assertEquals(
        List.of(
            "1. \u001b[1mActors › Lifetime\u001b[0m  (0.83)",
            "   https://d.org/a#x",
            "   An 🎭 \u001b[1mactor\u001b[0m lives.",
            "   Another \u001b[1mactor\u001b[0m too.",
            ""),
        typed.out().lines().toList());
  }

  @Test
  void printsPlainlyWhereNoColourIsWanted() {
    typed.environment.put("NO_COLOR", "1");
    typed.live();

    assertEquals(ExitCode.OK, typed.run("search", "actor"));
    assertEquals(-1, typed.out().indexOf('\u001b'));
  }

  @Test
  void passesOnHowToLook() {
    assertEquals(ExitCode.OK, typed.run("search", "--mode", "text", "--limit=3", "a", "b"));
    assertEquals(
        List.of("POST " + PATH + " {\"query\":\"a b\",\"mode\":\"text\",\"limit\":3}"),
        server.requests);
  }

  @Test
  void failsWhereNothingFits() {
    server.replies.put(PATH, Reply.ok("{\"passages\":[],\"took_ms\":1}"));

    assertEquals(ExitCode.FAILED, typed.run("search", "actor"));
    assertEquals("parley: Nothing fits.\n", typed.err());
  }

  @Test
  void tellsWhatIsWrongWithTheRequest() {
    var body =
        """
        {"type":"x","title":"Validation failed","status":400,"detail":"It does not fit.",\
        "code":"validation_failed","request_id":"r","retryable":false,\
        "errors":[{"pointer":"/query","detail":"is too long"}]}\
        """;
    server.replies.put(PATH, new Reply(400, Map.of(), body));

    assertEquals(ExitCode.FAILED, typed.run("search", "actor"));
    assertEquals("parley: It does not fit. /query: is too long\n", typed.err());
  }

  @Test
  void saysThatWhatAnswersIsNotParley() {
    server.replies.put(PATH, new Reply(200, Map.of(), "<html>welcome</html>"));

    assertEquals(ExitCode.FAILED, typed.run("search", "actor"));
    assertEquals(
        "parley: What answers at " + server.url() + " is not Parley.",
        typed.err().substring(0, typed.err().indexOf(" is not Parley.") + 15));
  }

  @Test
  void doesNotWaitLongerThanSomebodyAtATerminalWould() {
    server.replies.put(
        PATH, Reply.problem(429, "The day's limit is reached.").with("Retry-After", "3600"));

    assertEquals(ExitCode.FAILED, typed.run("search", "actor"));
    assertEquals("parley: The day's limit is reached.\n", typed.err());
    assertEquals(List.of(), typed.pauses);
  }
}
