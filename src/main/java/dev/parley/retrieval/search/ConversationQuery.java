package dev.parley.retrieval.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to look for when a question leans on what was said before ("and in winter?"), made without
/// asking a model.
///
/// @param texts the question with weight 1, the turns before it with half the weight per turn, and
///   the words that stand out in the last answer
/// @param toEmbed the question; one of few words with the turn before it in front
public record ConversationQuery(List<WeightedText> texts, String toEmbed) {
  private static final int EARLIER_TURNS = 3;
  private static final double DECAY = 0.5;
  private static final int KEY_WORDS = 8;
  private static final double KEY_WORD_WEIGHT = 0.25;
  private static final int SHORTEST_KEY_WORD = 3;

  /// A question with fewer terms says too little by itself to be embedded alone. One with more is
  /// not joined to the turn before: where the subject has changed, the joined vector finds the old
  /// one, while words with less weight do little harm.
  private static final int TELLING = 4;

  private static final int READ_CHARACTERS = 8000;

  private static final Comparator<KeyWord> STANDING_OUT =
      Comparator.comparingInt(KeyWord::times)
          .thenComparingInt(word -> word.text().length())
          .reversed()
          .thenComparing(KeyWord::text);

  public ConversationQuery {
    texts = List.copyOf(texts);
  }

  /// Composes the query from the end of a conversation.
  ///
  /// @param userTurns what the person wrote, oldest first; the last one is the question
  /// @param lastAnswer what was answered just before the question; null when it is the first
  public static ConversationQuery of(List<String> userTurns, @Nullable String lastAnswer) {
    if (userTurns.isEmpty()) {
      throw new IllegalArgumentException("a conversation without a question");
    }
    var question = userTurns.getLast();
    var texts = new ArrayList<WeightedText>();
    var weight = 1.0;
    for (var turn : userTurns.reversed().stream().limit(1 + EARLIER_TURNS).toList()) {
      texts.add(new WeightedText(turn, weight));
      weight *= DECAY;
    }
    if (lastAnswer != null) {
      texts.addAll(keyWords(lastAnswer, question));
    }
    return new ConversationQuery(texts, toEmbed(userTurns));
  }

  private static String toEmbed(List<String> userTurns) {
    var question = userTurns.getLast();
    if (userTurns.size() == 1) {
      return question;
    }
    var words = Words.of(Words.cut(question, READ_CHARACTERS));
    var telling = words.stream().map(Words.Word::term).distinct().count();
    var before = userTurns.get(userTurns.size() - 2);
    return telling < TELLING ? before + "\n" + question : question;
  }

  /// The words said most often in the answer, longer ones first among equals, that the question
  /// does not have. How rare they are in the documents weighs in when they are looked up.
  private static List<WeightedText> keyWords(String answer, String question) {
    var known = new HashSet<String>();
    Words.of(Words.cut(question, READ_CHARACTERS)).forEach(word -> known.add(word.term()));
    var times = new LinkedHashMap<String, KeyWord>();
    var read = Words.cut(answer, READ_CHARACTERS);
    for (var word : Words.of(read)) {
      var text = read.substring(word.start(), word.end());
      if (!known.contains(word.term()) && text.length() >= SHORTEST_KEY_WORD) {
        times.merge(word.term(), new KeyWord(text, 1), KeyWord::plus);
      }
    }
    return times.values().stream()
        .sorted(STANDING_OUT)
        .limit(KEY_WORDS)
        .map(word -> new WeightedText(word.text(), KEY_WORD_WEIGHT))
        .toList();
  }

  /// A word as first written, and how often it stands in the answer in any form.
  private record KeyWord(String text, int times) {
    KeyWord plus(KeyWord other) {
      return new KeyWord(text, times + other.times);
    }
  }
}
