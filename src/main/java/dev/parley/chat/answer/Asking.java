package dev.parley.chat.answer;

import dev.parley.chat.conversation.History;
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
        passages.stream().map(passage -> passage.reading(texts.next())).toList(),
        images,
        shown);
  }
}
