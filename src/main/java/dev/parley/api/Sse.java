package dev.parley.api;

import dev.parley.platform.http.EventStream;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/// Server-sent events on one response. Lives on the event loop of its request.
final class Sse implements EventStream {
  private static final long PING_MS = 10_000;

  private final HttpServerResponse response;
  private final OpenStreams streams;
  private final Vertx vertx;
  private final List<Runnable> onClose = new ArrayList<>();
  private final long ping;
  private boolean closed;

  private Sse(RoutingContext context, OpenStreams streams) {
    this.response = context.response();
    this.streams = streams;
    this.vertx = context.vertx();
    this.ping = vertx.setPeriodic(PING_MS, _ -> write(": ping\n\n"));
  }

  /// Sends the head at once, so that the reader knows that it is connected, and the first ping.
  static Sse open(RoutingContext context, OpenStreams streams) {
    var response = context.response();
    response
        .setStatusCode(200)
        .putHeader("Content-Type", "text/event-stream; charset=utf-8")
        .putHeader("X-Accel-Buffering", "no") // nginx must not collect tokens
        .setChunked(true);
    var stream = new Sse(context, streams);
    streams.add(stream, context.vertx().getOrCreateContext(), Entry.call(context).caller());
    response.closeHandler(_ -> stream.closed());
    response.exceptionHandler(_ -> stream.closed());
    stream.write(": ping\n\n");
    return stream;
  }

  @Override
  public void send(long id, String name, String data) {
    write("id: " + id + "\nevent: " + name + "\ndata: " + data + "\n\n");
  }

  @Override
  public boolean full() {
    return !closed && response.writeQueueFull();
  }

  @Override
  public void onDrain(Runnable resume) {
    response.drainHandler(_ -> resume.run());
  }

  @Override
  public void onClose(Runnable gone) {
    if (closed) {
      gone.run();
    } else {
      onClose.add(gone);
    }
  }

  @Override
  public void end() {
    if (!closed) {
      var _ = response.end();
      closed();
    }
  }

  /// Ends the stream because the server stops. Not a terminal event: the reader comes back.
  void drain() {
    write("retry: 300\nevent: draining\ndata: {}\n\n");
    end();
  }

  private void write(String text) {
    if (!closed) {
      var _ = response.write(text);
    }
  }

  private void closed() {
    if (closed) {
      return;
    }
    closed = true;
    vertx.cancelTimer(ping);
    streams.remove(this);
    onClose.forEach(Runnable::run);
  }
}
