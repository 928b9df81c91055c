package dev.parley.chat.answer;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.chat.conversation.ChatSettings;
import dev.parley.chat.conversation.History;
import dev.parley.chat.conversation.Message;
import dev.parley.gateway.model.Models;
import dev.parley.gateway.spi.ModelMessage;
import dev.parley.platform.observe.Log;
import dev.parley.policy.Policing;
import dev.parley.policy.Said;
import dev.parley.policy.rule.Where;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

  /// Without a model nothing can be written anew.
  private static final String NO_MODEL = "extractive";

  private final Models models;
  private final Policing policing;
  private final ChatSettings settings;
  private final InstantSource clock;

  public RewriteQuestion(
      Models models, Policing policing, ChatSettings settings, InstantSource clock) {
    this.models = models;
    this.policing = policing;
    this.settings = settings;
    this.clock = clock;
  }

  /// The question written anew; empty where it is to be looked up as it is.
  ///
  /// @param context event loop on which the model's text comes in
  /// @param marker random, new for each prompt
  public Optional<WholeText> of(
      Call call, Context context, String question, History earlier, String marker)
      throws InterruptedException {
    if (!settings.rewriteQuestions().in(call)
        || earlier.messages().isEmpty()
        || models.provider(call).equals(NO_MODEL)) {
      return Optional.empty();
    }
    try {
      return Optional.of(written(call, context, told(question, earlier, marker), marker))
          .filter(one -> !one.text().isEmpty() && one.text().length() <= LONGEST);
    } catch (RuntimeException | TimeoutException e) {
      LOG.warning(call, "a question is looked up as it is", "cause", e);
      return Optional.empty();
    }
  }

  private WholeText written(Call call, Context context, String told, String marker)
      throws InterruptedException, TimeoutException {
    var route = models.routes(call).standard().name();
    var said = new Said(List.of(told), List.of());
    var judged = await(call, policing.judge(call, Where.INPUT, route, said));
    var request =
        models.request(
            call,
            Prompt.toRewrite(marker),
            List.of(ModelMessage.user(judged.asked().getFirst())),
            List.of());
    var bounded = call.until(Deadline.after(clock, LIMIT));
    var answer =
        await(bounded, WholeText.of(context, events -> models.open(bounded, request, events)));
    var restoring = judged.placeholders().restoring();
    var text = restoring.write(answer.text()) + restoring.end();
    return new WholeText(text.strip(), answer.usage());
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

  private <T> T await(Call call, Future<T> future) throws InterruptedException, TimeoutException {
    return future.await(call.deadline().left(clock).toMillis(), TimeUnit.MILLISECONDS);
  }
}
