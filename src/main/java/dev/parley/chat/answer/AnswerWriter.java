package dev.parley.chat.answer;

import dev.parley.chat.answer.Quotes.Quote;
import dev.parley.chat.conversation.Citation;
import dev.parley.chat.log.TurnEvent;
import dev.parley.retrieval.Passage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Turns a model's text into the answer's events, as it comes.
///
/// A model marks its sources as `[n]`, where n is the number of a passage it was given. Each mark
/// is replaced by the number of a citation whose quote stands in that passage and supports the
/// sentence before the mark; a mark without support is left out. Nothing but a possible beginning
/// of a mark is held back. Used on one thread.
public final class AnswerWriter {
  private static final Pattern MARK = Pattern.compile("\\[(\\d{1,3})]");
  private static final Pattern OPEN_MARK = Pattern.compile("[ \\t]?\\[\\d{0,3}$|[ \\t]$");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？][\"')\\]]?\\s+|\\n");

  private final List<Passage> passages;
  private final Consumer<TurnEvent> events;
  private final Map<Place, Integer> numbers = new LinkedHashMap<>();
  private final List<Citation> citations = new ArrayList<>();
  private final StringBuilder answer = new StringBuilder();
  private final StringBuilder claim = new StringBuilder();
  private String held = "";
  private boolean inCode;

  /// @param passages those the model was given; number n is the n-th
  public AnswerWriter(List<Passage> passages, Consumer<TurnEvent> events) {
    this.passages = new ArrayList<>(passages);
    this.events = events;
  }

  /// The next piece of the model's text.
  public void write(String piece) {
    var text = held + piece;
    var open = OPEN_MARK.matcher(text);
    var cut = open.find() ? open.start() : text.length();
    held = text.substring(cut);
    emit(text.substring(0, cut));
  }

  /// Gives the model more passages. Returns the number of the first.
  public int offer(List<Passage> more) {
    passages.addAll(more);
    return passages.size() - more.size() + 1;
  }

  /// Parts what the model goes on to write from what it has written.
  public void part() {
    if (!answer.isEmpty() && answer.charAt(answer.length() - 1) != '\n') {
      emit("\n\n");
    }
  }

  /// The model has ended: what was held back is text after all.
  public void end() {
    var rest = held;
    held = "";
    emit(rest);
  }

  /// The answer so far.
  String text() {
    return answer.toString();
  }

  /// The citations so far, by number.
  List<Citation> citations() {
    return List.copyOf(citations);
  }

  private void emit(String text) {
    var out = new StringBuilder();
    var mark = MARK.matcher(text);
    var done = 0;
    while (mark.find()) {
      var before = text.substring(done, mark.start());
      hear(before);
      out.append(inCode ? before + mark.group() : cited(before, mark.group(1)));
      done = mark.end();
    }
    var rest = text.substring(done);
    hear(rest);
    forgetOldSentences();
    out.append(rest);
    if (!out.isEmpty()) {
      answer.append(out);
      events.accept(new TurnEvent.Delta(out.toString()));
    }
  }

  /// Takes note of what is said, and of whether it is code, where brackets mean something else.
  private void hear(String said) {
    claim.append(said);
    inCode ^= said.chars().filter(c -> c == '`').count() % 2 == 1;
  }

  private String cited(String before, String mark) {
    var number = cite(Integer.parseInt(mark));
    return number > 0 ? before + "[" + number + "]" : before.stripTrailing();
  }

  /// The number of a citation of passage `n` for the sentence just said; 0 when there is no
  /// support.
  private int cite(int n) {
    if (n < 1 || n > passages.size()) {
      return 0;
    }
    var passage = passages.get(n - 1);
    return Quotes.support(lastSentence(), passage.text())
        .map(quote -> numbers.computeIfAbsent(new Place(n, quote), _ -> publish(passage, quote)))
        .orElse(0);
  }

  private int publish(Passage passage, Quote quote) {
    var citation = Citation.of(citations.size() + 1, passage, quote.from(), quote.to());
    citations.add(citation);
    events.accept(new TurnEvent.Cited(citation));
    return citation.number();
  }

  /// Marks stand before or after the full stop; either way they mean the sentence before them.
  private String lastSentence() {
    var said = claim.toString().stripTrailing();
    var ends = SENTENCE_END.matcher(said);
    var begin = 0;
    while (ends.find()) {
      begin = ends.end();
    }
    return said.substring(begin);
  }

  /// Keeps the claim short: only its last sentence is ever looked at.
  private void forgetOldSentences() {
    if (claim.length() > 4_000) {
      var last = lastSentence();
      claim.setLength(0);
      claim.append(last.length() > 2_000 ? last.substring(last.length() - 2_000) : last);
    }
  }

  /// A stretch of the n-th passage.
  private record Place(int passage, Quote quote) {}
}
