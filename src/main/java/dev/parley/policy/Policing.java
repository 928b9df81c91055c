package dev.parley.policy;

import dev.parley.call.Call;
import dev.parley.policy.rule.Answerer;
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
  /// @param answerer who is to be given them
  Future<Judged> judge(Call call, Where where, Answerer answerer, Said said);

  /// What rules say of what a model writes; empty when none is for it.
  Optional<Check> output(Call call, Answerer writer);

  /// Takes note that something a model wrote was denied.
  PolicyProblem denied(Call call, Answerer writer, Hit hit);

  /// Takes note that something a model wrote was redacted.
  ///
  /// @param count how often in one answer
  void redacted(int count);
}
