package dev.parley.policy.decide;

import org.jspecify.annotations.Nullable;

/// What another service decided.
public sealed interface Verdict {

  /// It may go on.
  ///
  /// @param route the model to be asked instead; null for the one that was meant
  record Allowed(@Nullable String route) implements Verdict {}

  /// It must not go on.
  ///
  /// @param reason for the person; null for none
  record Denied(@Nullable String reason) implements Verdict {}

  /// It did not answer, or not in its form.
  record Doubt() implements Verdict {}
}
