package dev.parley.retrieval.search;

import static dev.parley.retrieval.search.Passages.at;
import static dev.parley.retrieval.search.Passages.document;
import static dev.parley.retrieval.search.Passages.found;
import static dev.parley.retrieval.search.Passages.index;
import static dev.parley.retrieval.search.Passages.query;
import static dev.parley.retrieval.search.Passages.text;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.retrieval.search.PassageQuery.Mode;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HostileQueryTest {

  @Test
  void nothingAskedFindsNothing() {
    try (var index = index()) {
      index.apply(List.of(document(1, "gasket", at(0))));

      for (var empty : List.of("", "   ", "\n\t", "?!*", "\u0000", "\uD83D", "🦀")) {
        assertEquals(List.of(), found(index, query(Mode.HYBRID, empty, null)), empty);
      }
    }
  }

  @Test
  void anEmptyIndexFindsNothing() {
    try (var index = index()) {
      assertEquals(List.of(), found(index, query(Mode.HYBRID, "gasket", at(0))));
      assertEquals(List.of(), found(index, text("gasket")));
    }
  }

  @Test
  void nothingInAQuestionIsSyntax() {
    try (var index = index()) {
      index.apply(List.of(document(1, "gasket"), document(2, "workspace")));

      for (var question :
          List.of(
              "gasket*",
              "+gasket -gasket",
              "text:gasket",
              "(gasket",
              "\"gasket",
              "gasket~9999",
              "[gasket TO",
              "gasket^1000000",
              "\\gasket",
              "/gasket/",
              "gasket && || !",
              "${gasket} %s {}",
              "\uDC00gasket\uD800")) {
        assertEquals(List.of(1), found(index, text(question)), question);
      }
      assertEquals(List.of(), found(index, text("gas* wor?space")));
    }
  }

  @Test
  void aQuestionAsLongAsABookIsCutNotRefused() {
    try (var index = index()) {
      index.apply(List.of(document(1, "gasket"), document(2, "word7")));
      var book =
          IntStream.range(0, 200_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));

      assertEquals(List.of(1, 2), sorted(index, text("gasket " + book)));
      assertEquals(List.of(2), sorted(index, text(book + " gasket")));
    }
  }

  private static List<Integer> sorted(PassageIndex index, PassageQuery query) {
    return found(index, query).stream().sorted().toList();
  }

  @Test
  void theTermsThatTellMostAreKept() {
    try (var index = index()) {
      var common =
          IntStream.range(0, 100).mapToObj(i -> "common" + i).collect(Collectors.joining(" "));
      index.apply(
          List.of(
              document(1, common),
              document(2, common),
              document(3, common),
              document(4, "gasket")));

      assertTrue(found(index, text(common + " gasket")).contains(4));
    }
  }

  @Test
  void anyStringIsAQuestion() {
    try (var index = index()) {
      index.apply(List.of(document(1, "gasket")));
      var random = new Random(7);
      for (var round = 0; round < 2000; round++) {
        var units = random.ints(random.nextInt(60), 0, 0x10000).toArray();
        var question = new StringBuilder();
        for (var unit : units) {
          question.append((char) unit);
        }

        assertDoesNotThrow(() -> index.search(text(question.toString())));
      }
    }
  }

  @Test
  void anUnfitVectorIsRefused() {
    try (var index = index()) {
      for (var unfit :
          List.of(new float[] {1}, new float[] {0, 0, 0}, new float[] {Float.NaN, 0, 1})) {
        assertThrows(
            IllegalArgumentException.class,
            () -> index.search(query(Mode.VECTORS, "gasket", unfit)));
      }
    }
  }
}
