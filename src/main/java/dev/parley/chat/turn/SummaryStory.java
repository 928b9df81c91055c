package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.chat.answer.AskModel;
import dev.parley.chat.answer.Prompt;
import dev.parley.chat.assistant.AssistantShelf;
import dev.parley.chat.conversation.ChatSettings;
import dev.parley.chat.conversation.History;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.TreeStore;
import dev.parley.metering.UsageEntry.Kind;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Keeps what a model is no longer told word for word: after a turn, when the messages since the
/// last summary no longer fit, all but the latest of them go into a new one. What that costs does
/// not depend on how long the conversation is. A comfort: where it fails, the oldest messages are
/// forgotten.
public final class SummaryStory {
  private static final Log LOG = Log.of(SummaryStory.class);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int AT_ONCE = 8;

  private final Stories stories = new Stories("summary", AT_ONCE);
  private final AssistantShelf assistants;
  private final TreeStore tree;
  private final AskModel model;
  private final ChatSettings settings;
  private final InstantSource clock;

  public SummaryStory(
      AssistantShelf assistants,
      TreeStore tree,
      AskModel model,
      ChatSettings settings,
      InstantSource clock) {
    this.assistants = assistants;
    this.tree = tree;
    this.model = model;
    this.settings = settings;
    this.clock = clock;
  }

  /// Begins where there is something to do and room to do it; nobody waits for it.
  void after(LiveTurn turn) {
    if (!settings.summaries().in(turn.call()) || !model.possible(turn.call())) {
      return;
    }
    var call = turn.call().until(Deadline.after(clock, LIMIT));
    var _ =
        stories
            .start(() -> tell(call, turn))
            .onFailure(failure -> LOG.warning(call, "no summary", "cause", failure));
  }

  /// Refuses new ones and waits for those that run; blocks.
  void drain(Duration limit) throws InterruptedException {
    stories.drain(limit);
  }

  private boolean tell(Call call, LiveTurn turn) throws Exception {
    var room = settings.historyTokens().in(call) * Prompt.CHARS_PER_TOKEN;
    var history = await(call, tree.before(call, turn.turn().questionId(), 2 * room));
    var old = tooOld(history.messages(), room);
    if (old.isEmpty()) {
      return false;
    }
    var marker = turn.id().toString().replace("-", "");
    var told = told(history, old, marker);
    var answered = turn.turn();
    var assistant =
        await(call, assistants.version(call, answered.assistantId(), answered.assistantVersion()));
    var instructions = Prompt.toSummarize(marker, room);
    var kept =
        model.of(call, turn.context(), assistant.slug(), Kind.SUMMARY, instructions, told).text();
    if (kept.isEmpty()) {
      return false;
    }
    var cut = Math.min(kept.length(), room / 2);
    var _ =
        await(
            call,
            tree.summarize(call, old.getLast().id(), kept.substring(0, cut), clock.instant()));
    return true;
  }

  /// All but the latest, when together they take three quarters of the room.
  private static List<Message> tooOld(List<Message> messages, int room) {
    var all = messages.stream().mapToInt(message -> message.text().length()).sum();
    if (all <= room / 4 * 3) {
      return List.of();
    }
    var left = room / 4;
    var cut = messages.size();
    while (cut > 0 && left - messages.get(cut - 1).text().length() >= 0) {
      cut--;
      left -= messages.get(cut).text().length();
    }
    // A summary ends with an answer, so that a question is never told without its own.
    while (cut > 0 && messages.get(cut - 1).role() == Message.Role.USER) {
      cut--;
    }
    return messages.subList(0, cut);
  }

  private static String told(History history, List<Message> old, String marker) {
    var text = new StringBuilder("<<<" + marker + "\n");
    if (history.summary() != null) {
      text.append("Remembered: ").append(history.summary()).append("\n\n");
    }
    for (var message : old) {
      text.append(message.role() == Message.Role.USER ? "Person: " : "Assistant: ")
          .append(message.text())
          .append("\n\n");
    }
    return text + marker + ">>>";
  }

  private <T> T await(Call call, Future<T> future) throws Exception {
    return future.await(call.deadline().left(clock).toMillis(), TimeUnit.MILLISECONDS);
  }
}
