package dev.parley.gateway.spi;

import java.util.List;

/// One question to a model.
///
/// @param model the provider's own name of the model
/// @param instructions the system prompt; where a model is to read the sources, they stand in it
/// @param messages the conversation, oldest first; the last one is the question, or what a tool
///   gave
/// @param sources numbered passages the answer may cite as `[number]`; only a provider that answers
///   without a model reads them here
/// @param maxTokens upper bound of output tokens
/// @param temperature 0 to 2
/// @param wishes tools, forms and the like
public record ModelRequest(
    String model,
    String instructions,
    List<ModelMessage> messages,
    List<Source> sources,
    int maxTokens,
    double temperature,
    Wishes wishes) {
  public ModelRequest {
    messages = List.copyOf(messages);
    sources = List.copyOf(sources);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a request needs at least one message");
    }
  }

  /// Without wishes.
  public ModelRequest(
      String model,
      String instructions,
      List<ModelMessage> messages,
      List<Source> sources,
      int maxTokens,
      double temperature) {
    this(model, instructions, messages, sources, maxTokens, temperature, Wishes.NONE);
  }

  /// The same question to another model.
  public ModelRequest withModel(String model) {
    return new ModelRequest(model, instructions, messages, sources, maxTokens, temperature, wishes);
  }

  /// The same question with wishes.
  public ModelRequest with(Wishes wishes) {
    return new ModelRequest(model, instructions, messages, sources, maxTokens, temperature, wishes);
  }

  /// The same question with another bound of the answer.
  public ModelRequest withMaxTokens(int most) {
    return new ModelRequest(model, instructions, messages, sources, most, temperature, wishes);
  }

  /// The text of the last message.
  public String question() {
    return messages.getLast().text();
  }

  /// One passage the answer may cite.
  ///
  /// @param number what a citation of it looks like: `[number]`
  /// @param title title of the document, followed by the heading path where there is one
  /// @param text exactly as stored
  public record Source(int number, String title, String text) {}
}
