package dev.parley.gateway.provider.langchain.http;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.parley.gateway.provider.langchain.http.VertxHttpClients.Needs;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.transport.FailureOf;
import dev.parley.gateway.transport.RetryAfter;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/// An answer that is wanted in one piece. On its event loop. The time for the first token is the
/// time for all of it: a model begins to send when it has done.
final class WholeExchange implements Connection.User {
  private static final int LONGEST = 64 << 20;

  private final Needs needs;
  private final Promise<SuccessfulHttpResponse> answer;
  private final Connection connection;

  WholeExchange(Needs needs, Context context, Promise<SuccessfulHttpResponse> answer) {
    this.needs = needs;
    this.answer = answer;
    this.connection = new Connection(needs, context, this);
  }

  void start(HttpClient client, RequestOptions target, Buffer body) {
    connection.open(client, target, body);
  }

  @Override
  public void answered(HttpClientResponse response) {
    connection.collect(response, LONGEST, body -> whole(response, body));
  }

  private void whole(HttpClientResponse response, byte[] body) {
    connection.leave(false);
    var status = response.statusCode();
    if (status / 100 == 2) {
      answer.tryComplete(
          SuccessfulHttpResponse.builder()
              .statusCode(status)
              .headers(Headers.of(response))
              .body(body)
              .build());
    } else {
      var wait = RetryAfter.of(response.headers(), needs.clock().instant());
      var failure = needs.wires().get().refused(status, body, wait);
      answer.tryFail(new StatusException(status, failure));
    }
  }

  @Override
  public void broken(Throwable cause) {
    failed(FailureOf.connection(cause));
  }

  @Override
  public void failed(ProviderFailure failure) {
    connection.leave(false);
    answer.tryFail(new StreamException(failure));
  }
}
