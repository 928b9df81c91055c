package dev.parley.chat.turn;

import dev.parley.chat.conversation.Citation;
import dev.parley.chat.conversation.TokenCounts;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.http.ProblemBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an answer ended.
record Ending(
    Turn.State state,
    Written written,
    @Nullable TokenCounts usage,
    FinishReason reason,
    @Nullable ProblemBody problem) {

  /// What there is of an answer.
  ///
  /// @param model null where none has written it
  record Written(String text, List<Citation> citations, @Nullable String model) {
    Ending failed(@Nullable Usage usage, ProblemBody problem) {
      var counts = usage == null ? null : TokenCounts.of(usage);
      return new Ending(Turn.State.FAILED, this, counts, FinishReason.STOP, problem);
    }
  }
}
