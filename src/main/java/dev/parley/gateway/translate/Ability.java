package dev.parley.gateway.translate;

import java.util.EnumSet;
import java.util.Set;

/// What a provider that speaks in texts can do beyond reading and writing them. What it cannot is
/// refused where a request asks for it.
public enum Ability {
  TOOLS("This model uses no tools."),
  IMAGES("This model reads text alone."),
  /// Images that are named instead of sent: the provider fetches them.
  LINKED_IMAGES("This model takes images inside the request alone, as data: URLs."),
  /// Answers that follow a schema.
  JSON_SCHEMA("This model does not write to a schema."),
  /// Answers that are some JSON object.
  JSON_OBJECT("This model does not promise JSON without a schema."),
  STOP("This model does not take \"stop\".");

  private final String otherwise;

  Ability(String otherwise) {
    this.otherwise = otherwise;
  }

  /// What a caller is told who asks for it in vain.
  String otherwise() {
    return otherwise;
  }

  /// Reading and writing texts.
  public static Set<Ability> none() {
    return EnumSet.noneOf(Ability.class);
  }
}
