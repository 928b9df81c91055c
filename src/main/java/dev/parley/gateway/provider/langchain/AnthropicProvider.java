package dev.parley.gateway.provider.langchain;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.parley.call.Call;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.gateway.translate.Ability;
import dev.parley.gateway.translate.Translation;
import dev.parley.gateway.transport.Endpoint;
import dev.parley.gateway.transport.Upstream;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Anthropic's models by the Messages API.
public final class AnthropicProvider implements Provider {
  private final Translation translation;
  private final Endpoint endpoint;
  private final Answers answers;

  /// @param upstream its base URL ends in the version of the API, such as `/v1`
  public AnthropicProvider(Upstream upstream) {
    this.endpoint = upstream.endpoint();
    var abilities = EnumSet.complementOf(EnumSet.of(Ability.JSON_OBJECT));
    this.translation = new Translation(upstream.clock(), abilities);
    this.answers = new Answers(upstream, AnthropicWire::new, new Anthropic());
  }

  @Override
  public String name() {
    return endpoint.name();
  }

  @Override
  public ModelStream open(Call call, ModelRequest request, Consumer<ModelEvent> events) {
    return answers.open(call, request, events);
  }

  @Override
  public ModelStream open(
      Call call, WireRequest request, String model, Consumer<ModelEvent> events) {
    return translation.open(this, call, request, model, events);
  }

  private final class Anthropic implements Answers.Vendor {
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
      var wishes = request.wishes();
      return ChatRequest.builder()
          .messages(Questions.messages(request, true))
          .maxOutputTokens(request.maxTokens() + thinking(request))
          .temperature(temperature(request))
          .topP(wishes.topP())
          .stopSequences(wishes.stop())
          .toolSpecifications(Questions.tools(wishes, false))
          .toolChoice(Questions.choice(wishes))
          .responseFormat(Questions.format(wishes))
          .build();
    }

    /// Tokens for thinking, which count as output. None once a tool was used: the thoughts before
    /// its use would have to come back with the request, signed, and no caller has them.
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
}
