package dev.parley.gateway.book;

import java.util.Locale;

/// What a provider speaks.
public enum Kind {
  /// OpenAI, and everything that speaks like it.
  OPENAI,
  GEMINI,
  ANTHROPIC,
  OLLAMA;

  /// As in tables and in the contract.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Kind of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
