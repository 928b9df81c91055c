package dev.parley.policy;

import dev.parley.policy.rule.Placeholders;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Texts that may go on.
///
/// @param asked what the caller says, redacted
/// @param before what the caller said before, redacted
/// @param beside what else goes along, redacted
/// @param placeholders what is to be put back in the answer
/// @param route the model that is to be asked instead; null for the one that was meant
/// @param handOver that a person is to answer; null when they need not
public record Judged(
    List<String> asked,
    List<String> before,
    List<String> beside,
    Placeholders placeholders,
    @Nullable String route,
    @Nullable HandOver handOver) {

  /// Which model is asked, of those that there are.
  ///
  /// @param meant the one that is asked where nothing says otherwise
  /// @throws PolicyProblem.Misrouted when another one is to be asked, and is not there
  public <T> T among(Function<String, Optional<T>> models, T meant) {
    return route == null ? meant : models.apply(route).orElseThrow(PolicyProblem.Misrouted::new);
  }

  Judged to(String other) {
    return new Judged(asked, before, beside, placeholders, other, handOver);
  }

  /// A rule that wants a person to answer.
  ///
  /// @param rule its name
  /// @param reply what whoever asked is told
  public record HandOver(String rule, String reply) {
    private static final String GENERAL =
        "This is a question for a person. I have asked one; they will answer here.";

    static HandOver of(String rule, @Nullable String reply) {
      return new HandOver(rule, reply == null || reply.isBlank() ? GENERAL : reply);
    }
  }
}
