package dev.parley.api;

import dev.parley.call.Call;
import dev.parley.platform.http.RawExchange;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// An exchange on one request of the server.
final class RawAnswer implements RawExchange {
  private final RoutingContext context;
  private final HttpServerResponse response;
  private final Buffer body;

  RawAnswer(RoutingContext context, Buffer body) {
    this.context = context;
    this.response = context.response();
    this.body = body;
  }

  @Override
  public Call call() {
    return Entry.call(context);
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(context.request().getHeader(name));
  }

  @Override
  public Buffer body() {
    return body;
  }

  @Override
  public void header(String name, String value) {
    if (!isOver() && !response.headWritten()) {
      response.putHeader(name, value);
    }
  }

  @Override
  public void answer(int status, String contentType, Buffer whole) {
    if (!isOver()) {
      var _ = response.setStatusCode(status).putHeader("Content-Type", contentType).end(whole);
    }
  }

  @Override
  public void fail(Throwable failure) {
    context.fail(failure);
  }

  @Override
  public void beginEvents() {
    if (!isOver()) {
      response
          .setStatusCode(200)
          .putHeader("Content-Type", "text/event-stream; charset=utf-8")
          .putHeader("X-Accel-Buffering", "no") // nginx must not collect tokens
          .setChunked(true);
    }
  }

  @Override
  public void write(Buffer piece) {
    if (!isOver()) {
      var _ = response.write(piece);
    }
  }

  @Override
  public void end() {
    if (!isOver()) {
      var _ = response.end();
    }
  }

  @Override
  public void cut() {
    if (!isOver()) {
      var _ = response.reset();
    }
  }

  @Override
  public boolean full() {
    return !isOver() && response.writeQueueFull();
  }

  @Override
  public void onDrain(Runnable resume) {
    response.drainHandler(_ -> resume.run());
  }

  @Override
  public void onLeave(Runnable gone) {
    response.closeHandler(_ -> {
      if (!response.ended()) {
        gone.run();
      }
    });
  }

  private boolean isOver() {
    return response.ended() || response.closed();
  }
}
