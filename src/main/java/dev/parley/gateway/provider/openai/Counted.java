package dev.parley.gateway.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.metering.usage.Usage;

/// The provider's own count of tokens, made into classes that do not overlap.
final class Counted {
  private static final long SANE = 1_000_000_000L;

  private Counted() {}

  /// Reads a `usage` object. Cached tokens are part of `prompt_tokens`. Reasoning tokens are part
  /// of `completion_tokens` with most providers and stand beside it with some; the total tells
  /// which.
  static Usage of(JsonNode usage) {
    var prompt = number(usage.path("prompt_tokens"));
    var completion = number(usage.path("completion_tokens"));
    var total = number(usage.path("total_tokens"));
    var cached =
        Math.min(prompt, number(usage.path("prompt_tokens_details").path("cached_tokens")));
    var reasoning = number(usage.path("completion_tokens_details").path("reasoning_tokens"));
    var beside = reasoning > completion || total == prompt + completion + reasoning;
    var output = beside ? completion : completion - reasoning;
    return new Usage(prompt - cached, cached, 0, output, reasoning, false);
  }

  private static long number(JsonNode node) {
    return Math.clamp(node.asLong(0), 0, SANE);
  }
}
