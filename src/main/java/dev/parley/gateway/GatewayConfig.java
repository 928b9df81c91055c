package dev.parley.gateway;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.gateway.provider.extractive.ExtractiveProvider;
import dev.parley.platform.config.Env;
import dev.parley.platform.config.PlainNumber;
import dev.parley.platform.config.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// Which model answers, and how long it is waited for.
///
/// @param provider who answers; `AUTO` is a model when an address or a key of one is set, and
///   Parley's own extractive answers otherwise
/// @param model the provider's name of the model; empty for a usual one
/// @param fallbackModel tried when the first one fails before its first word; empty for none
/// @param maxTokens upper bound of an answer
/// @param cacheTtl how long an equal request may be given the stored answer; 0 for never
/// @param embeddingThreads threads that embed questions, and again as many that embed documents
public record GatewayConfig(
    @Env("LLM_PROVIDER") Choice provider,
    @Env("LLM_MODEL") String model,
    @Env("LLM_FALLBACK_MODEL") String fallbackModel,
    @Env("LLM_MAX_TOKENS") int maxTokens,
    @Env("LLM_TEMPERATURE") double temperature,
    @PlainNumber(ChronoUnit.SECONDS) @Env("LLM_CACHE_TTL") Duration cacheTtl,
    OpenAi openai,
    Anthropic anthropic,
    Gemini gemini,
    Ollama ollama,
    Timeouts timeouts,
    int embeddingThreads) {
  public GatewayConfig {
    require(maxTokens >= 1, "max-tokens must be at least 1");
    require(temperature >= 0 && temperature <= 2, "temperature must be 0 to 2");
    require(!cacheTtl.isNegative(), "cache-ttl must not be negative");
    require(
        provider != Choice.ANTHROPIC || anthropic.configured(), "anthropic.api-key must be set");
    require(provider != Choice.GEMINI || gemini.configured(), "gemini.api-key must be set");
    require(embeddingThreads >= 1 && embeddingThreads <= 64, "embedding-threads must be 1 to 64");
  }

  /// Who can answer.
  public enum Choice {
    AUTO,
    EXTRACTIVE,
    OPENAI,
    ANTHROPIC,
    GEMINI,
    OLLAMA,
    MOCK
  }

  /// A server that speaks the OpenAI protocol.
  public record OpenAi(
      @Env("OPENAI_BASE_URL") String baseUrl, @Env("OPENAI_API_KEY") Secret apiKey) {
    static final String VENDOR = "https://api.openai.com/v1";

    public OpenAi {
      requireHttp(baseUrl);
    }

    /// Where to call.
    URI url() {
      return URI.create(baseUrl.isEmpty() ? VENDOR : baseUrl);
    }

    boolean configured() {
      return !baseUrl.isEmpty() || !apiKey.isEmpty();
    }
  }

  /// Anthropic, or what speaks like it.
  public record Anthropic(
      @Env("ANTHROPIC_BASE_URL") String baseUrl, @Env("ANTHROPIC_API_KEY") Secret apiKey) {
    static final String VENDOR = "https://api.anthropic.com/v1";

    public Anthropic {
      requireHttp(baseUrl);
    }

    URI url() {
      return URI.create(baseUrl.isEmpty() ? VENDOR : baseUrl);
    }

    boolean configured() {
      return !baseUrl.isEmpty() || !apiKey.isEmpty();
    }
  }

  /// Google's Gemini API, or what speaks like it.
  public record Gemini(
      @Env("GEMINI_BASE_URL") String baseUrl, @Env("GEMINI_API_KEY") Secret apiKey) {
    static final String VENDOR = "https://generativelanguage.googleapis.com/v1beta";

    public Gemini {
      requireHttp(baseUrl);
    }

    URI url() {
      return URI.create(baseUrl.isEmpty() ? VENDOR : baseUrl);
    }

    boolean configured() {
      return !baseUrl.isEmpty() || !apiKey.isEmpty();
    }
  }

  /// An Ollama server.
  public record Ollama(
      @Env("OLLAMA_BASE_URL") String baseUrl, @Env("OLLAMA_API_KEY") Secret apiKey) {
    static final String LOCAL = "http://localhost:11434";

    public Ollama {
      requireHttp(baseUrl);
    }

    URI url() {
      return URI.create(baseUrl.isEmpty() ? LOCAL : baseUrl);
    }

    boolean configured() {
      return !baseUrl.isEmpty();
    }
  }

  private static void requireHttp(String baseUrl) {
    require(
        baseUrl.isEmpty() || baseUrl.startsWith("http://") || baseUrl.startsWith("https://"),
        "base-url must begin with http:// or https://");
  }

  /// Limits of time of one answer.
  ///
  /// @param connect until the connection stands
  /// @param firstToken from then until the first word
  /// @param idle silence between two pieces
  /// @param total for the whole answer
  public record Timeouts(Duration connect, Duration firstToken, Duration idle, Duration total) {
    public Timeouts {
      require(connect.isPositive(), "connect must be positive");
      require(firstToken.isPositive(), "first-token must be positive");
      require(idle.isPositive(), "idle must be positive");
      require(total.isPositive(), "total must be positive");
    }
  }

  /// The choice, with `AUTO` decided.
  public Choice chosen() {
    if (provider != Choice.AUTO) {
      return provider;
    }
    if (openai.configured()) {
      return Choice.OPENAI;
    }
    if (anthropic.configured()) {
      return Choice.ANTHROPIC;
    }
    if (gemini.configured()) {
      return Choice.GEMINI;
    }
    return ollama.configured() ? Choice.OLLAMA : Choice.EXTRACTIVE;
  }

  /// The model that answers, by the name its provider gives it.
  String modelName() {
    return model.isEmpty() ? usualModel() : model;
  }

  private String usualModel() {
    return switch (chosen()) {
      case OPENAI -> "gpt-4o-mini";
      case ANTHROPIC -> "claude-sonnet-4-5";
      case GEMINI -> "gemini-2.5-flash";
      case OLLAMA -> "llama3.2";
      case EXTRACTIVE, AUTO -> ExtractiveProvider.NAME;
      case MOCK -> "mock";
    };
  }

  /// Whether the one who answers has models to choose from.
  boolean hasModels() {
    return switch (chosen()) {
      case OPENAI, ANTHROPIC, GEMINI, OLLAMA -> true;
      case EXTRACTIVE, AUTO, MOCK -> false;
    };
  }
}
