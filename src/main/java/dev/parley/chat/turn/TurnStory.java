package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.call.Deadline;
import dev.parley.chat.answer.AnswerWriter;
import dev.parley.chat.answer.Asking;
import dev.parley.chat.answer.Outgoing;
import dev.parley.chat.answer.Prompt;
import dev.parley.chat.conversation.ChatConfig;
import dev.parley.chat.conversation.ChatProblem;
import dev.parley.chat.conversation.Citation;
import dev.parley.chat.conversation.History;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.TokenCounts;
import dev.parley.chat.conversation.TreeStore;
import dev.parley.chat.log.LoggedEvent;
import dev.parley.chat.log.TurnEvent;
import dev.parley.chat.log.TurnEvent.Found;
import dev.parley.chat.log.TurnEvent.Phase;
import dev.parley.chat.turn.ModelTalk.Ended;
import dev.parley.chat.turn.TurnStore.EndedTurn;
import dev.parley.gateway.model.Models;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.Wishes;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.ProblemBody;
import dev.parley.platform.observe.Log;
import dev.parley.policy.Policing;
import dev.parley.policy.rule.Where;
import dev.parley.retrieval.Passage;
import dev.parley.retrieval.Query;
import dev.parley.retrieval.Search;
import dev.parley.tools.run.Toolbox;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One question from the beginning to its stored answer. Told on a virtual thread; the talk with
/// the model is a story of its own, [ModelTalk].
public final class TurnStory {
  private static final Log LOG = Log.of(TurnStory.class);
  private static final long EPOCH = 1;
  private static final Duration STORE_LIMIT = Duration.ofSeconds(60);
  private static final Duration STORE_PAUSE = Duration.ofSeconds(1);

  private final TreeStore tree;
  private final TurnStore turns;
  private final Search search;
  private final Models models;
  private final Policing policing;
  private final ToolUses.Needs tools;
  private final ChatConfig config;
  private final InstantSource clock;

  public TurnStory(
      TreeStore tree,
      TurnStore turns,
      Search search,
      Models models,
      Policing policing,
      Tooling tooling,
      ChatConfig config,
      InstantSource clock) {
    this.tree = tree;
    this.turns = turns;
    this.search = search;
    this.models = models;
    this.policing = policing;
    this.tools =
        new ToolUses.Needs(
            tooling.toolbox(), policing, new Consents(tooling.consents(), clock), clock);
    this.config = config;
    this.clock = clock;
  }

  /// What turns use tools with.
  public record Tooling(Toolbox toolbox, ConsentStore consents) {}

  /// Answers the turn, whatever happens: at the end there is one stored answer and one terminal
  /// event.
  void tell(LiveTurn live) {
    var turn = live.turn();
    live.log()
        .append(
            new TurnEvent.Started(
                turn.id(), turn.conversationId(), turn.questionId(), turn.answerId()));
    Ending ending;
    try {
      ending = answer(live);
    } catch (Exception e) {
      var nothing = new Written("", List.of(), models.name(live.call()));
      ending = nothing.failed(null, problem(live.call(), e));
    }
    store(live, ending);
  }

  private Ending answer(LiveTurn live) throws Exception {
    var call = live.call();
    var log = live.log();
    log.append(new TurnEvent.Status(Phase.SEARCHING, null));
    var earlier = earlier(live);
    var found = within(call, search.find(call, query(live, earlier)));
    var routes = models.routes(call);
    var standard = routes.standard();
    var asking = new Asking(live.question(), earlier, found);
    var judged = within(call, policing.judge(call, Where.INPUT, standard.name(), asking.said()));
    log.append(new TurnEvent.Retrieved(found.stream().map(TurnStory::found).toList()));
    log.append(new TurnEvent.Status(Phase.WRITING, null));
    var route = judged.route() == null ? standard : routes.find(judged.route()).orElse(standard);
    var check = policing.output(call, route.name()).orElse(null);
    var outgoing = new Outgoing(check, judged.placeholders(), log::append, live::cancel);
    var writer = new AnswerWriter(found, outgoing);
    var prompt = prompt(live, asking.with(judged));
    var abilities = new TurnAbilities(call, search, writer, config.passages());
    var uses = new ToolUses(live, route.name(), abilities, judged.placeholders(), tools);
    var talk = new ModelTalk(live, models, route, writer, outgoing, clock);
    var end = talk.tell(prompt, offered(call, abilities), uses);
    policing.redacted(outgoing.redactions());
    return ending(live, outgoing, route, end);
  }

  private List<Wishes.Tool> offered(Call call, TurnAbilities abilities) {
    return tools.toolbox().offered(call, abilities).stream()
        .map(tool ->
            new Wishes.Tool(
                tool.name(), tool.description(), new JsonObject(tool.arguments().text())))
        .toList();
  }

  private Prompt prompt(LiveTurn live, Asking asking) {
    return Prompt.of(
        asking.question(),
        asking.earlier(),
        asking.passages(),
        live.id().toString().replace("-", ""),
        config.historyTokens());
  }

  private Ending ending(LiveTurn live, Outgoing outgoing, Route route, Ended ended) {
    var usage = ended.usage();
    var said = new Written(outgoing.text(), outgoing.citations(), route.first().model());
    var denied = outgoing.denied();
    return switch (ended.last()) {
      case ModelEvent.Finished _ when denied != null ->
          said.failed(usage, body(live.call(), policing.denied(live.call(), route.name(), denied)));
      case ModelEvent.Finished(var reason, var _, var _)
          when reason == FinishReason.CANCELLED || live.cancelled() ->
          new Ending(Turn.State.CANCELLED, said, usage, reason, null);
      case ModelEvent.Finished(var reason, var _, var _)
          when reason == FinishReason.TOOL_CALLS && said.text().isBlank() ->
          said.failed(usage, body(live.call(), ChatProblem.endlessTools()));
      case ModelEvent.Finished(var reason, var _, var _) ->
          new Ending(Turn.State.COMPLETED, said, usage, shown(reason), null);
      case ModelEvent.Failed(var failure, var _, var _) ->
          said.failed(usage, body(live.call(), ChatProblem.of(failure)));
      case ModelEvent.Text _,
          ModelEvent.Thinking _,
          ModelEvent.ToolCall _,
          ModelEvent.Cited _,
          ModelEvent.Bytes _ ->
          throw new IllegalStateException("text does not end an answer");
    };
  }

  /// Whether a model would have gone on with tools, if it had been allowed, is nothing to readers.
  private static FinishReason shown(FinishReason reason) {
    return reason == FinishReason.TOOL_CALLS ? FinishReason.STOP : reason;
  }

  /// Stores the end and then tells it. While the database is away it is tried again; when that has
  /// taken too long, readers are told that the answer is lost.
  private void store(LiveTurn live, Ending ending) {
    if (ending.usage() != null) {
      live.log().append(new TurnEvent.Used(ending.written().model(), ending.usage()));
    }
    var answer = message(live, ending);
    var last = terminal(live, ending, answer);
    try {
      within(live.call(), live.lastCheckpoint());
      var events = new ArrayList<>(live.unsaved());
      events.add(LoggedEvent.of(live.log().last() + 1, last));
      var turn = live.turn();
      finish(
          live.call(),
          new EndedTurn(
              turn.id(),
              turn.conversationId(),
              EPOCH,
              ending.state(),
              answer,
              List.copyOf(events)));
      live.log().append(last);
      live.answer().tryComplete(answer);
    } catch (Exception e) {
      LOG.error(live.call(), "answer could not be stored", e);
      var problem = new ChatProblem.Interrupted();
      live.log().append(new TurnEvent.Failed(body(live.call(), problem)));
      live.answer().tryFail(problem);
    }
  }

  private void finish(Call call, EndedTurn end) throws Exception {
    var giveUp = clock.instant().plus(STORE_LIMIT);
    while (true) {
      try {
        var storing = call.until(Deadline.after(clock, STORE_LIMIT));
        if (!turns.finish(storing, end).await(STORE_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
          LOG.warning(call, "turn was ended by another owner", "turn", end.turnId());
        }
        return;
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
        ending.problem());
  }

  /// Messages before the question, as far as they may be of use.
  private History earlier(LiveTurn live) throws Exception {
    return within(live.call(), tree.before(live.call(), live.turn().questionId(), 2 * room()));
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

  private <T> T within(Call call, Future<T> future) throws Exception {
    return future.await(call.deadline().left(clock).toMillis(), TimeUnit.MILLISECONDS);
  }

  /// What there is of an answer.
  private record Written(String text, List<Citation> citations, String model) {
    Ending failed(@Nullable TokenCounts usage, ProblemBody problem) {
      return new Ending(Turn.State.FAILED, this, usage, FinishReason.STOP, problem);
    }
  }

  /// How an answer ended.
  private record Ending(
      Turn.State state,
      Written written,
      @Nullable TokenCounts usage,
      FinishReason reason,
      @Nullable ProblemBody problem) {}
}
