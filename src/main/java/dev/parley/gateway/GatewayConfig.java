package dev.parley.gateway;

import static dev.parley.platform.config.ConfigFault.require;

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
/// @param model the provider's name of the model
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
    Timeouts timeouts,
    int embeddingThreads) {
  public GatewayConfig {
    require(maxTokens >= 1, "max-tokens must be at least 1");
    require(temperature >= 0 && temperature <= 2, "temperature must be 0 to 2");
    require(!cacheTtl.isNegative(), "cache-ttl must not be negative");
    require(embeddingThreads >= 1 && embeddingThreads <= 64, "embedding-threads must be 1 to 64");
  }

  /// Who can answer.
  public enum Choice {
    AUTO,
    EXTRACTIVE,
    OPENAI,
    MOCK
  }

  /// A server that speaks the OpenAI protocol.
  public record OpenAi(
      @Env("OPENAI_BASE_URL") String baseUrl, @Env("OPENAI_API_KEY") Secret apiKey) {
    static final String VENDOR = "https://api.openai.com/v1";

    public OpenAi {
      require(
          baseUrl.isEmpty() || baseUrl.startsWith("http://") || baseUrl.startsWith("https://"),
          "base-url must begin with http:// or https://");
    }

    /// Where to call.
    URI url() {
      return URI.create(baseUrl.isEmpty() ? VENDOR : baseUrl);
    }

    boolean configured() {
      return !baseUrl.isEmpty() || !apiKey.isEmpty();
    }
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
    return openai.configured() ? Choice.OPENAI : Choice.EXTRACTIVE;
  }
}
