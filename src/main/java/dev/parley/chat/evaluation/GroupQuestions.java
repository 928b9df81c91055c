package dev.parley.chat.evaluation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Questions that mean the same, together: by their vectors where there are some, else by their
/// words. Each is compared with each group, so this is not for an event loop.
final class GroupQuestions {
  /// The least cosine of two questions in one group. Chosen by eye; nothing was measured.
  static final double ALIKE = 0.86;

  private static final int MOST_GROUPS = 100;
  private static final int SHORT_WORD = 2;
  private static final int READ_CHARACTERS = 500;

  private GroupQuestions() {}

  /// Questions in one group, the latest first.
  record Group(List<AskedQuestion> questions) {
    Group {
      questions = List.copyOf(questions);
    }
  }

  /// The largest groups, the largest first.
  ///
  /// @param questions the latest first
  /// @param vectors of length 1, by question
  static List<Group> of(List<AskedQuestion> questions, Map<UUID, float[]> vectors) {
    var growing = new ArrayList<Growing>();
    for (var one : questions) {
      var words = words(one.question());
      var vector = vectors.get(one.id());
      var like = best(growing, words, vector);
      if (like == null) {
        growing.add(new Growing(words, vector, new ArrayList<>(List.of(one))));
      } else {
        like.questions.add(one);
      }
    }
    return growing.stream()
        .sorted(Comparator.comparingInt((Growing group) -> group.questions.size()).reversed())
        .limit(MOST_GROUPS)
        .map(group -> new Group(group.questions))
        .toList();
  }

  private static @Nullable Growing best(
      List<Growing> groups, String words, float @Nullable [] vector) {
    @Nullable Growing best = null;
    var least = ALIKE;
    for (var group : groups) {
      if (group.words.equals(words)) {
        return group;
      }
      var cosine = vector == null || group.vector == null ? -1 : dot(group.vector, vector);
      if (cosine >= least) {
        least = cosine;
        best = group;
      }
    }
    return best;
  }

  private static double dot(float[] a, float[] b) {
    var sum = 0.0;
    for (var i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /// What of a question counts when its words are compared.
  static String words(String question) {
    var read = question.substring(0, Math.min(question.length(), READ_CHARACTERS));
    var plain = Normalizer.normalize(read, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var all =
        Arrays.stream(plain.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
    var telling =
        all.stream()
            .filter(word -> word.length() > SHORT_WORD)
            .collect(Collectors.toCollection(TreeSet::new));
    return String.join(" ", telling.isEmpty() ? all : telling);
  }

  /// A group on its way. A class, since records with arrays are compared by identity.
  private static final class Growing {
    private final String words;
    private final float @Nullable [] vector;
    private final List<AskedQuestion> questions;

    Growing(String words, float @Nullable [] vector, List<AskedQuestion> questions) {
      this.words = words;
      this.vector = vector;
      this.questions = questions;
    }
  }
}
