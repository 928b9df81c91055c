package dev.parley.platform.http.outbound;

import dev.parley.platform.http.outbound.OutboundProblem.Broken;
import dev.parley.platform.http.outbound.OutboundProblem.TooLarge;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.RequestOptions;

/// One request and its answer on one connection: first the head, then the body up to a limit.
///
/// The handlers of the answer are set before anything is sent and run on one event loop, so no part
/// of it is missed. Either future fails with an [OutboundProblem].
final class Exchange {
  private final String host;
  private final HttpConnection connection;
  private final long limit;
  private final Promise<HttpClientResponse> head = Promise.promise();
  private final Promise<Buffer> body = Promise.promise();
  private final Buffer received = Buffer.buffer(); // touched on the event loop only

  private Exchange(String host, HttpConnection connection, long limit) {
    this.host = host;
    this.connection = connection;
    this.limit = limit;
  }

  /// Sends a request on a connection that has had none before.
  ///
  /// @param limit of the body as it travels, in bytes
  static Exchange begin(
      String host,
      HttpClientConnection connection,
      RequestOptions request,
      Buffer content,
      long limit) {
    var exchange = new Exchange(host, connection, limit);
    connection.exceptionHandler(exchange::broken);
    var _ =
        connection
            .request(request)
            .onSuccess(ready -> exchange.send(ready, content))
            .onFailure(exchange::broken);
    return exchange;
  }

  /// Completes when status and headers are here.
  Future<HttpClientResponse> head() {
    return head.future();
  }

  /// Completes with the whole body.
  Future<Buffer> body() {
    return body.future();
  }

  private void send(HttpClientRequest request, Buffer content) {
    var _ = request.response().onSuccess(this::read).onFailure(this::broken);
    var _ = request.end(content).onFailure(this::broken);
  }

  private void read(HttpClientResponse response) {
    response.exceptionHandler(this::broken);
    response.handler(this::take);
    response.endHandler(_ -> body.tryComplete(received));
    head.tryComplete(response);
  }

  private void take(Buffer part) {
    if (received.length() + (long) part.length() <= limit) {
      received.appendBuffer(part);
    } else if (body.tryFail(new TooLarge(host, limit))) {
      var _ = connection.close();
    }
  }

  private void broken(Throwable cause) {
    head.tryFail(new Broken(host));
    body.tryFail(new Broken(host));
  }
}
