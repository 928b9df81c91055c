package dev.parley.policy;

import dev.parley.policy.rule.Placeholders;
import java.util.List;
import java.util.stream.Stream;

/// Texts that are about to go on.
///
/// @param asked what the caller says: it can be denied
/// @param before what the caller said before and goes along: it is not denied any more, but what
///   sends it to another model does so still
/// @param beside what else goes along, such as answers and documents: it is only redacted
/// @param placeholders those of the conversation with a model so far, so that one stands for the
///   same thing in all of it
public record Said(
    List<String> asked, List<String> before, List<String> beside, Placeholders placeholders) {
  public Said {
    asked = List.copyOf(asked);
    before = List.copyOf(before);
    beside = List.copyOf(beside);
  }

  /// With nothing that goes along.
  public static Said only(String... asked) {
    return new Said(List.of(asked), List.of(), List.of());
  }

  /// At the beginning of a conversation with a model.
  public Said(List<String> asked, List<String> before, List<String> beside) {
    this(asked, before, beside, new Placeholders());
  }

  int length() {
    return Stream.of(asked, before, beside).flatMap(List::stream).mapToInt(String::length).sum();
  }
}
