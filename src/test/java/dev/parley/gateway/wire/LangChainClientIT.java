package dev.parley.gateway.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.parley.Client;
import dev.parley.Product;
import dev.parley.testkit.Await;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Script;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// LangChain4j's client of OpenAI, with its own HTTP, in front of us.
final class LangChainClientIT {
  private static Vertx vertx;
  private static FakeProvider provider;
  private static Product product;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    provider = FakeProvider.start(vertx);
    product = Product.with(Map.of("OPENAI_BASE_URL", provider.baseUrl().toString()));
  }

  @AfterAll
  static void stop() {
    product.close();
    provider.close();
    var _ = vertx.close();
  }

  @Test
  void getsAnAnswer() {
    provider.then(Script.stream().tokens(2, Duration.ZERO));

    assertEquals("t t ", model("gpt-4o-mini").chat("hi"));
  }

  @Test
  void getsAStreamWithToolCalls() {
    provider.then(
        Script.stream()
            .role()
            .token("well")
            .data(
                "{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"type\":"
                    + "\"function\",\"function\":{\"name\":\"weather\",\"arguments\":\"{}\"}}]}}]}")
            .finish("tool_calls")
            .usage(5, 3)
            .done());

    var answer = Await.of(stream().future());

    assertEquals("well", answer.aiMessage().text());
    assertEquals("weather", answer.aiMessage().toolExecutionRequests().getFirst().name());
    assertEquals(8, answer.metadata().tokenUsage().totalTokenCount());
  }

  @Test
  void hearsOfAnUnknownModel() {
    var failure = assertThrows(ModelNotFoundException.class, () -> model("gpt-99").chat("hi"));

    assertTrue(String.valueOf(failure.getMessage()).contains("model_not_found"));
  }

  @Test
  void getsVectors() {
    var models = new Client(product.url()).get("/v1/models").json().path("data");
    var model =
        OpenAiEmbeddingModel.builder()
            .baseUrl(product.url() + "/v1")
            .modelName(models.get(models.size() - 1).path("id").asText())
            .maxRetries(0)
            .build();

    assertEquals(384, model.embed("red").content().dimension());
  }

  private static OpenAiChatModel model(String name) {
    return OpenAiChatModel.builder()
        .baseUrl(product.url() + "/v1")
        .modelName(name)
        .maxRetries(0)
        .build();
  }

  private static Promise<ChatResponse> stream() {
    var model =
        OpenAiStreamingChatModel.builder()
            .baseUrl(product.url() + "/v1")
            .modelName("gpt-4o-mini")
            .build();
    var weather =
        ToolSpecification.builder()
            .name("weather")
            .parameters(JsonObjectSchema.builder().addStringProperty("city").build())
            .build();
    var request =
        ChatRequest.builder().messages(UserMessage.from("hi")).toolSpecifications(weather).build();
    Promise<ChatResponse> answer = Promise.promise();
    model.chat(
        request,
        new StreamingChatResponseHandler() {
          @Override
          public void onCompleteResponse(ChatResponse response) {
            answer.complete(response);
          }

          @Override
          public void onError(Throwable error) {
            answer.fail(error);
          }
        });
    return answer;
  }
}
