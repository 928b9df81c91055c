package dev.parley.chat.turn;

import dev.parley.chat.answer.AnswerWriter;
import dev.parley.chat.handover.Handover.By;
import dev.parley.chat.handover.Handovers;
import dev.parley.chat.log.TurnEvent;
import dev.parley.retrieval.Passage;
import dev.parley.retrieval.Query;
import dev.parley.retrieval.Search;
import dev.parley.tools.builtin.Abilities;
import dev.parley.tools.builtin.Builtin;
import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a turn can do for built-in tools. What it finds can be cited like what was found at its
/// beginning.
final class TurnAbilities implements Abilities {
  private static final String NOTHING = "Nothing fits.";

  private static final String ASKED =
      "A person of the team was asked. Say so, and end your answer.";

  private final LiveTurn live;
  private final Search search;
  private final Handovers handovers;
  private final AnswerWriter writer;
  private final Query.Within within;
  private final int passages;

  /// @param within where searches look
  /// @param passages that one search gives at most
  TurnAbilities(
      LiveTurn live,
      Search search,
      Handovers handovers,
      AnswerWriter writer,
      Query.Within within,
      int passages) {
    this.live = live;
    this.search = search;
    this.handovers = handovers;
    this.writer = writer;
    this.within = within;
    this.passages = passages;
  }

  @Override
  public Set<Builtin> known() {
    return EnumSet.allOf(Builtin.class);
  }

  @Override
  public Future<String> search(String query) {
    return search
        .find(live.call(), new Query(query, List.of(), within, Query.Mode.HYBRID, passages))
        .map(this::told);
  }

  @Override
  public Future<String> handOver(String reason) {
    return handovers
        .ask(live.call(), live.turn().conversationId(), By.TOOL, reason)
        .map(_ -> {
          live.log().append(new TurnEvent.HandedOver(By.TOOL.wireName()));
          return ASKED;
        });
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
