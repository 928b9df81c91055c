package dev.parley.chat.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.chat.conversation.Citation;
import dev.parley.chat.log.TurnEvent;
import dev.parley.chat.log.TurnEvent.Cited;
import dev.parley.chat.log.TurnEvent.Delta;
import dev.parley.retrieval.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class AnswerWriterTest {
  private static final Passage HOURS =
      passage("Our hours 🕘 are long. The office opens at nine. It closes at six.", 100);
  private static final Passage PETS = passage("Dogs are welcome on Fridays.", 0);

  private final List<TurnEvent> events = new ArrayList<>();

  @Test
  void aMarkBecomesACitationOfTheSentenceThatSupportsIt() {
    var writer = write(List.of(HOURS, PETS), "The office opens at nine in the morning. [1]");

    var citation = writer.citations().getFirst();
    assertEquals("The office opens at nine. [1]".replace(".", " in the morning."), writer.text());
    assertEquals("The office opens at nine.", citation.quote());
  }

  @Test
  void offsetsCountCodePointsOfTheDocument() {
    var citation = write(List.of(HOURS), "The office opens at nine. [1]").citations().getFirst();

    var text = HOURS.text();
    var from = text.offsetByCodePoints(0, citation.start() - HOURS.start());
    var to = text.offsetByCodePoints(0, citation.end() - HOURS.start());
    assertEquals(citation.quote(), text.substring(from, to));
  }

  @Test
  void numbersFollowTheOrderOfUse() {
    var writer = write(List.of(HOURS, PETS), "Dogs are welcome. [2] The office closes at six. [1]");

    assertEquals("Dogs are welcome. [1] The office closes at six. [2]", writer.text());
    assertEquals(
        List.of("Dogs are welcome on Fridays.", "It closes at six."),
        writer.citations().stream().map(Citation::quote).toList());
  }

  @Test
  void aMarkWithoutSupportIsLeftOut() {
    var writer = write(List.of(PETS), "Quantum computers need cooling. [1] Nobody knows. [9]");

    assertEquals("Quantum computers need cooling. Nobody knows.", writer.text());
    assertEquals(List.of(), writer.citations());
  }

  @Test
  void bracketsInCodeStayAsTheyAre() {
    var writer = write(List.of(HOURS), "Use `hours[1]` here.");

    assertEquals("Use `hours[1]` here.", writer.text());
  }

  @Test
  void everyCutOfTheStreamGivesTheSameAnswer() {
    var text = "Dogs are welcome on Fridays. [2] The office opens at nine [1].";
    var whole = write(List.of(HOURS, PETS), text);

    for (var cut = 1; cut < text.length(); cut++) {
      events.clear();
      var writer = new AnswerWriter(List.of(HOURS, PETS), events::add);
      writer.write(text.substring(0, cut));
      writer.write(text.substring(cut));
      writer.end();
      assertEquals(whole.text(), writer.text(), "cut at " + cut);
      assertEquals(whole.citations(), writer.citations(), "cut at " + cut);
      assertEquals(writer.text(), deltas(), "cut at " + cut);
    }
  }

  @Test
  void theCitationStandsBeforeItsNumber() {
    var _ = write(List.of(PETS), "Dogs are welcome on Fridays. [1]");

    var cited = events.stream().filter(Cited.class::isInstance).findFirst().orElseThrow();
    var marked =
        events.stream()
            .filter(event -> event instanceof Delta(var text) && text.contains("[1]"))
            .findFirst()
            .orElseThrow();
    assertTrue(events.indexOf(cited) < events.indexOf(marked));
  }

  @Test
  void whatLooksLikeAMarkAtTheEndIsText() {
    assertEquals("See [", write(List.of(PETS), "See [").text());
  }

  private AnswerWriter write(List<Passage> passages, String text) {
    events.clear();
    var writer = new AnswerWriter(passages, events::add);
    text.codePoints().forEach(c -> writer.write(Character.toString(c)));
    writer.end();
    return writer;
  }

  private String deltas() {
    return events.stream()
        .filter(Delta.class::isInstance)
        .map(event -> ((Delta) event).text())
        .collect(Collectors.joining());
  }

  private static Passage passage(String text, int start) {
    return new Passage(
        new UUID(0, start),
        1,
        "Handbook",
        null,
        List.of(),
        null,
        null,
        start,
        start + text.codePointCount(0, text.length()),
        text,
        1,
        List.of());
  }
}
