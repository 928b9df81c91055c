package dev.parley.retrieval.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ConversationQueryTest {

  @Test
  void aFirstQuestionStandsForItself() {
    var query = ConversationQuery.of(List.of("How tall is it?"), null);

    assertEquals(List.of(WeightedText.of("How tall is it?")), query.texts());
    assertEquals("How tall is it?", query.toEmbed());
  }

  @Test
  void earlierTurnsCountHalfAsMuchEach() {
    var query = ConversationQuery.of(List.of("a", "b", "c", "d", "e"), null);

    assertEquals(
        List.of(
            new WeightedText("e", 1),
            new WeightedText("d", 0.5),
            new WeightedText("c", 0.25),
            new WeightedText("b", 0.125)),
        query.texts());
    assertEquals("d\ne", query.toEmbed());
  }

  @Test
  void theLastAnswerLendsTheWordsThatStandOut() {
    var answer = "The Eiffel Tower is a tower in Paris. The tower is tall, Eiffel built it.";

    var query = ConversationQuery.of(List.of("What stands there?", "How tall?"), answer);

    assertEquals(
        List.of("Tower", "Eiffel", "Paris", "built"),
        query.texts().stream().skip(2).map(WeightedText::text).toList());
    assertTrue(query.texts().stream().skip(2).allMatch(text -> text.weight() == 0.25));
  }

  @Test
  void aLongAnswerLendsOnlyAFewWords() {
    var answer = "alpha bravo charlie delta echo foxtrot golf hotel india juliet ".repeat(500);

    var query = ConversationQuery.of(List.of("question"), answer);

    assertEquals(1 + 8, query.texts().size());
  }

  @Test
  void aQuestionThatSaysEnoughIsEmbeddedAlone() {
    var turns = List.of("Who built Hook Head?", "Which gasket fits the water pump?");

    assertEquals(turns.getLast(), ConversationQuery.of(turns, null).toEmbed());
  }

  @Test
  void aQuestionOfFewWordsIsEmbeddedWithTheTurnBefore() {
    var query = ConversationQuery.of(List.of("Who built Hook Head?", "And how tall is it?"), null);

    assertEquals("Who built Hook Head?\nAnd how tall is it?", query.toEmbed());
  }

  @Test
  void aConversationHasAQuestion() {
    assertThrows(IllegalArgumentException.class, () -> ConversationQuery.of(List.of(), "answer"));
  }

  @Test
  void theSubjectOfTheTurnBeforeFindsThePassage() {
    try (var index = Passages.index()) {
      index.apply(
          List.of(
              Passages.document(1, "The lighthouse of Hook Head is 35 metres tall."),
              Passages.document(2, "The pump is 2 metres tall."),
              Passages.document(3, "The lighthouse of Hook Head was built by monks.")));
      var query = ConversationQuery.of(List.of("Where is Hook Head?", "How tall is it?"), null);

      var found =
          index.search(
              new PassageQuery(
                  query.texts(),
                  null,
                  PassageScope.all(Passages.WORKSPACE),
                  PassageQuery.Mode.TEXT,
                  3));

      assertEquals(Passages.id(1), found.getFirst().document());
    }
  }
}
