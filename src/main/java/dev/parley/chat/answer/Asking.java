package dev.parley.chat.answer;

import dev.parley.chat.conversation.History;
import dev.parley.chat.conversation.Message;
import dev.parley.policy.Judged;
import dev.parley.policy.Said;
import dev.parley.retrieval.Passage;
import java.util.ArrayList;
import java.util.List;

/// What a model is about to be asked: the question, what was said before, and passages.
public record Asking(String question, History earlier, List<Passage> passages) {

  /// For the rules. What was said before was allowed when it was said.
  public Said said() {
    var before = new ArrayList<String>();
    var beside = new ArrayList<String>();
    if (earlier.summary() != null) {
      before.add(earlier.summary());
    }
    for (var message : earlier.messages()) {
      (isAsked(message) ? before : beside).add(message.text());
    }
    passages.forEach(passage -> beside.add(passage.text()));
    return new Said(List.of(question), before, beside);
  }

  /// The same with the texts that may go on.
  public Asking with(Judged judged) {
    var before = judged.before().iterator();
    var beside = judged.beside().iterator();
    var summary = earlier.summary() == null ? null : before.next();
    var messages =
        earlier.messages().stream()
            .map(message -> message.saying((isAsked(message) ? before : beside).next()))
            .toList();
    return new Asking(
        judged.asked().getFirst(),
        new History(summary, messages),
        passages.stream().map(passage -> passage.reading(beside.next())).toList());
  }

  private static boolean isAsked(Message message) {
    return message.role() == Message.Role.USER;
  }
}
