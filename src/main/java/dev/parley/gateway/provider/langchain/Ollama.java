package dev.parley.gateway.provider.langchain;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.parley.gateway.provider.langchain.http.Wire;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.Wishes.Effort;
import dev.parley.gateway.spi.Wishes.ToolChoice;
import dev.parley.gateway.translate.Ability;
import dev.parley.gateway.transport.Endpoint;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Models of an Ollama server by its own API.
final class Ollama implements Vendor {
  private final Endpoint endpoint;

  Ollama(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.complementOf(EnumSet.of(Ability.LINKED_IMAGES));
  }

  @Override
  public Wire wire() {
    return new OllamaWire();
  }

  @Override
  public StreamingChatModel model(HttpClientBuilder http, ModelRequest request) {
    var wishes = request.wishes();
    var key = endpoint.apiKey();
    var model =
        OllamaStreamingChatModel.builder()
            .httpClientBuilder(http)
            .baseUrl(Urls.bare(endpoint.baseUrl()))
            .customHeaders(
                key.isEmpty() ? Map.of() : Map.of("authorization", "Bearer " + key.value()))
            .modelName(request.model())
            .seed(wishes.seed())
            .returnThinking(true);
    if (wishes.effort() != null) {
      model.think(wishes.effort() != Effort.NONE);
    }
    return model.build();
  }

  @Override
  public ChatRequest request(ModelRequest request) {
    var question = Questions.of(request, false, true);
    if (request.wishes().choice() == ToolChoice.NONE) {
      // There is no way to forbid tools but not to offer any.
      question.toolSpecifications(List.of()).toolChoice(null);
    }
    return question.build();
  }
}
