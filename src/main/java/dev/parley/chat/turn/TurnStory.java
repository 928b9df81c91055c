package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.chat.answer.AnswerWriter;
import dev.parley.chat.answer.Asking;
import dev.parley.chat.answer.Outgoing;
import dev.parley.chat.answer.Prompt;
import dev.parley.chat.conversation.ChatConfig;
import dev.parley.chat.conversation.ChatProblem;
import dev.parley.chat.conversation.History;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.TokenCounts;
import dev.parley.chat.conversation.TreeStore;
import dev.parley.chat.handover.Handover.By;
import dev.parley.chat.handover.HandoverProblem;
import dev.parley.chat.handover.Handovers;
import dev.parley.chat.log.LoggedEvent;
import dev.parley.chat.log.TurnEvent;
import dev.parley.chat.log.TurnEvent.Found;
import dev.parley.chat.log.TurnEvent.Phase;
import dev.parley.chat.turn.TurnStore.EndedTurn;
import dev.parley.chat.turn.TurnStore.Finish;
import dev.parley.gateway.model.Models;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.ProblemBody;
import dev.parley.platform.observe.Log;
import dev.parley.policy.Judged;
import dev.parley.policy.Policing;
import dev.parley.policy.rule.Where;
import dev.parley.retrieval.Passage;
import dev.parley.retrieval.Query;
import dev.parley.retrieval.Search;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// One question from the beginning to its stored answer. Told on a virtual thread; the model's text
/// itself never passes through it, but goes from the provider's socket to the log on one event
/// loop.
public final class TurnStory {
  private static final Log LOG = Log.of(TurnStory.class);
  private static final Duration STORE_LIMIT = Duration.ofSeconds(60);
  private static final Duration STORE_PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final TurnEvent TAKEN_OVER = new TurnEvent.Cancelled(null);

  private final TreeStore tree;
  private final TurnStore turns;
  private final Search search;
  private final Models models;
  private final Policing policing;
  private final Handovers handovers;
  private final ChatConfig config;
  private final InstantSource clock;

  public TurnStory(
      TreeStore tree,
      TurnStore turns,
      Search search,
      Models models,
      Policing policing,
      Handovers handovers,
      ChatConfig config,
      InstantSource clock) {
    this.tree = tree;
    this.turns = turns;
    this.search = search;
    this.models = models;
    this.policing = policing;
    this.handovers = handovers;
    this.config = config;
    this.clock = clock;
  }

  /// Answers the turn, whatever happens: at the end there is one stored answer and one terminal
  /// event.
  void tell(LiveTurn live) {
    var turn = live.turn();
    if (live.log().after(0) == null) {
      live.log()
          .append(
              new TurnEvent.Started(
                  turn.id(), turn.conversationId(), turn.questionId(), turn.answerId()));
    }
    if (turn.attempt() > 1) {
      live.log().append(new TurnEvent.Attempt(turn.attempt()));
    }
    Ending ending;
    try {
      ending = answer(live);
    } catch (Exception e) {
      var nothing = new Ending.Written("", List.of(), models.name(live.call()));
      ending = nothing.failed(null, problem(live.call(), e));
    }
    store(live, ending);
  }

  private Ending answer(LiveTurn live) throws Exception {
    var call = live.call();
    var log = live.log();
    log.append(new TurnEvent.Status(Phase.SEARCHING, null));
    var earlier = earlier(live);
    var found = patiently(call, () -> search.find(call, query(live, earlier)));
    var routes = models.routes(call);
    var standard = routes.standard();
    var asking = new Asking(live.question(), earlier, found);
    var judged =
        patiently(call, () -> policing.judge(call, Where.INPUT, standard.name(), asking.said()));
    if (judged.handOver() != null) {
      return handOver(live, judged.handOver());
    }
    log.append(new TurnEvent.Retrieved(found.stream().map(TurnStory::found).toList()));
    log.append(new TurnEvent.Status(Phase.WRITING, null));
    var route = judged.route() == null ? standard : routes.find(judged.route()).orElse(standard);
    var check = policing.output(call, route.name()).orElse(null);
    var outgoing = new Outgoing(check, judged.placeholders(), log::append, live::cancel);
    var writer = new AnswerWriter(found, outgoing);
    var prompt = prompt(live, asking.with(judged));
    var end = within(call, stream(live, route, prompt, new Answering(writer, outgoing)));
    policing.redacted(outgoing.redactions());
    return ending(live, outgoing, route, end);
  }

  /// A rule wants a person to answer. What is said to whoever asked is the rule's.
  private Ending handOver(LiveTurn live, Judged.HandOver wish) throws Exception {
    var call = live.call();
    var conversation = live.turn().conversationId();
    var _ = within(call, handovers.ask(call, conversation, By.RULE, wish.rule()));
    live.log().append(new TurnEvent.HandedOver(By.RULE.wireName()));
    live.log().append(new TurnEvent.Delta(wish.reply()));
    var said = new Ending.Written(wish.reply(), List.of(), null);
    return new Ending(Turn.State.COMPLETED, said, null, FinishReason.STOP, null);
  }

  private Prompt prompt(LiveTurn live, Asking asking) {
    return Prompt.of(
        asking.question(),
        asking.earlier(),
        asking.passages(),
        live.id().toString().replace("-", ""),
        config.historyTokens());
  }

  /// Opens the model's stream on the turn's event loop; completes with its terminal event.
  private Future<ModelEvent> stream(
      LiveTurn live, Route route, Prompt prompt, Answering answering) {
    Promise<ModelEvent> end = Promise.promise();
    live.context()
        .runOnContext(_ -> {
          try {
            live.attach(
                models.open(
                    live.call(),
                    route,
                    models.request(prompt.instructions(), prompt.messages(), prompt.sources()),
                    event -> take(event, answering, end)));
          } catch (RuntimeException e) {
            end.tryFail(e);
          }
        });
    return end.future();
  }

  private static void take(ModelEvent event, Answering answering, Promise<ModelEvent> end) {
    switch (event) {
      case ModelEvent.Text(var delta) -> answering.writer().write(delta);
      case ModelEvent.Thinking _ -> {} // not part of the answer
      case ModelEvent.ToolCall _, ModelEvent.Cited _, ModelEvent.Bytes _ ->
          throw new IllegalStateException("nobody asked for tools or bytes");
      case ModelEvent.Finished _, ModelEvent.Failed _ -> {
        answering.writer().end();
        answering.outgoing().end();
        end.tryComplete(event);
      }
    }
  }

  private Ending ending(LiveTurn live, Outgoing outgoing, Route route, ModelEvent end) {
    var said = new Ending.Written(outgoing.text(), outgoing.citations(), route.first().model());
    var denied = outgoing.denied();
    return switch (end) {
      case ModelEvent.Finished(var _, var usage, var _) when denied != null ->
          said.failed(usage, body(live.call(), policing.denied(live.call(), route.name(), denied)));
      case ModelEvent.Finished(var reason, var usage, var _)
          when reason == FinishReason.CANCELLED || live.cancelled() ->
          new Ending(Turn.State.CANCELLED, said, TokenCounts.of(usage), reason, null);
      case ModelEvent.Finished(var reason, var usage, var _) ->
          new Ending(Turn.State.COMPLETED, said, TokenCounts.of(usage), reason, null);
      case ModelEvent.Failed(var failure, var usage, var _) ->
          said.failed(usage, body(live.call(), ChatProblem.of(failure)));
      case ModelEvent.Text _,
          ModelEvent.Thinking _,
          ModelEvent.ToolCall _,
          ModelEvent.Cited _,
          ModelEvent.Bytes _ ->
          throw new IllegalStateException("text does not end an answer");
    };
  }

  /// Stores the end and then tells it. While the database is away it is tried again; when that has
  /// taken too long, readers are told that the answer is lost.
  private void store(LiveTurn live, Ending ending) {
    if (live.isLost()) {
      return;
    }
    var model = ending.written().model();
    if (ending.usage() != null && model != null) {
      live.log().append(new TurnEvent.Used(model, ending.usage()));
    }
    var answer = message(live, ending);
    var last = terminal(live, ending, answer);
    try {
      within(live.call(), live.lastCheckpoint());
      switch (finish(live.call(), ended(live, ending, answer, last))) {
        case ANSWERED -> {
          live.log().append(last);
          live.answer().tryComplete(answer);
        }
        case TAKEN_OVER -> {
          live.log().append(TAKEN_OVER);
          live.answer().tryFail(new HandoverProblem.WithPerson());
        }
        case ENDED_BEFORE -> {
          LOG.warning(live.call(), "turn was ended by another owner", "turn", live.id());
          live.lose();
        }
      }
    } catch (Exception e) {
      LOG.error(live.call(), "answer could not be stored", e);
      var problem = new ChatProblem.Interrupted();
      live.log().append(new TurnEvent.Failed(body(live.call(), problem)));
      live.answer().tryFail(problem);
    }
  }

  private static EndedTurn ended(LiveTurn live, Ending ending, Message answer, TurnEvent last) {
    var turn = live.turn();
    var seq = live.log().next();
    return new EndedTurn(
        turn.id(),
        turn.conversationId(),
        live.epoch(),
        ending.state(),
        answer,
        with(live.unsaved(), LoggedEvent.of(seq, last)),
        with(live.unsaved(), LoggedEvent.of(seq, TAKEN_OVER)));
  }

  private static List<LoggedEvent> with(List<LoggedEvent> events, LoggedEvent last) {
    var all = new ArrayList<>(events);
    all.add(last);
    return List.copyOf(all);
  }

  private Finish finish(Call call, EndedTurn end) throws Exception {
    var giveUp = clock.instant().plus(STORE_LIMIT);
    while (true) {
      try {
        var storing = call.until(Deadline.after(clock, STORE_LIMIT));
        return turns.finish(storing, end).await(STORE_LIMIT.toSeconds(), TimeUnit.SECONDS);
      } catch (RuntimeException e) {
        if (!(e instanceof Problem p && p.retryable()) || clock.instant().isAfter(giveUp)) {
          throw e;
        }
        Thread.sleep(STORE_PAUSE);
      }
    }
  }

  private TurnEvent terminal(LiveTurn live, Ending ending, Message answer) {
    return switch (ending.state()) {
      case COMPLETED ->
          new TurnEvent.Completed(
              answer.id(), ending.reason().name().toLowerCase(Locale.ROOT), null);
      case CANCELLED -> new TurnEvent.Cancelled(answer.id());
      case FAILED, RUNNING ->
          new TurnEvent.Failed(
              ending.problem() == null
                  ? body(live.call(), new HttpProblem.Unexpected())
                  : ending.problem());
    };
  }

  private Message message(LiveTurn live, Ending ending) {
    var written = ending.written();
    var text = written.text().strip();
    Instant now = clock.instant();
    var state =
        switch (ending.state()) {
          case COMPLETED -> Message.State.COMPLETE;
          case CANCELLED -> Message.State.CANCELLED;
          case FAILED, RUNNING -> text.isEmpty() ? Message.State.FAILED : Message.State.INTERRUPTED;
        };
    return new Message(
        live.turn().answerId(),
        live.turn().questionId(),
        Message.Role.ASSISTANT,
        text,
        state,
        now,
        live.id(),
        written.model(),
        written.citations(),
        ending.usage(),
        ending.problem(),
        null);
  }

  /// Messages before the question, as far as they may be of use.
  private History earlier(LiveTurn live) throws Exception {
    var call = live.call();
    return patiently(call, () -> tree.before(call, live.turn().questionId(), 2 * room()));
  }

  /// Characters of earlier messages that fit. Twice as many are looked through, so that the last
  /// summary is among them.
  private int room() {
    return config.historyTokens() * Prompt.CHARS_PER_TOKEN;
  }

  private Query query(LiveTurn live, History earlier) {
    var said =
        earlier.messages().stream()
            .map(message -> new Query.Said(message.role() == Message.Role.USER, message.text()))
            .toList();
    return new Query(live.question(), said, null, Query.Mode.HYBRID, config.passages());
  }

  private static Found found(Passage passage) {
    return new Found(
        passage.documentId(),
        passage.title(),
        passage.url(),
        passage.headingPath(),
        passage.page(),
        passage.score());
  }

  private static ProblemBody problem(Call call, Exception failure) {
    if (failure instanceof Problem problem) {
      return body(call, problem);
    }
    LOG.error(call, "turn failed", failure);
    return body(call, new HttpProblem.Unexpected());
  }

  private static ProblemBody body(Call call, Problem problem) {
    return ProblemBody.of(problem, call.id(), "/api/v1/chat/turns");
  }

  /// A step before the model is asked. The question was taken, so that a moment without room does
  /// not end its answer.
  private <T> T patiently(Call call, Supplier<Future<T>> step) throws Exception {
    var giveUp = clock.instant().plus(PATIENCE);
    while (true) {
      try {
        return within(call, step.get());
      } catch (RuntimeException e) {
        if (!(e instanceof Problem p && p.retryable()) || clock.instant().isAfter(giveUp)) {
          throw e;
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  private <T> T within(Call call, Future<T> future) throws Exception {
    return future.await(call.deadline().left(clock).toMillis(), TimeUnit.MILLISECONDS);
  }

  /// What becomes of a model's text: sources are looked up, then rules have their say.
  private record Answering(AnswerWriter writer, Outgoing outgoing) {}
}
