package dev.parley.gateway.provider.langchain;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.parley.gateway.provider.langchain.http.Wire;
import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.translate.Ability;
import dev.parley.gateway.transport.Endpoint;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Anthropic's models by the Messages API. The base URL ends in the version of the API, such as
/// `/v1`.
final class Anthropic implements Vendor {
  private final Endpoint endpoint;

  Anthropic(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.complementOf(EnumSet.of(Ability.JSON_OBJECT));
  }

  @Override
  public Wire wire() {
    return new AnthropicWire();
  }

  @Override
  public StreamingChatModel model(HttpClientBuilder http, ModelRequest request) {
    var model =
        AnthropicStreamingChatModel.builder()
            .httpClientBuilder(http)
            .baseUrl(Urls.bare(endpoint.baseUrl()))
            .apiKey(endpoint.apiKey().isEmpty() ? "none" : endpoint.apiKey().value())
            .modelName(request.model())
            .returnThinking(true)
            .sendThinking(false);
    var thinking = thinking(request);
    if (thinking > 0) {
      model.thinkingType("enabled").thinkingBudgetTokens(thinking);
    }
    return model.build();
  }

  @Override
  public ChatRequest request(ModelRequest request) {
    return Questions.of(request, true, false)
        .maxOutputTokens(request.maxTokens() + thinking(request))
        .temperature(temperature(request))
        .build();
  }

  /// Tokens for thinking, which count as output. None once a tool was used: the thoughts before its
  /// use would have to come back with the request, signed, and no caller has them.
  private static int thinking(ModelRequest request) {
    var effort = request.wishes().effort();
    var used = request.messages().stream().anyMatch(ModelMessage.ToolResult.class::isInstance);
    if (effort == null || used) {
      return 0;
    }
    return switch (effort) {
      case NONE -> 0;
      case LOW -> 1_024;
      case MEDIUM -> 4_096;
      case HIGH -> 16_384;
    };
  }

  /// Null for the model's own, which is 1. That is also the highest, and the only one for a model
  /// that thinks; some models refuse to be given it beside `top_p`.
  private static @Nullable Double temperature(ModelRequest request) {
    return thinking(request) > 0 || request.temperature() >= 1 ? null : request.temperature();
  }
}
