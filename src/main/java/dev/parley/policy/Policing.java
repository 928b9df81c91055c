package dev.parley.policy;

import dev.parley.call.Call;
import dev.parley.policy.rule.Check;
import dev.parley.policy.rule.Check.Hit;
import dev.parley.policy.rule.Where;
import io.vertx.core.Future;
import java.util.Optional;

/// What may be said, for those who say it. Safe from any thread.
public interface Policing {

  /// Whether there is anything to be asked; costs next to nothing.
  boolean concerns(Call call);

  /// Decides about texts before a model or a tool is given them. Fails with a [PolicyProblem] when
  /// they must not go on. Completes on the caller's Vert.x context where there is one.
  ///
  /// @param route name of the model
  Future<Judged> judge(Call call, Where where, String route, Said said);

  /// What rules say of what a model writes; empty when none is for it.
  Optional<Check> output(Call call, String route);

  /// Takes note that something a model wrote was denied.
  PolicyProblem denied(Call call, String route, Hit hit);

  /// Takes note that something a model wrote was redacted.
  ///
  /// @param count how often in one answer
  void redacted(int count);
}
