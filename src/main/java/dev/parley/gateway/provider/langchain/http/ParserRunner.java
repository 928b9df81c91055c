package dev.parley.gateway.provider.langchain.http;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import io.vertx.core.Context;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Any other parser: it waits for bytes, so it gets a thread, which ends with the exchange. What it
/// finds is told on the event loop.
final class ParserRunner implements Reading {
  private final Context context;
  private final ServerSentEventParser parser;
  private final Sink sink;
  private final Pipe pipe;

  /// @param flow told false when the parser is behind and true when it has caught up, on any thread
  ParserRunner(Context context, ServerSentEventParser parser, Sink sink, Consumer<Boolean> flow) {
    this.context = context;
    this.parser = parser;
    this.sink = sink;
    this.pipe = new Pipe(flow);
    Thread.ofVirtual().name("parser").start(this::parse);
  }

  private void parse() {
    try {
      parser.parse(pipe, new Found());
      context.runOnContext(_ -> sink.over());
    } catch (RuntimeException _) {
      fail();
    }
  }

  private void fail() {
    var failure = ProviderFailure.of(Kind.MALFORMED, "the stream could not be read");
    context.runOnContext(_ -> sink.failed(failure));
  }

  @Override
  public void bytes(byte[] piece) {
    pipe.push(piece);
  }

  @Override
  public void end() {
    pipe.end();
  }

  @Override
  public void stop() {
    pipe.close();
  }

  /// What the parser finds, on its thread.
  private final class Found implements ServerSentEventListener {
    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext parsing) {
      onEvent(event);
    }

    @Override
    public void onEvent(ServerSentEvent event) {
      var name = event.event() == null ? "" : event.event();
      var data = event.data().getBytes(StandardCharsets.UTF_8);
      context.runOnContext(_ -> {
        var _ = sink.event(name, data, data.length);
      });
    }

    @Override
    public void onError(Throwable throwable) {
      fail();
    }
  }
}
