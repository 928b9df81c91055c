package dev.parley.policy;

import dev.parley.policy.rule.Placeholders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Texts that may go on.
///
/// @param asked what the caller says, redacted
/// @param beside what goes along, redacted
/// @param placeholders what is to be put back in the answer
/// @param route the model that is to be asked instead; null for the one that was meant
public record Judged(
    List<String> asked, List<String> beside, Placeholders placeholders, @Nullable String route) {

  Judged to(String other) {
    return new Judged(asked, beside, placeholders, other);
  }
}
