package dev.parley.chat.turn;

import dev.parley.chat.conversation.Citation;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.log.LoggedEvent;
import dev.parley.chat.log.TurnEvent;
import dev.parley.chat.log.TurnEvent.Cited;
import dev.parley.chat.log.TurnEvent.Delta;
import dev.parley.chat.turn.TurnStore.EndedTurn;
import dev.parley.platform.http.Json;
import dev.parley.platform.http.ProblemBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A running turn whose owner has died.
///
/// @param epoch of the dead owner's lease
/// @param lastSeq number of the last stored event
record OrphanedTurn(
    UUID workspace,
    UUID turnId,
    UUID conversationId,
    UUID questionId,
    UUID answerId,
    long epoch,
    int lastSeq) {

  /// The turn's end: what its stored log had written is kept as an interrupted answer.
  EndedTurn ended(List<LoggedEvent> log, ProblemBody problem, Instant now) {
    var text = new StringBuilder();
    var citations = new ArrayList<Citation>();
    for (var event : log) {
      switch (event.event()) {
        case "delta" -> text.append(Json.readOwn(event.data(), Delta.class).text());
        case "citation" -> citations.add(Json.readOwn(event.data(), Cited.class).citation());
        default -> {}
      }
    }
    var answer =
        new Message(
            answerId,
            questionId,
            Message.Role.ASSISTANT,
            text.toString().strip(),
            text.isEmpty() ? Message.State.FAILED : Message.State.INTERRUPTED,
            now,
            turnId,
            null,
            citations,
            null,
            problem);
    var last = LoggedEvent.of(lastSeq + 1, new TurnEvent.Failed(problem));
    return new EndedTurn(turnId, conversationId, epoch, Turn.State.FAILED, answer, List.of(last));
  }
}
