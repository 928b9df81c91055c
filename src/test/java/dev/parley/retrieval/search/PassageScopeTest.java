package dev.parley.retrieval.search;

import static dev.parley.retrieval.search.Passages.OTHER_WORKSPACE;
import static dev.parley.retrieval.search.Passages.WORKSPACE;
import static dev.parley.retrieval.search.Passages.at;
import static dev.parley.retrieval.search.Passages.bases;
import static dev.parley.retrieval.search.Passages.document;
import static dev.parley.retrieval.search.Passages.found;
import static dev.parley.retrieval.search.Passages.id;
import static dev.parley.retrieval.search.Passages.index;
import static dev.parley.retrieval.search.Passages.text;
import static dev.parley.retrieval.search.Passages.within;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.call.WorkspaceId;
import dev.parley.retrieval.search.PassageQuery.Mode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PassageScopeTest {

  @Test
  void onlyTheNamedBasesAreSearched() {
    try (var index = index()) {
      var first = new UUID(8, 1);
      var second = new UUID(8, 2);
      index.apply(List.of(inBase(first, 1), inBase(second, 2)));

      assertEquals(List.of(2), found(index, within(bases(second), "gasket")));
      assertEquals(List.of(1, 2), found(index, within(bases(first, second), "gasket")));
      assertEquals(List.of(1, 2), found(index, within(PassageScope.all(WORKSPACE), "gasket")));
    }
  }

  @Test
  void noBasesMeansNothingAndNotEverything() {
    try (var index = index()) {
      index.apply(List.of(document(1, "gasket")));

      assertEquals(List.of(), found(index, within(bases(), "gasket")));
    }
  }

  @Test
  void aBaseOfAnotherWorkspaceOpensNothing() {
    try (var index = index()) {
      var base = new UUID(8, 2);
      index.apply(
          List.of(
              new IndexChange.Replace(
                  OTHER_WORKSPACE, base, id(1), 1, List.of(Passages.passage(0, "gasket", null)))));

      assertEquals(List.of(), found(index, within(bases(base), "gasket")));
    }
  }

  private static IndexChange inBase(UUID base, int id) {
    return new IndexChange.Replace(
        WORKSPACE, base, id(id), 1, List.of(Passages.passage(0, "gasket", null)));
  }

  @Test
  void aNeighboursDocumentsDoNotShowInTheScores() {
    try (var index = index()) {
      index.apply(List.of(document(1, "gasket pump"), document(2, "pump well")));
      var before = index.search(text("gasket pump absinthe"));

      var secrets = IntStream.range(100, 200).mapToObj(PassageScopeTest::secret).toList();
      index.apply(secrets);

      assertEquals(before, index.search(text("gasket pump absinthe")));
    }
  }

  /// As long as the passages beside it, for the mean length of passages is counted over all.
  private static IndexChange secret(int id) {
    return document(OTHER_WORKSPACE, id, "gasket absinthe");
  }

  @Test
  void nearVectorsOfOthersDoNotCrowdOutOnesOwn() {
    try (var index = index()) {
      for (var id = 1000; id < 4000; id += 500) {
        index.apply(
            IntStream.range(id, id + 500).mapToObj(PassageScopeTest::foreignVector).toList());
      }
      index.apply(List.of(document(1, "gasket", at(120)), document(2, "pump", at(90))));

      var query = Passages.query(Mode.VECTORS, "", at(0));
      assertEquals(List.of(2, 1), found(index, query));
    }
  }

  private static IndexChange foreignVector(int id) {
    return new IndexChange.Replace(
        OTHER_WORKSPACE,
        Passages.BASE,
        id(id),
        1,
        List.of(Passages.passage(0, "gasket", at(id % 10))));
  }

  @Test
  void workspacesNeverSeeEachOtherWhateverHappens() {
    var random = new Random(2024);
    var workspaces = List.of(WORKSPACE, OTHER_WORKSPACE, new WorkspaceId(new UUID(9, 3)));
    var model = new HashMap<UUID, IndexChange.Replace>();
    try (var index = index()) {
      for (var step = 0; step < 100; step++) {
        var changes = Stream.generate(() -> randomChange(random, workspaces)).limit(10).toList();
        index.apply(changes);
        changes.forEach(change -> apply(change, model));
        var workspace = workspaces.get(random.nextInt(workspaces.size()));
        check(index, model, randomScope(random, workspace), random);
      }
    }
  }

  private static void apply(IndexChange change, Map<UUID, IndexChange.Replace> model) {
    switch (change) {
      case IndexChange.Replace replace -> model.put(replace.document(), replace);
      case IndexChange.Forget forget -> model.remove(forget.document());
    }
  }

  private static IndexChange randomChange(Random random, List<WorkspaceId> workspaces) {
    var number = random.nextInt(60);
    if (random.nextInt(4) == 0) {
      return new IndexChange.Forget(id(number));
    }
    var passages =
        IntStream.range(0, 1 + random.nextInt(3))
            .mapToObj(at -> Passages.passage(at, "gasket", at(random.nextInt(180))))
            .toList();
    var workspace = workspaces.get(number % workspaces.size());
    var base = new UUID(8, random.nextInt(4));
    return new IndexChange.Replace(workspace, base, id(number), random.nextInt(9), passages);
  }

  private static PassageScope randomScope(Random random, WorkspaceId workspace) {
    if (random.nextBoolean()) {
      return PassageScope.all(workspace);
    }
    var bases = new HashSet<UUID>();
    for (var count = random.nextInt(3); count > 0; count--) {
      bases.add(new UUID(8, random.nextInt(4)));
    }
    return PassageScope.bases(workspace, bases);
  }

  private static void check(
      PassageIndex index, Map<UUID, IndexChange.Replace> model, PassageScope scope, Random random) {
    var wanted = visible(model, scope);
    for (var mode : Mode.values()) {
      var query =
          new PassageQuery(
              List.of(WeightedText.of("gasket")), at(random.nextInt(180)), scope, mode, 1000);
      assertEquals(wanted, keys(index.search(query)), () -> mode + " in " + scope);
    }
  }

  private static Set<List<Object>> visible(
      Map<UUID, IndexChange.Replace> model, PassageScope scope) {
    var bases = scope.bases();
    return model.values().stream()
        .filter(document -> document.workspace().equals(scope.workspace()))
        .filter(document -> bases == null || bases.contains(document.base()))
        .flatMap(document ->
            document.passages().stream()
                .map(passage -> key(document.document(), document.version(), passage.ordinal())))
        .collect(Collectors.toSet());
  }

  private static Set<List<Object>> keys(List<ScoredPassage> found) {
    return found.stream()
        .map(passage -> key(passage.document(), passage.version(), passage.ordinal()))
        .collect(Collectors.toSet());
  }

  private static List<Object> key(UUID document, int version, int ordinal) {
    return List.of(document, version, ordinal);
  }
}
