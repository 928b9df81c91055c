package dev.parley.chat.turn;

import dev.parley.chat.answer.AnswerWriter;
import dev.parley.chat.answer.Outgoing;
import dev.parley.chat.answer.Prompt;
import dev.parley.chat.conversation.TokenCounts;
import dev.parley.chat.log.TurnEvent;
import dev.parley.gateway.model.Models;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.Wishes;
import dev.parley.gateway.spi.Wishes.Tool;
import dev.parley.gateway.spi.Wishes.ToolChoice;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One turn's talk with a model: the question, and again with what tools gave, until there is an
/// answer. Told on the turn's virtual thread; the model's text goes from the provider's socket to
/// the log on one event loop.
final class ModelTalk {
  private final LiveTurn live;
  private final Models models;
  private final Route route;
  private final AnswerWriter writer;
  private final Outgoing outgoing;
  private final Steps steps;

  ModelTalk(
      LiveTurn live,
      Models models,
      Route route,
      AnswerWriter writer,
      Outgoing outgoing,
      Steps steps) {
    this.live = live;
    this.models = models;
    this.route = route;
    this.writer = writer;
    this.outgoing = outgoing;
    this.steps = steps;
  }

  /// How it ended.
  ///
  /// @param usage of all calls of the model together
  record Ended(ModelEvent last, TokenCounts usage) {

    /// With what was used before the talk.
    Ended with(TokenCounts before) {
      return new Ended(last, usage.plus(before));
    }
  }

  /// @param tools that the model is offered
  /// @param most tokens of one reply; null for as many as is usual
  Ended tell(Prompt prompt, List<Tool> tools, ToolUses uses, @Nullable Integer most)
      throws Exception {
    var marker = live.id().toString().replace("-", "");
    var messages = new ArrayList<>(prompt.messages());
    var instructions =
        prompt.instructions() + (tools.isEmpty() ? "" : Prompt.ofTools(marker, ToolUses.MOST));
    var usage = TokenCounts.NONE;
    var mayUse = !tools.isEmpty();
    while (true) {
      var usual = models.request(live.call(), instructions, messages, prompt.sources());
      var request = (most == null ? usual : usual.withMaxTokens(most)).with(wishes(tools, mayUse));
      var reply = new Reply();
      var last = within(ask(request, reply));
      usage = usage.plus(used(last));
      if (!mayUse || !reply.wantsTools(last) || live.cancelled() || outgoing.denied() != null) {
        within(ended());
        return new Ended(last, usage);
      }
      messages.add(new ModelMessage.Assistant(reply.text(), reply.told()));
      for (var use : reply.uses()) {
        var text = live.cancelled() ? "" : uses.use(use);
        messages.add(new ModelMessage.ToolResult(use.id(), use.name(), marked(marker, text)));
      }
      mayUse = uses.left() > 0;
      live.log().append(new TurnEvent.Status(TurnEvent.Phase.WRITING, null));
    }
  }

  /// The tools are named to the end: some providers take no results of tools that they do not know.
  private static Wishes wishes(List<Tool> tools, boolean mayUse) {
    if (tools.isEmpty()) {
      return Wishes.NONE;
    }
    var choice = mayUse ? ToolChoice.AUTO : ToolChoice.NONE;
    return new Wishes(tools, choice, null, List.of(), null, null, null);
  }

  private static String marked(String marker, String text) {
    return "<<<%s\n%s\n%s>>>".formatted(marker, text.replace(marker, ""), marker);
  }

  private Future<ModelEvent> ask(ModelRequest request, Reply reply) {
    Promise<ModelEvent> end = Promise.promise();
    live.context()
        .runOnContext(_ -> {
          try {
            live.attach(models.open(live.call(), route, request, event -> take(event, reply, end)));
          } catch (RuntimeException e) {
            end.tryFail(e);
          }
        });
    return end.future();
  }

  private void take(ModelEvent event, Reply reply, Promise<ModelEvent> end) {
    switch (event) {
      case ModelEvent.Text(var delta) -> {
        if (reply.isSilent()) {
          writer.part();
        }
        reply.write(delta);
        writer.write(delta);
      }
      case ModelEvent.Thinking _ -> {} // not part of the answer
      case ModelEvent.ToolCall piece -> reply.call(piece);
      case ModelEvent.Cited _, ModelEvent.Bytes _ ->
          throw new IllegalStateException("nobody asked for bytes");
      case ModelEvent.Finished _, ModelEvent.Failed _ -> {
        writer.end();
        end.tryComplete(event);
      }
    }
  }

  /// What rules held back goes out, on the event loop as all of the answer.
  private Future<Void> ended() {
    Promise<Void> end = Promise.promise();
    live.context()
        .runOnContext(_ -> {
          outgoing.end();
          end.complete();
        });
    return end.future();
  }

  private static TokenCounts used(ModelEvent last) {
    return switch (last) {
      case ModelEvent.Finished(_, var usage, _) -> TokenCounts.of(usage);
      case ModelEvent.Failed(_, var usage, _) -> TokenCounts.of(usage);
      default -> TokenCounts.NONE;
    };
  }

  private <T> T within(Future<T> future) throws Exception {
    return steps.within(live.call(), future);
  }

  /// What one call of the model gave. Written on the event loop, read when that has ended.
  private static final class Reply {
    private static final int LONGEST_ARGUMENTS = 65_536;
    private static final int MOST_USES = 32;
    private static final String NOTHING = "{}";

    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, Wanted> wanted = new LinkedHashMap<>();

    private record Wanted(String id, String name, StringBuilder arguments) {}

    boolean isSilent() {
      return text.isEmpty();
    }

    void write(String delta) {
      text.append(delta);
    }

    void call(ModelEvent.ToolCall piece) {
      if (wanted.size() < MOST_USES) {
        wanted.putIfAbsent(
            piece.index(), new Wanted(piece.id(), piece.name(), new StringBuilder()));
      }
      var known = wanted.get(piece.index());
      if (known != null && known.arguments().length() < LONGEST_ARGUMENTS) {
        known.arguments().append(piece.argumentsDelta());
      }
    }

    boolean wantsTools(ModelEvent last) {
      return !wanted.isEmpty()
          && last instanceof ModelEvent.Finished(var reason, _, _)
          && reason != FinishReason.CANCELLED
          && reason != FinishReason.LENGTH;
    }

    String text() {
      return text.toString();
    }

    /// As the model wrote them.
    List<ModelMessage.ToolUse> uses() {
      return wanted.values().stream()
          .map(one -> new ModelMessage.ToolUse(one.id(), one.name(), one.arguments().toString()))
          .toList();
    }

    /// As its provider takes them back.
    List<ModelMessage.ToolUse> told() {
      return wanted.values().stream()
          .map(one -> new ModelMessage.ToolUse(one.id(), one.name(), whole(one)))
          .toList();
    }

    /// Providers take back nothing but an object, whatever their models wrote.
    private static String whole(Wanted one) {
      var arguments = one.arguments().toString();
      try {
        return arguments.isBlank() ? NOTHING : new JsonObject(arguments).encode();
      } catch (DecodeException _) {
        return NOTHING;
      }
    }
  }
}
