package dev.parley.gateway.provider.langchain.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.parley.gateway.transport.Endpoint.Timeouts;
import dev.parley.gateway.transport.LoopClients;
import dev.parley.testkit.Await;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.Script;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// LangChain4j's own models of OpenAI on our client.
final class LangChainOnVertxIT {
  private static final Duration LONG = Duration.ofSeconds(15);
  private static final Vertx VERTX = Vertx.vertx();
  private static final FakeProvider FAKE = FakeProvider.start(VERTX);
  private static final LoopClients LOOPS = new LoopClients(VERTX, LONG, 100);
  private static final VertxHttpClients CLIENTS =
      new VertxHttpClients(
          VERTX,
          LOOPS,
          new Timeouts(LONG, LONG, LONG, LONG),
          OpenAiWire::new,
          InstantSource.system());

  @AfterAll
  static void close() {
    FAKE.close();
    Await.end(LOOPS.close());
    Await.end(VERTX.close());
  }

  @Test
  void streams() {
    FAKE.then(Script.stream().role().tokens(3, Duration.ZERO).finish("stop").usage(5, 3).done());

    var answer = Await.of(ask().future());

    assertEquals("t0 t1 t2 ", answer.aiMessage().text());
    assertEquals(5, answer.metadata().tokenUsage().inputTokenCount());
  }

  @Test
  void takesNoCutForAnEnd() {
    FAKE.then(Script.stream().role().token("half"));

    var _ = Await.failure(StreamException.class, ask().future());
  }

  @Test
  void answersWhoWaits() {
    FAKE.then(Script.stream().tokens(2, Duration.ZERO));
    FAKE.then(Script.refusal(429, "{}").header("retry-after", "2"));
    var model =
        OpenAiChatModel.builder()
            .httpClientBuilder(CLIENTS.create())
            .baseUrl(FAKE.baseUrl().toString())
            .apiKey("k")
            .modelName("m")
            .maxRetries(0)
            .build();

    assertEquals("t t ", model.chat("hi"));
    var refused = assertThrows(RateLimitException.class, () -> model.chat("hi"));

    var cause = assertInstanceOf(StatusException.class, refused.getCause());
    assertEquals(Duration.ofSeconds(2), cause.failure().retryAfter());
  }

  private static Promise<ChatResponse> ask() {
    var model =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(CLIENTS.create())
            .baseUrl(FAKE.baseUrl().toString())
            .apiKey("k")
            .modelName("m")
            .build();
    Promise<ChatResponse> answer = Promise.promise();
    model.chat(
        "hi",
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
