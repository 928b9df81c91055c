package dev.parley.chat.answer;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.chat.conversation.ChatSettings;
import dev.parley.chat.conversation.History;
import dev.parley.chat.conversation.Message;
import dev.parley.metering.UsageEntry.Kind;
import dev.parley.platform.observe.Log;
import io.vertx.core.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// Lets a model write a question that leans on what was said before ("and in winter?") so that it
/// can be looked up alone. A comfort, off by default: without it, or where it fails, the search
/// weighs the earlier turns itself. On virtual threads.
public final class RewriteQuestion {
  private static final Log LOG = Log.of(RewriteQuestion.class);
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int MESSAGES = 4;
  private static final int CHARACTERS_EACH = 1_000;
  private static final int LONGEST = 400;

  private final AskModel model;
  private final ChatSettings settings;
  private final InstantSource clock;

  public RewriteQuestion(AskModel model, ChatSettings settings, InstantSource clock) {
    this.model = model;
    this.settings = settings;
    this.clock = clock;
  }

  /// The question written anew; empty where it is to be looked up as it is.
  ///
  /// @param context event loop on which the model's text comes in
  /// @param assistant name of the one that answers
  /// @param marker random, new for each prompt
  public Optional<WholeText> of(
      Call call, Context context, String assistant, String question, History earlier, String marker)
      throws InterruptedException {
    if (!settings.rewriteQuestions().in(call)
        || earlier.messages().isEmpty()
        || !model.possible(call)) {
      return Optional.empty();
    }
    var bounded = call.until(Deadline.after(clock, LIMIT));
    var told = told(question, earlier, marker);
    try {
      return Optional.of(
              model.of(bounded, context, assistant, Kind.CHAT, Prompt.toRewrite(marker), told))
          .filter(one -> !one.text().isEmpty() && one.text().length() <= LONGEST);
    } catch (RuntimeException | TimeoutException e) {
      LOG.warning(call, "a question is looked up as it is", "cause", e);
      return Optional.empty();
    }
  }

  private static String told(String question, History earlier, String marker) {
    var messages = earlier.messages();
    var text = new StringBuilder("<<<" + marker + "\n");
    for (var message : messages.subList(Math.max(0, messages.size() - MESSAGES), messages.size())) {
      text.append(message.role() == Message.Role.USER ? "Person: " : "Assistant: ")
          .append(message.text(), 0, Math.min(message.text().length(), CHARACTERS_EACH))
          .append("\n\n");
    }
    return text + "Last question: " + question + "\n" + marker + ">>>";
  }
}
