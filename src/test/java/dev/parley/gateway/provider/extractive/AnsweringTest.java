package dev.parley.gateway.provider.extractive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.gateway.provider.onnx.OnnxEmbedder;
import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelRequest.Source;
import dev.parley.testkit.Calls;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class AnsweringTest {
  private static final OnnxEmbedder EMBEDDER = new OnnxEmbedder(InstantSource.system(), 1);

  private static final Source LEAVE =
      new Source(
          1,
          "Staff handbook > Leave",
          """
          Everybody has 28 days of paid leave a year. Leave that is not taken by March is lost.

          To ask for leave:

          1. Open the calendar.
          2. Choose the days.
          3. Send the request to your team lead.\
          """);
  private static final Source PARKING =
      new Source(
          2,
          "Staff handbook > Parking",
          "The car park behind the house has forty places. Bicycles stand in the yard.");
  private static final Source MARKUP =
      new Source(
          3,
          "Templates > Line breaks",
          "A line break in a template is written as <br> and never as <script>.");

  @AfterAll
  static void close() {
    EMBEDDER.close();
  }

  @Test
  void quotesTheSentenceThatAnswersWithItsSource() {
    var answer = ask("How many days of paid leave do we have?", LEAVE, PARKING);

    assertTrue(answer.startsWith("Everybody has 28 days of paid leave a year. [1]"), answer);
  }

  @Test
  void givesStepsAsTheListTheyAre() {
    var answer = ask("How do I ask for leave?", PARKING, LEAVE);

    assertTrue(
        answer.contains(
            """
            1. Open the calendar. [1]
            2. Choose the days. [1]
            3. Send the request to your team lead. [1]\
            """),
        answer);
  }

  @Test
  void saysNothingOfItsOwn() {
    var answer = ask("How many places has the car park?", LEAVE, PARKING);

    for (var sentence : answer.split(" \\[\\d]\\s*", -1)) {
      var known = LEAVE.text().contains(sentence) || PARKING.text().contains(sentence);
      assertTrue(known, sentence);
    }
  }

  @Test
  void saysThatThereIsNothingAboutSomethingElse() {
    assertEquals(Answering.NOTHING, ask("Who discovered penicillin?", LEAVE, PARKING));
    assertEquals(Answering.NOTHING, ask("How many days of paid leave do we have?"));
    assertEquals(Answering.NOTHING, ask("?!", LEAVE));
  }

  @Test
  void understandsAQuestionThatLeansOnTheOneBefore() {
    var messages =
        List.of(
            ModelMessage.user("How many days of paid leave do we have?"),
            ModelMessage.assistant("Everybody has 28 days of paid leave a year. [1]"),
            ModelMessage.user("And when is it lost?"));

    var answer = answer(messages, LEAVE, PARKING);

    assertTrue(answer.contains("Leave that is not taken by March is lost. [1]"), answer);
  }

  @Test
  void quotesMarkupAsText() {
    var answer = ask("How is a line break written in a template?", MARKUP);

    assertTrue(answer.contains("written as \\<br> and never as \\<script>. [3]"), answer);
  }

  private static String ask(String question, Source... sources) {
    return answer(List.of(ModelMessage.user(question)), sources);
  }

  private static String answer(List<ModelMessage> messages, Source... sources) {
    var request = new ModelRequest("extractive", "", messages, List.of(sources), 1_000, 0);
    return new Answering(EMBEDDER).answer(Calls.any(), request);
  }
}
