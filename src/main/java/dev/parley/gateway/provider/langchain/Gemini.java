package dev.parley.gateway.provider.langchain;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.googleai.GeminiThinkingConfig;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.parley.gateway.provider.langchain.http.Wire;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.Wishes.Effort;
import dev.parley.gateway.translate.Ability;
import dev.parley.gateway.transport.Endpoint;
import java.util.EnumSet;
import java.util.Set;

/// Google's models by the Gemini API. The base URL ends in the version of the API, such as
/// `/v1beta`.
final class Gemini implements Vendor {
  private final Endpoint endpoint;

  Gemini(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.complementOf(EnumSet.of(Ability.LINKED_IMAGES));
  }

  @Override
  public Wire wire() {
    return new GeminiWire();
  }

  @Override
  public StreamingChatModel model(HttpClientBuilder http, ModelRequest request) {
    var wishes = request.wishes();
    var model =
        GoogleAiGeminiStreamingChatModel.builder()
            .httpClientBuilder(http)
            .baseUrl(Urls.bare(endpoint.baseUrl()))
            .apiKey(endpoint.apiKey().value())
            .modelName(request.model())
            .seed(wishes.seed())
            .returnThinking(true)
            .sendThinking(true); // the signatures of its calls
    if (wishes.effort() != null) {
      model.thinkingConfig(thinking(wishes.effort()));
    }
    return model.build();
  }

  @Override
  public ChatRequest request(ModelRequest request) {
    return Questions.of(request, false, true).build();
  }

  private static GeminiThinkingConfig thinking(Effort effort) {
    var tokens =
        switch (effort) {
          case NONE -> 0;
          case LOW -> 1_024;
          case MEDIUM -> 8_192;
          case HIGH -> 24_576;
        };
    return GeminiThinkingConfig.builder()
        .includeThoughts(effort != Effort.NONE)
        .thinkingBudget(tokens)
        .build();
  }
}
