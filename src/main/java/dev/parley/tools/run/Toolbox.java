package dev.parley.tools.run;

import dev.parley.call.Call;
import dev.parley.policy.rule.Answerer;
import dev.parley.tools.builtin.Abilities;
import dev.parley.tools.tool.Tool;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Predicate;

/// What a model may call. Safe from any thread; futures complete on any.
///
/// A use has two steps, so that a person can stand between them: what was planned is what is shown,
/// and what is shown is what is done.
public interface Toolbox {

  /// What a model may be offered now, by name.
  List<Tool> offered(Call call, Abilities abilities);

  /// Looks whether a use may be: whether there is such a tool, the arguments fit and no rule is
  /// against it. Nothing happens yet. Fails with a [ToolProblem], or with the problem of the rule.
  Future<Planned> plan(Call call, Abilities abilities, Wanted wanted);

  /// Does it, once. A tool that was switched off or changed meanwhile is not used. Never fails:
  /// what goes wrong is for the model to read.
  Future<Done> run(Call call, Abilities abilities, Planned planned);

  /// The same, with those tools alone that `may` lets through: the others are as if there were
  /// none.
  default Toolbox only(Predicate<Tool> may) {
    return new FewTools(this, may);
  }

  /// What a model wants.
  ///
  /// @param answerer who asks
  /// @param arguments as the model wrote them
  record Wanted(Answerer answerer, String name, String arguments) {}
}
