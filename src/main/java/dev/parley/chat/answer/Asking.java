package dev.parley.chat.answer;

import dev.parley.chat.conversation.History;
import dev.parley.chat.conversation.Message;
import dev.parley.gateway.spi.ModelMessage.Image;
import dev.parley.policy.Judged;
import dev.parley.policy.Said;
import dev.parley.retrieval.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a model is about to be asked: the question, what was said before, and passages.
///
/// @param images what the question shows
/// @param shown what earlier messages show, by their ids
public record Asking(
    String question,
    History earlier,
    List<Passage> passages,
    List<Image> images,
    Map<UUID, List<Image>> shown) {

  /// Without images.
  public Asking(String question, History earlier, List<Passage> passages) {
    this(question, earlier, passages, List.of(), Map.of());
  }

  /// The same with images.
  ///
  /// @param id of the question
  /// @param all what messages show, by their ids
  public Asking showing(UUID id, Map<UUID, List<Image>> all) {
    return new Asking(question, earlier, passages, all.getOrDefault(id, List.of()), all);
  }

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
        passages.stream().map(passage -> passage.reading(beside.next())).toList(),
        images,
        shown);
  }

  private static boolean isAsked(Message message) {
    return message.role() == Message.Role.USER;
  }
}
