package dev.parley.retrieval.search;

import dev.parley.call.WorkspaceId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Short words for building documents and questions in tests.
final class Passages {
  static final IndexShape SHAPE = new IndexShape("test", 3);
  static final WorkspaceId WORKSPACE = new WorkspaceId(new UUID(9, 1));
  static final WorkspaceId OTHER_WORKSPACE = new WorkspaceId(new UUID(9, 2));
  static final UUID BASE = new UUID(8, 1);

  private Passages() {}

  static PassageIndex index() {
    return PassageIndex.inMemory(SHAPE, Ranking.standard());
  }

  /// Document number `id` with these texts and no vectors.
  static IndexChange.Replace document(int id, String... texts) {
    return document(WORKSPACE, id, texts);
  }

  static IndexChange.Replace document(WorkspaceId workspace, int id, String... texts) {
    var passages =
        IntStream.range(0, texts.length).mapToObj(at -> passage(at, texts[at], null)).toList();
    return new IndexChange.Replace(workspace, BASE, id(id), 1, passages);
  }

  /// Document number `id` with one passage.
  static IndexChange.Replace document(int id, String text, float[] vector) {
    return new IndexChange.Replace(WORKSPACE, BASE, id(id), 1, List.of(passage(0, text, vector)));
  }

  static Passage passage(int ordinal, String text, float @Nullable [] vector) {
    return new Passage(ordinal, "en", text, vector);
  }

  /// The unit vector at this angle from the x axis, in degrees.
  static float[] at(double degrees) {
    var angle = Math.toRadians(degrees);
    return new float[] {(float) Math.cos(angle), (float) Math.sin(angle), 0};
  }

  static UUID id(int document) {
    return new UUID(7, document);
  }

  static PassageQuery text(String question) {
    return query(PassageQuery.Mode.TEXT, question, null);
  }

  static PassageQuery query(PassageQuery.Mode mode, String question, float @Nullable [] vector) {
    return new PassageQuery(
        List.of(WeightedText.of(question)), vector, PassageScope.all(WORKSPACE), mode, 10);
  }

  static PassageQuery within(PassageScope scope, String question) {
    return new PassageQuery(
        List.of(WeightedText.of(question)), null, scope, PassageQuery.Mode.TEXT, 10);
  }

  static PassageScope bases(UUID... bases) {
    return PassageScope.bases(WORKSPACE, Set.of(bases));
  }

  /// Numbers of the documents found, in order.
  static List<Integer> found(PassageIndex index, PassageQuery query) {
    return index.search(query).stream()
        .map(passage -> (int) passage.document().getLeastSignificantBits())
        .toList();
  }
}
