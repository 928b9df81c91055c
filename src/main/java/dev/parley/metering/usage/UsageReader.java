package dev.parley.metering.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what providers say that a call used, and makes of it classes that do not overlap.
///
/// Their counts differ in what is part of what:
///
/// | style | input has cached tokens in it | output has reasoning in it |
/// |---|---|---|
/// | OpenAI, and who speaks like it | yes | mostly; the total tells |
/// | Anthropic | no | yes, and does not say how much |
/// | Gemini | yes | no |
/// | Cohere, Ollama | – | – |
///
/// Providers are not trusted: a number that is none, is negative or is beyond all measure becomes
/// the nearest sane one, and the usage counts as estimated. Audio and image tokens count as text.
public final class UsageReader {
  private static final long SANE = 1_000_000_000L;

  private UsageReader() {}

  /// How a provider counts.
  public enum Style {
    /// Chat completions, responses and embeddings; also Azure, Groq, Mistral, DeepSeek, xAI, vLLM.
    OPENAI,
    ANTHROPIC,
    GEMINI,
    COHERE,
    OLLAMA
  }

  /// The usage that an object tells; empty when it has no count at all, so that somebody has to
  /// guess. A zero is a zero.
  ///
  /// @param usage `usage`, `usageMetadata` or what carries the counts in this style
  public static Optional<Usage> read(JsonNode usage, Style style) {
    var counts = new Counts(usage);
    var read =
        switch (style) {
          case OPENAI -> openAi(counts);
          case ANTHROPIC -> anthropic(counts);
          case GEMINI -> gemini(counts);
          case COHERE -> cohere(counts);
          case OLLAMA -> ollama(counts);
        };
    return counts.any() ? Optional.of(read) : Optional.empty();
  }

  /// The responses interface says input and output for prompt and completion. DeepSeek says beside
  /// the prompt how much of it was cached.
  private static Usage openAi(Counts counts) {
    var prompt = counts.first("/prompt_tokens", "/input_tokens");
    var completion = counts.first("/completion_tokens", "/output_tokens");
    var total = counts.of("/total_tokens");
    var cached =
        counts.part(
            prompt,
            "/prompt_tokens_details/cached_tokens",
            "/input_tokens_details/cached_tokens",
            "/prompt_cache_hit_tokens",
            "/cached_tokens");
    var written =
        counts.part(
            prompt - cached,
            "/prompt_tokens_details/cache_write_tokens",
            "/input_tokens_details/cache_write_tokens");
    var reasoning =
        counts.first(
            "/completion_tokens_details/reasoning_tokens",
            "/output_tokens_details/reasoning_tokens");
    var beside =
        reasoning > completion || (reasoning > 0 && total == prompt + completion + reasoning);
    return new Usage(
        prompt - cached - written,
        cached,
        written,
        beside ? completion : completion - reasoning,
        reasoning,
        counts.odd());
  }

  private static Usage anthropic(Counts counts) {
    return new Usage(
        counts.of("/input_tokens"),
        counts.of("/cache_read_input_tokens"),
        counts.of("/cache_creation_input_tokens"),
        counts.of("/output_tokens"),
        0,
        counts.odd());
  }

  /// What tools have read stands beside the prompt.
  private static Usage gemini(Counts counts) {
    var prompt = counts.of("/promptTokenCount");
    var cached = counts.part(prompt, "/cachedContentTokenCount");
    var tools = counts.of("/toolUsePromptTokenCount");
    return new Usage(
        prompt - cached + tools,
        cached,
        0,
        counts.of("/candidatesTokenCount"),
        counts.of("/thoughtsTokenCount"),
        counts.odd());
  }

  /// What is billed, and where that is missing what was read.
  private static Usage cohere(Counts counts) {
    return new Usage(
        counts.first("/billed_units/input_tokens", "/tokens/input_tokens"),
        0,
        0,
        counts.first("/billed_units/output_tokens", "/tokens/output_tokens"),
        0,
        counts.odd());
  }

  private static Usage ollama(Counts counts) {
    return new Usage(
        counts.of("/prompt_eval_count"), 0, 0, counts.of("/eval_count"), 0, counts.odd());
  }

  /// The numbers of one object, and whether all was well with them.
  private static final class Counts {
    private final JsonNode usage;
    private boolean any;
    private boolean odd;

    Counts(JsonNode usage) {
      this.usage = usage;
    }

    /// Whether any number was found.
    boolean any() {
      return any;
    }

    boolean odd() {
      return odd;
    }

    /// 0 where there is none.
    long of(String pointer) {
      var node = usage.at(pointer);
      if (node.isMissingNode() || node.isNull()) {
        return 0;
      }
      var number = number(node);
      if (number == null) {
        odd = true;
        return 0;
      }
      any = true;
      var sane = Math.clamp(Math.floor(number), 0, (double) SANE);
      odd |= sane != number;
      return (long) sane;
    }

    private static @Nullable Double number(JsonNode node) {
      if (node.isNumber()) {
        return node.doubleValue();
      }
      var text = node.asText("");
      return text.matches("\\d{1,12}") ? Double.valueOf(text) : null;
    }

    /// The first that is there.
    long first(String... pointers) {
      for (var pointer : pointers) {
        if (usage.at(pointer).isValueNode() && !usage.at(pointer).isNull()) {
          return of(pointer);
        }
      }
      return 0;
    }

    /// A number that is part of another one.
    long part(long whole, String... pointers) {
      var part = first(pointers);
      odd |= part > whole;
      return Math.min(whole, part);
    }
  }
}
