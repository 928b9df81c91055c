package dev.parley.chat.answer;

import dev.parley.chat.conversation.ChatProblem;
import dev.parley.chat.conversation.TokenCounts;
import dev.parley.gateway.model.ModelCall;
import dev.parley.gateway.spi.ModelEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Consumer;
import java.util.function.Function;

/// What a model says to a question of the product's own, when it has said it all.
public record WholeText(String text, TokenCounts usage) {

  /// Asks. Fails with a [ChatProblem].
  ///
  /// @param context event loop on which the text comes in
  /// @param open begins the call of the model, on that event loop
  public static Future<WholeText> of(
      Context context, Function<Consumer<ModelEvent>, ModelCall> open) {
    Promise<WholeText> end = Promise.promise();
    var text = new StringBuilder();
    context.runOnContext(_ -> {
      try {
        var _ = open.apply(event -> take(event, text, end));
      } catch (RuntimeException e) {
        end.tryFail(e);
      }
    });
    return end.future();
  }

  private static void take(ModelEvent event, StringBuilder text, Promise<WholeText> end) {
    switch (event) {
      case ModelEvent.Text(var delta) -> text.append(delta);
      case ModelEvent.Thinking _,
          ModelEvent.ToolCall _,
          ModelEvent.Cited _,
          ModelEvent.Bytes _ -> {}
      case ModelEvent.Finished(var _, var usage, var _) ->
          end.tryComplete(new WholeText(text.toString(), TokenCounts.of(usage)));
      case ModelEvent.Failed(var failure, var _, var _) -> end.tryFail(ChatProblem.of(failure));
    }
  }
}
