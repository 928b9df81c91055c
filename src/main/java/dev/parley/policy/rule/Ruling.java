package dev.parley.policy.rule;

import dev.parley.policy.rule.Check.Hit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What rules say of a text.
///
/// @param text as it may go on: redacted, and only up to what is denied
/// @param denied what is; null when all of it may go on
/// @param routed what sends the question to another model; null for none
/// @param calling what wants a person to answer; null for none
public record Ruling(
    String text,
    List<Hit> hits,
    @Nullable Hit denied,
    @Nullable Hit routed,
    @Nullable Hit calling) {
  public Ruling {
    hits = List.copyOf(hits);
  }
}
