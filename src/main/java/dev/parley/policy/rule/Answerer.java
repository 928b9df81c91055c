package dev.parley.policy.rule;

import org.jspecify.annotations.Nullable;

/// Who is given a text, or has written it.
///
/// @param model its name
/// @param assistant name of the one on whose behalf it works; null where a program asks the model
///   itself
public record Answerer(String model, @Nullable String assistant) {

  /// A model that a program asks itself.
  public static Answerer model(String name) {
    return new Answerer(name, null);
  }

  /// Another model on behalf of the same assistant.
  public Answerer with(String other) {
    return new Answerer(other, assistant);
  }
}
