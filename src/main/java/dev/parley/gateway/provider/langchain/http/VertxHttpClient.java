package dev.parley.gateway.provider.langchain.http;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.DefaultServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.parley.gateway.provider.langchain.http.VertxHttpClients.Needs;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.ExecutionException;

/// LangChain4j's client. A stream lives on the event loop it is asked for on, or on one of its own
/// when the caller is on another thread; there its listener hears everything, in order, and exactly
/// one of `onClose` and `onError`, after which there is nothing.
public final class VertxHttpClient implements HttpClient {
  private final Needs needs;

  VertxHttpClient(Needs needs) {
    this.needs = needs;
  }

  /// Waits for the whole answer. Never on an event loop, where it would wait for itself.
  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    if (Context.isOnEventLoopThread()) {
      throw new IllegalStateException("an event loop does not wait for an answer");
    }
    var answer = Promise.<SuccessfulHttpResponse>promise();
    var context = needs.vertx().getOrCreateContext();
    context.runOnContext(_ ->
        new WholeExchange(needs, context, answer)
            .start(needs.loops().mine(), target(request), body(request)));
    try {
      return answer.future().toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StreamException(ProviderFailure.of(Kind.INTERRUPTED, "nobody waits any more"));
    }
  }

  @Override
  public void execute(HttpRequest request, ServerSentEventListener listener) {
    execute(request, new DefaultServerSentEventParser(), listener);
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    var context = needs.vertx().getOrCreateContext();
    var exchange = new StreamExchange(needs, context, parser, listener);
    if (Context.isOnEventLoopThread()) {
      exchange.start(needs.loops().mine(), target(request), body(request));
    } else {
      context.runOnContext(
          _ -> exchange.start(needs.loops().mine(), target(request), body(request)));
    }
  }

  private RequestOptions target(HttpRequest request) {
    if (!request.formDataFields().isEmpty() || !request.formDataFiles().isEmpty()) {
      throw new UnsupportedOperationException("forms are not sent to models");
    }
    var headers = MultiMap.caseInsensitiveMultiMap();
    request.headers().forEach(headers::add);
    headers.set("user-agent", "parley");
    if (!needs.trace().isEmpty()) {
      headers.set("traceparent", needs.trace());
    }
    return new RequestOptions()
        .setMethod(HttpMethod.valueOf(request.method().name()))
        .setAbsoluteURI(request.url())
        .setFollowRedirects(false)
        .setHeaders(headers);
  }

  private static Buffer body(HttpRequest request) {
    return request.body() == null ? Buffer.buffer() : Buffer.buffer(request.body());
  }
}
