package dev.parley.chat.turn;

import dev.parley.chat.log.TurnEvent;
import dev.parley.chat.log.TurnEvent.CallOutcome;
import dev.parley.chat.log.TurnEvent.CallState;
import dev.parley.gateway.spi.ModelMessage.ToolUse;
import dev.parley.platform.http.Problem;
import dev.parley.policy.Policing;
import dev.parley.policy.Said;
import dev.parley.policy.rule.Answerer;
import dev.parley.policy.rule.Placeholders;
import dev.parley.policy.rule.Where;
import dev.parley.tools.builtin.Abilities;
import dev.parley.tools.builtin.Builtin;
import dev.parley.tools.run.Planned;
import dev.parley.tools.run.Toolbox;
import dev.parley.tools.run.Toolbox.Wanted;
import dev.parley.tools.tool.Tool;
import dev.parley.tools.tool.Visible;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The uses of tools in one turn: looked at by rules, allowed by people, told to readers, bounded.
/// Told on the turn's virtual thread.
///
/// Nothing that a model says decides whether a tool is used that changes something: only the person
/// does, who sees what it will be given.
final class ToolUses {
  /// In one turn.
  static final int MOST = 8;

  /// Consents are kept by number, and what was allowed to one attempt is not allowed to the next.
  private static final int NUMBERS_OF_AN_ATTEMPT = 10;

  private static final int SHOWN = 8_000;
  private static final int LONGEST_NAME = 64;
  private static final String DECLINED =
      "The person did not allow this call. Answer without it, and do not ask for it again.";

  private final LiveTurn live;
  private final Answerer answerer;
  private final Abilities abilities;
  private final Placeholders placeholders;
  private final Needs needs;
  private int count;

  /// What turns share.
  record Needs(Toolbox toolbox, Policing policing, Consents consents, InstantSource clock) {
    Needs with(Toolbox other) {
      return new Needs(other, policing, consents, clock);
    }
  }

  /// @param answerer who asks
  /// @param placeholders of the turn
  ToolUses(
      LiveTurn live,
      Answerer answerer,
      Abilities abilities,
      Placeholders placeholders,
      Needs needs) {
    this.live = live;
    this.answerer = answerer;
    this.abilities = abilities;
    this.placeholders = placeholders;
    this.needs = needs;
  }

  /// How many are left.
  int left() {
    return MOST - count;
  }

  /// Uses a tool, or does not. Returns what the model is to read.
  String use(ToolUse wanted) throws Exception {
    if (left() <= 0) {
      return "There are no more calls for this answer.";
    }
    var id = (live.turn().attempt() - 1) * NUMBERS_OF_AN_ATTEMPT + ++count;
    Planned planned;
    try {
      var asked = new Wanted(answerer, wanted.name(), wanted.arguments());
      planned = within(needs.toolbox().plan(live.call(), abilities, asked));
    } catch (RuntimeException e) {
      if (!(e instanceof Problem problem)) {
        throw e;
      }
      called(id, named(wanted.name()), shown(wanted.arguments()), false, CallState.REFUSED);
      return answered(id, named(wanted.name()), CallOutcome.REFUSED, problem.detail(), 0);
    }
    var tool = planned.tool();
    var arguments = planned.arguments().text();
    if (planned.needsConsent()) {
      needs.consents().ask(live, id);
      called(id, tool.name(), arguments, true, CallState.WAITING);
      if (!needs.consents().await(live, id)) {
        return answered(id, tool.name(), CallOutcome.DECLINED, DECLINED, 0);
      }
    }
    called(id, tool.name(), arguments, tool.sideEffect(), CallState.RUNNING);
    var done = within(needs.toolbox().run(live.call(), abilities, planned));
    var text = judged(done.outcome().text());
    var outcome = done.outcome().ok() ? CallOutcome.OK : CallOutcome.ERROR;
    if (outcome == CallOutcome.OK && !isSearch(tool)) {
      live.helpedByTool();
    }
    return answered(id, tool.name(), outcome, text, done.millis());
  }

  /// A tool of somebody's own may have the same name.
  private static boolean isSearch(Tool tool) {
    return tool.does() instanceof Tool.Does.Builtin
        && tool.name().equals(Builtin.SEARCH.wireName());
  }

  /// What a tool gave is on its way to a model, as documents are.
  private String judged(String text) throws Exception {
    if (!needs.policing().concerns(live.call())) {
      return text;
    }
    var said = new Said(List.of(), List.of(), List.of(text), placeholders);
    return within(needs.policing().judge(live.call(), Where.INPUT, answerer, said))
        .beside()
        .getFirst();
  }

  private void called(int id, String tool, String arguments, boolean effect, CallState state) {
    live.log().append(new TurnEvent.ToolCalled(id, tool, arguments, effect, state));
  }

  private String answered(int id, String tool, CallOutcome outcome, String text, long millis) {
    live.log().append(new TurnEvent.ToolAnswered(id, tool, outcome, shown(text), millis));
    return text;
  }

  private static String named(String name) {
    var seen = Visible.text(name);
    return seen.length() > LONGEST_NAME ? seen.substring(0, LONGEST_NAME) : seen;
  }

  private static String shown(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  private <T> T within(Future<T> future) throws Exception {
    var left = live.call().deadline().left(needs.clock()).toMillis();
    return future.await(left, TimeUnit.MILLISECONDS);
  }
}
