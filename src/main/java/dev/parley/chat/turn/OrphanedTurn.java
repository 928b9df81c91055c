package dev.parley.chat.turn;

import dev.parley.chat.conversation.Citation;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.log.LoggedEvent;
import dev.parley.chat.log.TurnEvent;
import dev.parley.chat.log.TurnEvent.Cited;
import dev.parley.chat.log.TurnEvent.Delta;
import dev.parley.chat.log.TurnLog;
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
/// @param attempt of the dead owner
record OrphanedTurn(
    UUID workspace,
    UUID turnId,
    UUID conversationId,
    UUID questionId,
    UUID answerId,
    long epoch,
    int attempt) {

  /// The turn's end: what its stored log had written is kept as an interrupted answer.
  ///
  /// @param epoch of the one who ends it
  EndedTurn ended(long epoch, List<LoggedEvent> log, ProblemBody problem, Instant now) {
    var text = new StringBuilder();
    var citations = new ArrayList<Citation>();
    for (var event : log) {
      switch (event.event()) {
        case "attempt" -> {
          text.setLength(0);
          citations.clear();
        }
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
            problem,
            null);
    var events = told(log, answer, new TurnEvent.Failed(problem));
    var taken = told(log, answer, new TurnEvent.Cancelled(null));
    return new EndedTurn(
        turnId, conversationId, epoch, Turn.State.FAILED, answer, false, events, taken);
  }

  /// Readers may have heard more than was stored, so that they hear once more what there is.
  private List<LoggedEvent> told(List<LoggedEvent> log, Message answer, TurnEvent last) {
    var rest = new TurnLog(log, attempt + 1);
    rest.append(new TurnEvent.Attempt(attempt + 1));
    answer.citations().forEach(citation -> rest.append(new Cited(citation)));
    if (!answer.text().isEmpty()) {
      rest.append(new Delta(answer.text()));
    }
    rest.append(last);
    return rest.allAfter(log.isEmpty() ? 0 : log.getLast().seq());
  }
}
