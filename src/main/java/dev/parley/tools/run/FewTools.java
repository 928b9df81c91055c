package dev.parley.tools.run;

import dev.parley.call.Call;
import dev.parley.tools.builtin.Abilities;
import dev.parley.tools.tool.Tool;
import dev.parley.tools.tool.ToolProblem;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Predicate;

/// Some tools of another toolbox. What was not offered is not used either.
record FewTools(Toolbox all, Predicate<Tool> may) implements Toolbox {
  @Override
  public List<Tool> offered(Call call, Abilities abilities) {
    return all.offered(call, abilities).stream().filter(may).toList();
  }

  @Override
  public Future<Planned> plan(Call call, Abilities abilities, Wanted wanted) {
    return offered(call, abilities).stream().anyMatch(tool -> tool.name().equals(wanted.name()))
        ? all.plan(call, abilities, wanted)
        : Future.failedFuture(new ToolProblem.Unknown());
  }

  @Override
  public Future<Done> run(Call call, Abilities abilities, Planned planned) {
    return all.run(call, abilities, planned);
  }
}
