package dev.parley.retrieval.search;

import static dev.parley.retrieval.search.Passages.SHAPE;
import static dev.parley.retrieval.search.Passages.at;
import static dev.parley.retrieval.search.Passages.document;
import static dev.parley.retrieval.search.Passages.found;
import static dev.parley.retrieval.search.Passages.id;
import static dev.parley.retrieval.search.Passages.index;
import static dev.parley.retrieval.search.Passages.query;
import static dev.parley.retrieval.search.Passages.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.retrieval.search.PassageQuery.Mode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PassageRankingTest {

  @Test
  void rareWordsCountMoreThanCommonOnes() {
    try (var index = index()) {
      index.apply(
          List.of(
              document(1, "the pump of the engine"),
              document(2, "the pump of the boiler"),
              document(3, "the pump of the well"),
              document(4, "the gasket of the well")));

      assertEquals(4, found(index, text("pump gasket")).getFirst());
    }
  }

  @Test
  void inflectedWordsMeet() {
    try (var index = index()) {
      index.apply(List.of(document(1, "The engineers' crises"), document(2, "harbour")));

      assertEquals(List.of(1), found(index, text("an Engineer in CRISIS")));
    }
  }

  @Test
  void namesAreFoundByTheirParts() {
    for (var name :
        List.of("maxRetries", "max_retries", "max.retries", "max-retries", "max:retries")) {
      try (var index = index()) {
        index.apply(List.of(document(1, "set " + name + " to 3"), document(2, "harbour")));

        assertEquals(List.of(1), found(index, text("how many retries?")), name);
        assertEquals(List.of(1), found(index, text(name)), name);
      }
    }
  }

  @Test
  void accentsDoNotMatter() {
    try (var index = index()) {
      index.apply(List.of(document(1, "Café Zürich"), document(2, "harbour")));

      assertEquals(List.of(1), found(index, text("zurich")));
      assertEquals(List.of(1), found(index, text("CAFÉ")));
    }
  }

  @Test
  void theNearestVectorIsFirst() {
    try (var index = index()) {
      index.apply(
          List.of(
              document(1, "north", at(90)),
              document(2, "north east", at(45)),
              document(3, "east", at(0))));

      var passages = index.search(query(Mode.VECTORS, "", at(30)));

      assertEquals(List.of(id(2), id(3), id(1)), documents(passages));
      assertEquals(Math.cos(Math.toRadians(15)), passages.getFirst().vectorScore(), 1e-6);
      assertEquals(passages.getFirst().vectorScore(), passages.getFirst().score());
    }
  }

  @Test
  void aHybridPrefersWhatBothSidesFind() {
    try (var index = index()) {
      index.apply(
          List.of(
              document(1, "gasket catalogue", at(90)),
              document(2, "unrelated words", at(0)),
              document(3, "gasket of the pump", at(10))));

      var passages = index.search(query(Mode.HYBRID, "gasket pump", at(0)));

      assertEquals(List.of(id(3), id(2), id(1)), documents(passages));
      assertEquals(1.0, passages.getFirst().score(), 0.02);
    }
  }

  @Test
  void bothScoresAreGivenWhicheverSideFoundThePassage() {
    try (var index = index()) {
      index.apply(List.of(document(1, "gasket", at(60)), document(2, "pump", at(0))));

      for (var mode : Mode.values()) {
        var gasket =
            index.search(query(mode, "gasket", at(0))).stream()
                .filter(passage -> passage.document().equals(id(1)))
                .findFirst()
                .orElseThrow();

        assertEquals(0.5, gasket.vectorScore(), 1e-6, mode.name());
        assertTrue(gasket.textScore() > 0, mode.name());
        assertEquals(1.0, gasket.coverage(), 1e-9, mode.name());
      }
    }
  }

  @Test
  void coverageIsTheShareOfTheQuestionsWeightThatOccurs() {
    try (var index = index()) {
      index.apply(List.of(document(1, "pump"), document(2, "pump gasket"), document(3, "well")));

      var passages = index.search(text("pump gasket absinthe"));

      var pump = Math.log(1 + 1.5 / 2.5);
      var gasket = Math.log(1 + 2.5 / 1.5);
      var absinthe = Math.log(1 + 3.5 / 0.5);
      var all = pump + gasket + absinthe;
      assertEquals(List.of(id(2), id(1)), documents(passages));
      assertEquals((pump + gasket) / all, passages.get(0).coverage(), 1e-9);
      assertEquals(pump / all, passages.get(1).coverage(), 1e-9);
    }
  }

  @Test
  void textScoreIsBm25() {
    try (var index = index()) {
      index.apply(
          List.of(document(1, "pump pump gasket"), document(2, "well water"), document(3, "well")));

      var found = index.search(text("pump")).getFirst();

      var idf = Math.log(1 + 2.5 / 1.5);
      var length = 1 - 0.75 + 0.75 * 3 / 2.0;
      assertEquals(idf * 2 / (2 + 1.2 * length), found.textScore(), 1e-5);
    }
  }

  @Test
  void withoutAVectorEveryModeIsText() {
    try (var index = index()) {
      index.apply(List.of(document(1, "gasket"), document(2, "pump")));

      for (var mode : Mode.values()) {
        var passages = index.search(query(mode, "gasket", null));

        assertEquals(List.of(id(1)), documents(passages), mode.name());
        assertEquals(passages.getFirst().textScore(), passages.getFirst().score(), mode.name());
      }
    }
  }

  @Test
  void aQuestionOfStopWordsIsAnsweredByItsVector() {
    try (var index = index()) {
      index.apply(List.of(document(1, "east", at(0)), document(2, "north", at(90))));

      assertEquals(1, found(index, query(Mode.HYBRID, "is that it, or not?", at(5))).getFirst());
      assertEquals(List.of(), found(index, query(Mode.TEXT, "is that it, or not?", at(5))));
    }
  }

  @Test
  void passagesStillWithoutVectorsAreRankedByTheirText() {
    try (var index = index()) {
      index.apply(
          List.of(
              document(1, "gasket of the pump"),
              document(2, "well", at(80)),
              document(3, "pump", at(0))));

      var found = index.search(query(Mode.HYBRID, "gasket pump", at(0)));

      assertEquals(id(1), found.getFirst().document());
      assertEquals(1.0, found.getFirst().score(), 1e-9);
      assertEquals(0.0, found.getFirst().vectorScore());
    }
  }

  @Test
  void languagesInWhichTheVectorsEarnNothingAreRankedByText() {
    var ranking = new Ranking(0.5, 100, 1.2f, 0.75f, Map.of("fi", 0.0));
    try (var index = PassageIndex.inMemory(SHAPE, ranking)) {
      index.apply(List.of(inLanguage("fi", 1, "pumppu", 90), inLanguage("fi", 2, "kaivo", 0)));

      var found = index.search(query(Mode.HYBRID, "pumppu", at(0)));

      assertEquals(1.0, found.getFirst().score(), 1e-9);
      assertEquals(id(1), found.getFirst().document());
      assertEquals(0.0, found.get(1).score(), 1e-9);
    }
  }

  private static IndexChange inLanguage(String language, int id, String text, double degrees) {
    var passage = new Passage(0, language, text, at(degrees));
    return new IndexChange.Replace(Passages.WORKSPACE, Passages.BASE, id(id), 1, List.of(passage));
  }

  @Test
  void equalScoresStandInTheSameOrderWhateverCameFirst() {
    var changes = new ArrayList<IndexChange>();
    for (var id = 1; id <= 30; id++) {
      changes.add(document(id, "the same words", at(0)));
    }
    var random = new Random(42);
    for (var round = 0; round < 5; round++) {
      Collections.shuffle(changes, random);
      try (var index = index()) {
        for (var from = 0; from < changes.size(); from += 5) {
          index.apply(changes.subList(from, from + 5));
        }

        for (var mode : Mode.values()) {
          assertEquals(
              List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
              found(index, query(mode, "same words", at(0))));
        }
      }
    }
  }

  @Test
  void wordsOfEarlierTurnsCountLess() {
    try (var index = index()) {
      index.apply(List.of(document(1, "gasket"), document(2, "pump")));

      var texts = List.of(WeightedText.of("gasket"), new WeightedText("pump", 0.5));
      var found =
          index.search(
              new PassageQuery(texts, null, PassageScope.all(Passages.WORKSPACE), Mode.TEXT, 10));

      assertEquals(List.of(id(1), id(2)), documents(found));
      assertEquals(found.get(0).textScore() / 2, found.get(1).textScore(), 1e-6);
      assertEquals(2.0 / 3, found.get(0).coverage(), 1e-9);
    }
  }

  @Test
  void noMoreThanTheLimitComeBack() {
    try (var index = index()) {
      var changes = new ArrayList<IndexChange>();
      for (var id = 0; id < 300; id++) {
        changes.add(document(id, "pump " + "well ".repeat(id % 7), at(id % 90)));
      }
      index.apply(changes);

      for (var limit : List.of(1, 7, 250)) {
        var scope = PassageScope.all(Passages.WORKSPACE);
        var found = index.search(PassageQuery.hybrid("pump", at(0), scope, limit));
        assertEquals(limit, found.size());
      }
      assertThrows(
          IllegalArgumentException.class,
          () -> PassageQuery.hybrid("pump", at(0), PassageScope.all(Passages.WORKSPACE), 0));
    }
  }

  private static List<java.util.UUID> documents(List<ScoredPassage> passages) {
    return passages.stream().map(ScoredPassage::document).toList();
  }
}
