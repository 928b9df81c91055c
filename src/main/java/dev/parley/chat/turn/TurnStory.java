package dev.parley.chat.turn;

import dev.parley.call.Call;
import dev.parley.chat.answer.AnswerWriter;
import dev.parley.chat.answer.Asking;
import dev.parley.chat.answer.Outgoing;
import dev.parley.chat.answer.Prompt;
import dev.parley.chat.answer.RewriteQuestion;
import dev.parley.chat.answer.WholeText;
import dev.parley.chat.assistant.AssistantShelf;
import dev.parley.chat.assistant.AssistantVersion;
import dev.parley.chat.assistant.Definition;
import dev.parley.chat.attachment.AttachmentProblem;
import dev.parley.chat.attachment.AttachmentStore;
import dev.parley.chat.conversation.ChatProblem;
import dev.parley.chat.conversation.ChatSettings;
import dev.parley.chat.conversation.History;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.TreeStore;
import dev.parley.chat.handover.Handover.By;
import dev.parley.chat.handover.Handovers;
import dev.parley.chat.log.TurnEvent;
import dev.parley.chat.log.TurnEvent.Found;
import dev.parley.chat.log.TurnEvent.Phase;
import dev.parley.chat.turn.ModelTalk.Ended;
import dev.parley.gateway.model.Models;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelMessage.Image;
import dev.parley.gateway.spi.Wishes;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.ProblemBody;
import dev.parley.platform.observe.Log;
import dev.parley.policy.Judged;
import dev.parley.policy.Policing;
import dev.parley.policy.rule.Answerer;
import dev.parley.policy.rule.Check;
import dev.parley.policy.rule.Where;
import dev.parley.retrieval.Passage;
import dev.parley.retrieval.Query;
import dev.parley.retrieval.Search;
import dev.parley.tools.run.Toolbox;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One question from the beginning to its stored answer. Told on a virtual thread; the talk with
/// the model is a story of its own, [ModelTalk].
public final class TurnStory {
  private static final Log LOG = Log.of(TurnStory.class);
  private static final int MOST_IMAGES = 8;
  private static final TurnEvent SEARCHING = new TurnEvent.Status(Phase.SEARCHING, null);

  private final AssistantShelf assistants;
  private final TreeStore tree;
  private final Finding finding;
  private final Models models;
  private final Policing policing;
  private final Handovers handovers;
  private final ToolUses.Needs tools;
  private final ChatSettings settings;
  private final Steps steps;
  private final TurnEnd end;

  public TurnStory(
      AssistantShelf assistants,
      TreeStore tree,
      TurnStore turns,
      Finding finding,
      Models models,
      Policing policing,
      Handovers handovers,
      Tooling tooling,
      ChatSettings settings,
      InstantSource clock) {
    this.assistants = assistants;
    this.tree = tree;
    this.finding = finding;
    this.models = models;
    this.policing = policing;
    this.handovers = handovers;
    this.tools =
        new ToolUses.Needs(
            tooling.toolbox(), policing, new Consents(tooling.consents(), clock), clock);
    this.settings = settings;
    this.steps = new Steps(clock);
    this.end = new TurnEnd(turns, steps, clock);
  }

  /// What turns look things up with.
  public record Finding(Search search, RewriteQuestion rewrite, AttachmentStore attachments) {}

  /// What turns use tools with.
  public record Tooling(Toolbox toolbox, ConsentStore consents) {}

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
    live.log().append(SEARCHING);
    Ending ending;
    try {
      ending = answer(live, new Manner(assistant(live), earlier(live), tools, true));
    } catch (Exception e) {
      var nothing = new Ending.Written("", List.of(), models.name(live.call()));
      ending = nothing.failed(null, problem(live.call(), e));
    }
    end.store(live, ending);
  }

  /// Answers a question that is no turn of a conversation: nothing is stored of it but what it
  /// cost, nothing is changed and nobody is asked for help.
  void rehearse(LiveTurn live, AssistantVersion assistant) {
    var harmless = tools.with(tools.toolbox().only(tool -> !tool.sideEffect()));
    live.log().append(SEARCHING);
    Ending ending;
    try {
      ending = answer(live, new Manner(assistant, new History(null, List.of()), harmless, false));
    } catch (Exception e) {
      var nothing = new Ending.Written("", List.of(), models.name(live.call()));
      ending = nothing.failed(null, problem(live.call(), e));
    }
    end.tell(live, ending);
  }

  /// How a question is answered.
  ///
  /// @param calling whether a person may be asked to take over
  private record Manner(
      AssistantVersion assistant, History earlier, ToolUses.Needs tools, boolean calling) {
    Answerer answerer(Route model) {
      return new Answerer(model.name(), assistant.slug());
    }

    Definition definition() {
      return assistant.definition();
    }

    int passages(ChatSettings settings, Call call) {
      return definition().passages(settings.passages().in(call));
    }
  }

  private Ending answer(LiveTurn live, Manner manner) throws Exception {
    var call = live.call();
    var log = live.log();
    var marker = live.id().toString().replace("-", "");
    var anew = anew(live, manner, marker);
    var query = query(live, manner, anew);
    var images = finding.attachments().images(call, seen(live, manner), MOST_IMAGES);
    var found = steps.patiently(call, () -> finding.search().find(call, query));
    var routes = models.routes(call);
    var standard = manner.definition().route(routes);
    var asking = new Asking(live.question(), manner.earlier(), found);
    var judged =
        steps.patiently(
            call,
            () -> policing.judge(call, Where.INPUT, manner.answerer(standard), asking.said()));
    if (judged.handOver() != null) {
      return handOver(live, judged.handOver(), manner.calling());
    }
    var route = judged.among(routes::find, standard);
    var answerer = manner.answerer(route);
    var asked = seeing(live, asking, steps.within(call, images), route);
    var check = policing.output(call, answerer).orElse(null);
    log.append(retrieved(found, anew, check));
    log.append(new TurnEvent.Status(Phase.WRITING, null));
    var outgoing = new Outgoing(check, judged.placeholders(), log::append, live::cancel);
    var writer = new AnswerWriter(found, outgoing);
    var history = settings.historyTokens().in(call);
    var prompt = Prompt.of(asked.with(judged), manner.definition(), marker, history);
    var abilities = abilities(live, manner, query, writer);
    var box = manner.tools().with(few(manner));
    var uses = new ToolUses(live, answerer, abilities, judged.placeholders(), box);
    var talk = new ModelTalk(live, models, route, writer, outgoing, steps);
    var most = manner.definition().maxTokens(route);
    var end = talk.tell(prompt, offered(call, box.toolbox(), abilities), uses, most);
    policing.redacted(outgoing.redactions());
    return ending(live, outgoing, route, answerer, anew == null ? end : end.with(anew.usage()));
  }

  /// The question written anew, where it leans on earlier ones.
  private @Nullable WholeText anew(LiveTurn live, Manner manner, String marker) throws Exception {
    var assistant = manner.assistant().slug();
    return finding
        .rewrite()
        .of(live.call(), live.context(), assistant, live.question(), manner.earlier(), marker)
        .orElse(null);
  }

  private TurnAbilities abilities(LiveTurn live, Manner manner, Query query, AnswerWriter writer) {
    var passages = manner.passages(settings, live.call());
    return new TurnAbilities(live, finding.search(), handovers, writer, query.within(), passages);
  }

  /// A rule wants a person to answer. What is said to whoever asked is the rule's.
  private Ending handOver(LiveTurn live, Judged.HandOver wish, boolean calling) throws Exception {
    var call = live.call();
    if (calling) {
      var conversation = live.turn().conversationId();
      var _ = steps.within(call, handovers.ask(call, conversation, By.RULE, wish.rule()));
    }
    live.log().append(new TurnEvent.HandedOver(By.RULE.wireName()));
    live.log().append(new TurnEvent.Delta(wish.reply()));
    var said = new Ending.Written(wish.reply(), List.of(), null);
    return new Ending(Turn.State.COMPLETED, said, null, FinishReason.STOP, null);
  }

  /// The tools that the assistant may call.
  private static Toolbox few(Manner manner) {
    var names = manner.definition().mayCall();
    var all = manner.tools().toolbox();
    return names == null ? all : all.only(tool -> names.contains(tool.name()));
  }

  private static List<Wishes.Tool> offered(Call call, Toolbox box, TurnAbilities abilities) {
    return box.offered(call, abilities).stream()
        .map(tool ->
            new Wishes.Tool(
                tool.name(), tool.description(), new JsonObject(tool.arguments().text())))
        .toList();
  }

  private Ending ending(
      LiveTurn live, Outgoing outgoing, Route route, Answerer answerer, Ended ended) {
    var usage = ended.usage();
    var said = new Ending.Written(outgoing.text(), outgoing.citations(), route.first().model());
    var denied = outgoing.denied();
    return switch (ended.last()) {
      case ModelEvent.Finished _ when denied != null ->
          said.failed(
              usage, Ending.body(live.call(), policing.denied(live.call(), answerer, denied)));
      case ModelEvent.Finished(var reason, var _, var _)
          when reason == FinishReason.CANCELLED || live.cancelled() ->
          new Ending(Turn.State.CANCELLED, said, usage, reason, null);
      case ModelEvent.Finished(var reason, var _, var _)
          when reason == FinishReason.TOOL_CALLS && said.text().isBlank() ->
          said.failed(usage, Ending.body(live.call(), ChatProblem.endlessTools()));
      case ModelEvent.Finished(var reason, var _, var _) ->
          new Ending(Turn.State.COMPLETED, said, usage, shown(reason), null);
      case ModelEvent.Failed(var failure, var _, var _) ->
          said.failed(usage, Ending.body(live.call(), ChatProblem.of(failure)));
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

  private AssistantVersion assistant(LiveTurn live) throws Exception {
    var call = live.call();
    var turn = live.turn();
    return steps.patiently(
        call, () -> assistants.version(call, turn.assistantId(), turn.assistantVersion()));
  }

  /// Messages before the question, as far as they may be of use.
  private History earlier(LiveTurn live) throws Exception {
    var call = live.call();
    return steps.patiently(call, () -> tree.before(call, live.turn().questionId(), 2 * room(call)));
  }

  /// With the images, for a model that sees them.
  private static Asking seeing(
      LiveTurn live, Asking asking, Map<UUID, List<Image>> shown, Route route) {
    var question = live.turn().questionId();
    if (route.seesImages()) {
      return asking.showing(question, shown);
    }
    if (shown.containsKey(question)) {
      throw new AttachmentProblem.NotSeen(route.name());
    }
    return asking;
  }

  /// The messages whose images a model may see, the question first and then the latest.
  private static List<UUID> seen(LiveTurn live, Manner manner) {
    var all = new ArrayList<>(List.of(live.turn().questionId()));
    manner.earlier().messages().reversed().forEach(message -> all.add(message.id()));
    return all;
  }

  /// Characters of earlier messages that fit. Twice as many are looked through, so that the last
  /// summary is among them.
  private int room(Call call) {
    return settings.historyTokens().in(call) * Prompt.CHARS_PER_TOKEN;
  }

  private Query query(LiveTurn live, Manner manner, @Nullable WholeText anew) {
    var passages = manner.passages(settings, live.call());
    var within = new Query.Within(manner.definition().mayRead(), live.turn().conversationId());
    if (anew != null) {
      return new Query(anew.text(), List.of(), within, Query.Mode.HYBRID, passages);
    }
    var said =
        manner.earlier().messages().stream()
            .map(message -> new Query.Said(message.role() == Message.Role.USER, message.text()))
            .toList();
    return new Query(live.question(), said, within, Query.Mode.HYBRID, passages);
  }

  private static TurnEvent retrieved(
      List<Passage> found, @Nullable WholeText anew, @Nullable Check check) {
    return new TurnEvent.Retrieved(
        found.stream().map(TurnStory::found).toList(),
        anew == null ? null : readable(anew.text(), check));
  }

  /// A model wrote it, so that the rules for answers hold: null when it is denied.
  private static @Nullable String readable(String query, @Nullable Check check) {
    if (check == null) {
      return query;
    }
    var ruling = check.of(query, null);
    return ruling.denied() == null ? ruling.text() : null;
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
      return Ending.body(call, problem);
    }
    LOG.error(call, "turn failed", failure);
    return Ending.body(call, new HttpProblem.Unexpected());
  }
}
