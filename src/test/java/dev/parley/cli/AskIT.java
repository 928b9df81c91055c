package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.cli.StandIn.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A question, the answer as it comes, and its sources.
final class AskIT {
  private static final String TURN = "0199b0a0-0000-7000-8000-000000000001";
  private static final String STARTED =
      frame(
          1,
          "started",
          "{'turn_id':'%1$s','conversation_id':'%1$s','question_id':'%1$s','answer_id':'%1$s'}"
              .formatted(TURN));
  private static final String CITED =
      frame(
          3,
          "citation",
          "{'citation':{'number':1,'document_id':'"
              + TURN
              + "','version':1,'title':'Actors','url':'https://d.org/actors','anchor':'life',"
              + "'page':3,'heading_path':['Actors','Lifetime'],'quote':'An actor\\nlives on.',"
              + "'start':1,'end':2,'score':0.9}}");
  private static final String DONE =
      frame(9, "completed", "{'message_id':'" + TURN + "','finish_reason':'stop'}");

  private StandIn server;
  private Typed typed;

  @BeforeEach
  void start() throws IOException {
    server = StandIn.start();
    typed = Typed.against(server.url());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void printsTheAnswerAndThenItsSources() {
    server.streams.add(
        List.of(
            ": ping\n\n",
            STARTED,
            frame(2, "status", "{'phase':'searching','bases':1}"),
            CITED,
            delta(4, "It lives "),
            delta(5, "on [1]."),
            frame(6, "news", "{'of':'a later server'}"),
            DONE));

    var code = typed.run("ask", "how long does it live?");

    assertEquals(ExitCode.OK, code);
    assertEquals(
        """
        It lives on [1].

        Sources
        [1] Actors › Lifetime, page 3
            https://d.org/actors#life
            “An actor lives on.”
        """,
        typed.out());
    assertEquals("", typed.err());
    assertEquals(List.of("POST /ask {\"query\":\"how long does it live?\"}"), server.requests);
  }

  @Test
  void takesUpAStreamThatWasCut() {
    server.streams.add(List.of(STARTED, CITED, delta(4, "It "), "cut"));
    server.streams.add(List.of(delta(4, "It "), delta(5, "lives "), "cut"));
    server.streams.add(List.of(delta(6, "on [1]."), DONE));

    assertEquals(ExitCode.OK, typed.run("ask", "why"));
    assertTrue(typed.out().startsWith("It lives on [1].\n"), typed.out());
    assertEquals(
        List.of("resumed behind 4", "resumed behind 5"),
        server.requests.stream().filter(line -> line.startsWith("resumed")).toList());
  }

  @Test
  void takesUpAStreamThatEndsWithoutItsLastEvent() {
    server.streams.add(
        List.of(STARTED, delta(2, "Half"), "retry: 300\nevent: draining\ndata: {}\n\n"));
    server.streams.add(List.of(delta(3, " and half."), DONE));

    assertEquals(ExitCode.OK, typed.run("ask", "why"));
    assertEquals("Half and half.\n", typed.out());
  }

  @Test
  void givesUpAfterAFewTriesThatBringNothing() {
    server.streams.add(List.of(STARTED, delta(2, "Half"), "cut"));

    assertEquals(ExitCode.FAILED, typed.run("ask", "why"));
    assertEquals("Half\n", typed.out());
    assertTrue(typed.err().contains("5 tries to take it up again failed"), typed.err());
    assertTrue(typed.err().contains(TURN), typed.err());
    assertEquals(
        List.of(300L, 600L, 1200L, 2400L, 4800L),
        typed.pauses.stream().map(Duration::toMillis).toList());
  }

  @Test
  void doesNotAskTwiceWhenItIsCutBeforeTheBeginning() {
    server.streams.add(List.of(": ping\n\n", "cut"));

    assertEquals(ExitCode.FAILED, typed.run("ask", "why"));
    assertEquals(
        "parley: The connection was lost before the answer began. Ask again.\n", typed.err());
    assertEquals(1, server.requests.size());
  }

  @Test
  void tellsAFailureInTheServersWords() {
    var problem =
        "{'problem':{'type':'x','title':'X','status':502,'detail':'The model does not answer.',"
            + "'code':'x','request_id':'r-7','retryable':true}}";
    server.streams.add(List.of(STARTED, delta(2, "Half"), frame(3, "failed", problem)));

    assertEquals(ExitCode.FAILED, typed.run("ask", "why"));
    assertEquals("Half\n", typed.out());
    assertEquals("parley: The model does not answer. (request r-7)\n", typed.err());
  }

  @Test
  void beginsAgainWhenAnotherServerDoes() {
    server.streams.add(
        List.of(
            STARTED,
            CITED,
            delta(4, "Lost"),
            frame(5, "attempt", "{'number':2}"),
            delta(6, "Found"),
            DONE));

    assertEquals(ExitCode.OK, typed.run("ask", "why"));
    assertEquals("Lost\nFound\n", typed.out());
    assertTrue(typed.err().contains("begins the answer again"), typed.err());
  }

  @Test
  void doesNotLetADocumentSpeakToTheTerminal() {
    server.streams.add(List.of(STARTED, delta(2, "a\\u001b[2Jb\\u0007\\u202ec\\r"), DONE));
    typed.live();

    assertEquals(ExitCode.OK, typed.run("ask", "why"));
    assertEquals("a[2Jbc\n", typed.out());
  }

  @Test
  void printsTheWholeAnswerAsJson() {
    var json = "{\"answer\":\"yes\",\"citations\":[],\"new\":1}";
    server.replies.put("/ask", Reply.ok(json));

    assertEquals(ExitCode.OK, typed.run("ask", "--json", "why"));
    assertEquals(json + "\n", typed.out());
  }

  @Test
  void stopsTheAnswerOnTheServerWhenInterrupted() {
    server.replies.put("/api/v1/chat/turns/" + TURN + "/cancel", new Reply(202, Map.of(), "{}"));
    server.streams.add(List.of(STARTED, delta(2, "Half"), "cut"));
    server.streams.add(List.of(frame(3, "cancelled", "{'message_id':'" + TURN + "'}")));
    typed.duringPause(typed.interruption::happen);

    assertEquals(ExitCode.FAILED, typed.run("ask", "why"));
    assertTrue(
        server.requests.contains("POST /api/v1/chat/turns/" + TURN + "/cancel "),
        server.requests.toString());
    assertEquals("Half\n", typed.out());
    assertEquals("", typed.err());
  }

  @Test
  void saysThatNothingListens() {
    server.close();

    assertEquals(ExitCode.FAILED, typed.run("ask", "why"));
    assertEquals(
        "parley: " + server.url() + " does not answer: nothing accepts connections there.\n",
        typed.err());
  }

  @Test
  void saysThatWhatListensIsNotParley() {
    server.replies.put("/ask", new Reply(404, Map.of(), "<html>no</html>"));

    assertEquals(ExitCode.FAILED, typed.run("ask", "why"));
    assertEquals("parley: The server answered 404 and gave no reason.\n", typed.err());
    assertFalse(typed.err().contains("<"), typed.err());
  }

  private static String delta(int id, String text) {
    return frame(id, "delta", "{'text':'" + text + "'}");
  }

  private static String frame(int id, String name, String data) {
    return "id: %d\nevent: %s\ndata: %s\n\n".formatted(id, name, data.replace('\'', '"'));
  }
}
