package dev.parley.gateway.spi;

import io.vertx.core.buffer.Buffer;

/// A request in OpenAI's own form, handed on as it came but for the name of the model and the wish
/// for a count.
public interface WireRequest {

  /// Where it goes below the base URL.
  Kind kind();

  /// Whether the answer comes in pieces.
  boolean streaming();

  /// Whether the caller wants the count as the last piece of a stream. The provider is always asked
  /// for it.
  boolean wantsUsage();

  /// Tokens that are likely to be read, on the safe side.
  long inputTokens();

  /// The most that may be written, over all choices.
  ///
  /// @param otherwise where the caller gives no bound
  long outputTokens(long otherwise);

  /// The body for the provider.
  ///
  /// @param model the provider's own name of the model
  Buffer bodyFor(String model);

  /// Kinds of request.
  enum Kind {
    CHAT("chat/completions"),
    EMBEDDINGS("embeddings");

    private final String path;

    Kind(String path) {
      this.path = path;
    }

    /// Below the base URL, without a slash in front.
    public String path() {
      return path;
    }
  }
}
