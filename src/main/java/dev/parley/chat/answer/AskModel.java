package dev.parley.chat.answer;

import dev.parley.call.Call;
import dev.parley.gateway.model.Models;
import dev.parley.gateway.spi.ModelMessage;
import dev.parley.metering.UsageEntry.Kind;
import dev.parley.policy.Policing;
import dev.parley.policy.Said;
import dev.parley.policy.rule.Answerer;
import dev.parley.policy.rule.Where;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks a model a question of the product's own, such as for a summary, and waits for the whole
/// answer. What it is told holds what people wrote, so that their rules hold: it is redacted, sent
/// to another route or not sent at all. On virtual threads.
public final class AskModel {
  private final Models models;
  private final Policing policing;
  private final InstantSource clock;

  public AskModel(Models models, Policing policing, InstantSource clock) {
    this.models = models;
    this.policing = policing;
    this.clock = clock;
  }

  /// Whether there is a model that can write.
  public boolean possible(Call call) {
    return models.canWrite(call);
  }

  /// What the model says, with what was redacted put back. Fails with a
  /// [dev.parley.chat.conversation.ChatProblem], or as a rule that denies it says.
  ///
  /// @param call until whose deadline it waits
  /// @param context event loop on which the model's text comes in
  /// @param assistant name of the one that asks
  /// @param kind under which it is in the ledger
  public WholeText of(
      Call call, Context context, String assistant, Kind kind, String instructions, String told)
      throws InterruptedException, TimeoutException {
    var routes = models.routes(call);
    var standard = routes.standard();
    var said = Said.only(told);
    var answerer = new Answerer(standard.name(), assistant);
    var judged = await(call, policing.judge(call, Where.INPUT, answerer, said));
    var route = judged.among(routes::find, standard);
    var messages = List.of(ModelMessage.user(judged.asked().getFirst()));
    var request = models.request(call, instructions, messages, List.of());
    var answer =
        await(
            call, WholeText.of(context, events -> models.open(call, route, request, kind, events)));
    var restoring = judged.placeholders().restoring();
    var text = restoring.write(answer.text()) + restoring.end();
    return new WholeText(text.strip(), answer.usage());
  }

  private <T> T await(Call call, Future<T> future) throws InterruptedException, TimeoutException {
    return future.await(call.deadline().left(clock).toMillis(), TimeUnit.MILLISECONDS);
  }
}
