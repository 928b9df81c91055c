package dev.parley.gateway.spi;

import java.util.List;

/// One question to a model.
///
/// @param model the provider's own name of the model
/// @param instructions the system prompt; where a model is to read the sources, they stand in it
/// @param messages the conversation, oldest first; the last one is the question
/// @param sources numbered passages the answer may cite as `[number]`; only a provider that answers
///   without a model reads them here
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

  /// The same question to another model.
  public ModelRequest withModel(String model) {
    return new ModelRequest(model, instructions, messages, sources, maxTokens, temperature);
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
