package dev.parley.policy.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/// What is done about what a rule finds.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Action.Allow.class, name = "allow"),
  @JsonSubTypes.Type(value = Action.Deny.class, name = "deny"),
  @JsonSubTypes.Type(value = Action.Redact.class, name = "redact"),
  @JsonSubTypes.Type(value = Action.Route.class, name = "route"),
  @JsonSubTypes.Type(value = Action.HandOver.class, name = "hand_over")
})
public sealed interface Action {

  /// It is left alone: rules behind this one do not find it.
  record Allow() implements Action {}

  /// Nothing of the text goes on.
  ///
  /// @param reason told to the person; null for a general one
  record Deny(@Nullable String reason) implements Action {}

  /// Something else is put in its place.
  ///
  /// @param replacement null for the name of what it was, in brackets
  /// @param reversible whether a model reads a placeholder in its place, and the reader of the
  ///   answer sees again what it stands for
  record Redact(@Nullable String replacement, boolean reversible) implements Action {}

  /// The question goes to another model.
  ///
  /// @param model a route of the workspace
  record Route(String model) implements Action {
    public Route {
      if (model.isBlank()) {
        throw new IllegalArgumentException("a model has a name");
      }
    }
  }

  /// A person is asked to answer, where there is a conversation that one can take over; elsewhere
  /// nothing is done.
  ///
  /// @param reply told to whoever asked; null for a general one
  record HandOver(@Nullable String reply) implements Action {}

  /// As in the API.
  default String wireName() {
    return switch (this) {
      case Allow _ -> "allow";
      case Deny _ -> "deny";
      case Redact _ -> "redact";
      case Route _ -> "route";
      case HandOver _ -> "hand_over";
    };
  }
}
