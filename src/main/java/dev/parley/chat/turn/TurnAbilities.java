package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.chat.answer.AnswerWriter;
import dev.parley.retrieval.Passage;
import dev.parley.retrieval.Query;
import dev.parley.retrieval.Search;
import dev.parley.tools.builtin.Abilities;
import dev.parley.tools.builtin.Builtin;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;

/// What a turn can do for built-in tools. What it finds can be cited like what was found at its
/// beginning.
final class TurnAbilities implements Abilities {
  private static final String NOTHING = "Nothing fits.";

  private final Call call;
  private final Search search;
  private final AnswerWriter writer;
  private final int passages;

  /// @param passages that one search gives at most
  TurnAbilities(Call call, Search search, AnswerWriter writer, int passages) {
    this.call = call;
    this.search = search;
    this.writer = writer;
    this.passages = passages;
  }

  @Override
  public Set<Builtin> known() {
    return Set.of(Builtin.SEARCH, Builtin.TIME, Builtin.CALCULATOR);
  }

  @Override
  public Future<String> search(String query) {
    return search
        .find(call, new Query(query, List.of(), null, Query.Mode.HYBRID, passages))
        .map(this::told);
  }

  @Override
  public Future<String> handOver(String reason) {
    return Future.failedFuture(new IllegalStateException("not among the known"));
  }

  private String told(List<Passage> found) {
    if (found.isEmpty()) {
      return NOTHING;
    }
    var number = writer.offer(found);
    var text = new StringBuilder();
    for (var passage : found) {
      text.append("Source [%d]: %s\n%s\n\n".formatted(number++, passage.title(), passage.text()));
    }
    return text.toString().strip();
  }
}
