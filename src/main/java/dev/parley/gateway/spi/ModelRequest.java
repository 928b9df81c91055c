package dev.parley.gateway.spi;

import java.util.List;

/// One question to a model.
///
/// @param model the provider's own name of the model
/// @param instructions the system prompt, without the sources
/// @param messages the conversation, oldest first; the last one is the question
/// @param sources numbered passages the answer may cite as `[number]`; providers that speak to
///   models get them through `instructions`, the extractive provider reads them here
/// @param maxTokens upper bound of output tokens
/// @param temperature 0 to 2
public record ModelRequest(
    String model,
    String instructions,
    List<Message> messages,
    List<Source> sources,
    int maxTokens,
    double temperature) {
  public ModelRequest {
    messages = List.copyOf(messages);
    sources = List.copyOf(sources);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a request needs at least one message");
    }
  }

  /// The text of the last message.
  public String question() {
    return messages.getLast().text();
  }

  /// Who said a message.
  public enum Role {
    USER,
    ASSISTANT
  }

  /// One message of the conversation.
  public record Message(Role role, String text) {}

  /// One passage the answer may cite.
  ///
  /// @param number what a citation of it looks like: `[number]`
  /// @param title title of the document, followed by the heading path where there is one
  /// @param text exactly as stored
  public record Source(int number, String title, String text) {}
}
