package dev.parley.gateway.provider.openai;

import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.transport.CallTimers;
import dev.parley.gateway.transport.CallTimers.Limit;
import dev.parley.gateway.transport.Endpoint.Timeouts;
import dev.parley.gateway.transport.FailureOf;
import dev.parley.gateway.transport.RetryAfter;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.observe.Log;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One answer on its way. Everything but [#cancel] happens on the event loop it was opened on.
///
/// However the wire behaves, the inside of [#end] runs once: it stops the timers, lets go of the
/// connection and hands on the last event. What arrives afterwards is dropped.
final class OpenAiCall implements ModelStream, Reply.Reader {
  private static final Log LOG = Log.of(OpenAiCall.class);
  private static final byte[] DATA = "data: ".getBytes(StandardCharsets.UTF_8);
  private static final byte[] END = "\n\n".getBytes(StandardCharsets.UTF_8);
  private static final int LONGEST_ERROR = 64 << 10;
  private static final int LONGEST_WHOLE = 64 << 20;
  private static final Duration AFTER_FINISH = Duration.ofSeconds(2);

  private final Context context;
  private final Timeouts timeouts;
  private final InstantSource clock;
  private final Asked asked;
  private final String trace;
  private final Consumer<ModelEvent> events;
  private final Reply reply;
  private final CallTimers timers;
  private @Nullable HttpClientRequest request;
  private @Nullable HttpClientResponse response;
  private Buffer held = Buffer.buffer();
  private boolean responseEnded;
  private boolean ended;
  private volatile boolean cancelled;

  /// @param trace what the call is part of, as in the header `traceparent`; may be empty
  OpenAiCall(
      Vertx vertx,
      Timeouts timeouts,
      InstantSource clock,
      Asked asked,
      String trace,
      Consumer<ModelEvent> events) {
    this.trace = trace;
    this.context = vertx.getOrCreateContext();
    this.timeouts = timeouts;
    this.clock = clock;
    this.asked = asked;
    this.events = events;
    this.reply = new Reply(asked, this);
    this.timers = new CallTimers(vertx);
  }

  /// @param server the only address of the target that may be connected to, if there is one
  void start(
      HttpClient client,
      RequestOptions target,
      Future<Optional<SocketAddress>> server,
      Duration total) {
    timers.start(Limit.TOTAL, total, () -> fail(Kind.TIMEOUT, "the answer took too long"));
    timers.start(
        Limit.CONNECT,
        timeouts.connect(),
        () -> fail(Kind.UNREACHABLE, "the provider cannot be reached (no connection in time)"));
    if (server.succeeded()) {
      connect(client, target, server.result());
    } else {
      server
          .onSuccess(found -> context.runOnContext(_ -> connect(client, target, found)))
          .onFailure(e -> context.runOnContext(_ -> failed(FailureOf.address(e))));
    }
  }

  private void connect(HttpClient client, RequestOptions target, Optional<SocketAddress> server) {
    // the prepared request is shared by all calls
    var there = server.map(new RequestOptions(target)::setServer).orElse(target);
    client.request(there).onSuccess(this::connected).onFailure(this::broken);
  }

  private void connected(HttpClientRequest connected) {
    request = connected;
    if (ended) {
      letGo(); // cancelled or too late while the connection was being made
      return;
    }
    timers.stop(Limit.CONNECT);
    timers.start(
        Limit.FIRST_TOKEN,
        timeouts.firstToken(),
        () -> fail(Kind.TIMEOUT, "no first token in time"));
    if (!trace.isEmpty()) {
      connected.putHeader("traceparent", trace);
    }
    connected.send(asked.body()).onSuccess(this::answered).onFailure(this::broken);
  }

  private void answered(HttpClientResponse response) {
    if (ended) {
      return;
    }
    this.response = response;
    response.exceptionHandler(this::broken);
    var type = response.getHeader("content-type");
    if (response.statusCode() != 200) {
      collect(response, LONGEST_ERROR, body -> refused(response, body));
    } else if (!asked.streaming()) {
      reply.begin();
      collect(response, LONGEST_WHOLE, this::whole);
    } else if (type == null || type.startsWith("text/event-stream")) {
      reply.begin();
      response.handler(this::bytes);
      response.endHandler(_ -> eof());
    } else {
      collect(response, LONGEST_ERROR, body -> failed(NotAStream.failure(type, body)));
    }
  }

  private void refused(HttpClientResponse response, byte[] body) {
    var wait = RetryAfter.of(response.headers(), clock.instant());
    failed(Failures.ofStatus(response.statusCode(), body, wait));
  }

  /// Hands on the whole body, or its beginning when it is long.
  private void collect(HttpClientResponse response, int most, Consumer<byte[]> whole) {
    var body = Buffer.buffer();
    response.handler(piece -> {
      if (body.length() < most) {
        body.appendBuffer(piece);
      } else {
        whole.accept(body.getBytes());
      }
    });
    response.endHandler(_ -> {
      responseEnded = true;
      whole.accept(body.getBytes());
    });
  }

  private void bytes(Buffer piece) {
    if (wanted()) {
      reply.push(piece.getBytes());
      handOn();
    }
  }

  /// An answer in one piece. The timer for the first token has guarded all of it.
  private void whole(byte[] body) {
    if (ended) {
      return;
    }
    try {
      var whole = Whole.of(body);
      reply.counted(whole.usage());
      if (whole.failure() == null) {
        tell(new ModelEvent.Bytes(Buffer.buffer(body), true));
        end(new ModelEvent.Finished(whole.reason(), reply.usage()));
      } else {
        failed(whole.failure());
      }
    } catch (IOException _) {
      fail(Kind.MALFORMED, "the answer is not JSON, or is not whole");
    }
  }

  /// Events of one piece from the socket leave in one piece. Nothing leaves before the model has
  /// begun to answer, so that until then another one can take over.
  private void handOn() {
    if (held.length() > 0 && (reply.hasText() || reply.finish() != null)) {
      var piece = held;
      held = Buffer.buffer();
      tell(new ModelEvent.Bytes(piece, reply.hasText()));
    }
  }

  @Override
  public void event(byte[] data, int length) {
    held.appendBytes(DATA).appendBytes(data, 0, length).appendBytes(END);
  }

  @Override
  public void pause() {
    if (response != null && !ended) {
      timers.stop(Limit.IDLE);
      response.pause();
    }
  }

  @Override
  public void resume() {
    if (response != null && !ended) {
      token();
      response.resume();
    }
  }

  @Override
  public boolean wanted() {
    return !ended && !cancelled;
  }

  @Override
  public void alive() {
    timers.alive();
  }

  @Override
  public void token() {
    if (!timers.isRunning(Limit.IDLE)) {
      timers.stop(Limit.FIRST_TOKEN);
      timers.startIdle(timeouts.idle(), this::silent);
    }
  }

  private void silent() {
    if (reply.finish() == null) {
      fail(Kind.TIMEOUT, "silence between two tokens");
    } else {
      over();
    }
  }

  @Override
  public void said(ModelEvent piece) {
    tell(piece);
  }

  @Override
  public void finishing() {
    timers.stop(Limit.FIRST_TOKEN);
    timers.stop(Limit.IDLE);
    timers.start(Limit.AFTER_FINISH, AFTER_FINISH, this::over);
  }

  private void eof() {
    responseEnded = true;
    if (ended) {
      timers.stopAll();
    } else {
      over();
    }
  }

  /// The stream has ended; well only if the provider said why.
  @Override
  public void over() {
    var reason = reply.finish();
    if (reason == null) {
      fail(Kind.INTERRUPTED, "the stream ended before the answer did");
    } else {
      handOn();
      end(new ModelEvent.Finished(reason, reply.usage()));
    }
  }

  private void broken(Throwable cause) {
    responseEnded = true;
    if (ended) {
      timers.stopAll();
    } else if (reply.finish() != null) {
      over();
    } else if (reply.hasText()) {
      fail(Kind.INTERRUPTED, "the connection broke in the middle of the answer");
    } else {
      failed(FailureOf.connection(cause));
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    context.runOnContext(_ -> end(asCancelled()));
  }

  @Override
  public Usage used() {
    return reply.usage().usage();
  }

  private ModelEvent asCancelled() {
    return new ModelEvent.Finished(FinishReason.CANCELLED, reply.usage());
  }

  private void fail(Kind kind, String detail) {
    failed(ProviderFailure.of(kind, detail));
  }

  @Override
  public void failed(ProviderFailure failure) {
    end(new ModelEvent.Failed(failure, reply.usage()));
  }

  private void end(ModelEvent last) {
    if (ended) {
      return;
    }
    ended = true;
    timers.stopAll();
    if (reply.finish() != null && !responseEnded && !cancelled) {
      // A response that is read to its end leaves a connection that can be used again.
      timers.start(Limit.AFTER_FINISH, AFTER_FINISH, this::letGo);
    } else {
      letGo();
    }
    tell(cancelled ? asCancelled() : last);
  }

  /// Closes the connection unless its response has ended.
  private void letGo() {
    if (request != null && !responseEnded) {
      var _ = request.reset();
    }
  }

  private void tell(ModelEvent event) {
    try {
      events.accept(event);
    } catch (RuntimeException e) {
      LOG.error("a listener of an answer failed", e);
      fail(Kind.INTERRUPTED, "the answer could not be handed on");
    }
  }
}
