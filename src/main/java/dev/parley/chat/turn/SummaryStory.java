package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.chat.answer.Prompt;
import dev.parley.chat.answer.WholeText;
import dev.parley.chat.conversation.ChatSettings;
import dev.parley.chat.conversation.History;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.TreeStore;
import dev.parley.gateway.model.Models;
import dev.parley.gateway.spi.ModelMessage;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Log;
import dev.parley.policy.Policing;
import dev.parley.policy.Said;
import dev.parley.policy.rule.Where;
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

  /// Without a model nothing can be put in short.
  private static final String NO_MODEL = "extractive";

  private final Stories stories = new Stories("summary", AT_ONCE);
  private final TreeStore tree;
  private final Models models;
  private final Policing policing;
  private final ChatSettings settings;
  private final InstantSource clock;

  public SummaryStory(
      TreeStore tree,
      Models models,
      Policing policing,
      ChatSettings settings,
      InstantSource clock) {
    this.tree = tree;
    this.models = models;
    this.policing = policing;
    this.settings = settings;
    this.clock = clock;
  }

  /// Begins where there is something to do and room to do it; nobody waits for it.
  void after(LiveTurn turn) {
    if (!settings.summaries().in(turn.call()) || models.provider(turn.call()).equals(NO_MODEL)) {
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
    var said = new Said(List.of(told(history, old, marker)), List.of());
    var route = models.routes(call).standard().name();
    var judged = await(call, policing.judge(call, Where.INPUT, route, said));
    var request =
        models.request(
            call,
            Prompt.toSummarize(marker, room),
            List.of(ModelMessage.user(judged.asked().getFirst())),
            List.of());
    var answer =
        await(
            call, WholeText.of(turn.context(), events -> models.summarize(call, request, events)));
    var restoring = judged.placeholders().restoring();
    var text = restoring.write(answer.text()) + restoring.end();
    if (text.isBlank()) {
      return false;
    }
    var kept = text.strip();
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
