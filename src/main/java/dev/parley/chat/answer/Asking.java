package dev.parley.chat.answer;

import dev.parley.chat.conversation.History;
import dev.parley.policy.Judged;
import dev.parley.policy.Said;
import dev.parley.retrieval.Passage;
import java.util.ArrayList;
import java.util.List;

/// What a model is about to be asked: the question, what was said before, and passages.
public record Asking(String question, History earlier, List<Passage> passages) {

  /// For the rules. What was said before was allowed when it was said.
  public Said said() {
    var beside = new ArrayList<String>();
    if (earlier.summary() != null) {
      beside.add(earlier.summary());
    }
    earlier.messages().forEach(message -> beside.add(message.text()));
    passages.forEach(passage -> beside.add(passage.text()));
    return new Said(List.of(question), beside);
  }

  /// The same with the texts that may go on.
  public Asking with(Judged judged) {
    var texts = judged.beside().iterator();
    var summary = earlier.summary() == null ? null : texts.next();
    return new Asking(
        judged.asked().getFirst(),
        new History(
            summary,
            earlier.messages().stream().map(message -> message.saying(texts.next())).toList()),
        passages.stream().map(passage -> passage.reading(texts.next())).toList());
  }
}
