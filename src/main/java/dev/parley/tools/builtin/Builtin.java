package dev.parley.tools.builtin;

import dev.parley.tools.tool.ArgumentSchema;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// A tool that needs no server.
public enum Builtin {
  SEARCH(
      false,
      "Search the workspace's documents. Returns the passages that fit best, with their titles.",
      """
      {"type": "object", "additionalProperties": false, "required": ["query"], "properties": {
        "query": {"type": "string", "minLength": 1, "maxLength": 1000,
                  "description": "What to look for, in words of the documents"}}}
      """),
  TIME(
      false,
      "The current date, time and weekday.",
      """
      {"type": "object", "additionalProperties": false, "properties": {
        "zone": {"type": "string", "maxLength": 64,
                 "description": "An IANA time zone such as Europe/Berlin; UTC without it"}}}
      """),
  CALCULATOR(
      false,
      "Calculate exactly with decimal numbers: + - * / % ^, parentheses, abs, sqrt, round(x, places),"
          + " min, max. Percent: write 19/100 * 250.",
      """
      {"type": "object", "additionalProperties": false, "required": ["expression"], "properties": {
        "expression": {"type": "string", "minLength": 1, "maxLength": 500,
                       "description": "For example (3.5 + 4) * 2 ^ 10"}}}
      """),
  HAND_OVER(
      true,
      "Ask a person of the team to take over this conversation, where that is wanted or needed.",
      """
      {"type": "object", "additionalProperties": false, "required": ["reason"], "properties": {
        "reason": {"type": "string", "minLength": 1, "maxLength": 500,
                   "description": "What the person should know, in one sentence"}}}
      """);

  private static final Map<Builtin, ArgumentSchema> ARGUMENTS =
      Arrays.stream(values())
          .collect(
              Collectors.toUnmodifiableMap(one -> one, one -> ArgumentSchema.read(one.schema)));

  private final boolean sideEffect;
  private final String description;
  private final String schema;

  Builtin(boolean sideEffect, String description, String schema) {
    this.sideEffect = sideEffect;
    this.description = description;
    this.schema = schema;
  }

  /// As models, tables and the contract name it.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Builtin> of(String name) {
    return Arrays.stream(values()).filter(one -> one.wireName().equals(name)).findFirst();
  }

  public boolean sideEffect() {
    return sideEffect;
  }

  public String description() {
    return description;
  }

  public ArgumentSchema arguments() {
    return Objects.requireNonNull(ARGUMENTS.get(this));
  }
}
