package dev.parley.gateway.spi;

/// How many tokens a text is likely to be where nobody counted: one for every four characters,
/// which is what English prose comes to. An estimate for the ledger, not a limit.
public final class TokenEstimate {
  private static final int CHARACTERS = 4;

  private TokenEstimate() {}

  public static long of(String text) {
    return ofLength(text.length());
  }

  /// The same for a text of which only the length is known, in characters.
  public static long ofLength(long characters) {
    return (characters + CHARACTERS - 1) / CHARACTERS;
  }

  /// What the provider is likely to count as read.
  public static long of(ModelRequest request) {
    var characters = (long) request.instructions().length();
    for (var message : request.messages()) {
      characters += length(message);
    }
    for (var tool : request.wishes().tools()) {
      characters += tool.description().length() + tool.schema().encode().length();
    }
    return ofLength(characters);
  }

  private static long length(ModelMessage message) {
    var characters = (long) message.text().length();
    if (message instanceof ModelMessage.Assistant assistant) {
      for (var use : assistant.uses()) {
        characters += use.name().length() + use.arguments().length();
      }
    }
    return characters;
  }
}
