package dev.parley.gateway.provider.openai;

import dev.parley.gateway.provider.openai.CallTimers.Limit;
import dev.parley.gateway.provider.openai.OpenAiSettings.Timeouts;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.platform.observe.Log;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One answer on its way. Everything but [#cancel] happens on the event loop it was opened on.
///
/// However the wire behaves, the inside of [#end] runs once: it stops the timers, lets go of the
/// connection and hands on the last event. What arrives afterwards is dropped.
final class OpenAiCall implements ModelStream, Reply.Reader {
  private static final Log LOG = Log.of(OpenAiCall.class);
  private static final int LONGEST_ERROR = 64 << 10;
  private static final Duration AFTER_FINISH = Duration.ofSeconds(2);

  private final Context context;
  private final Timeouts timeouts;
  private final InstantSource clock;
  private final ModelRequest question;
  private final Consumer<ModelEvent> events;
  private final Reply reply;
  private final CallTimers timers;
  private @Nullable HttpClientRequest request;
  private boolean responseEnded;
  private boolean ended;
  private volatile boolean cancelled;

  OpenAiCall(
      Vertx vertx,
      Timeouts timeouts,
      InstantSource clock,
      ModelRequest question,
      Consumer<ModelEvent> events) {
    this.context = vertx.getOrCreateContext();
    this.timeouts = timeouts;
    this.clock = clock;
    this.question = question;
    this.events = events;
    this.reply = new Reply(question, this);
    this.timers = new CallTimers(vertx);
  }

  void start(HttpClient client, RequestOptions target, Duration total) {
    timers.start(Limit.TOTAL, total, () -> fail(Kind.TIMEOUT, "the answer took too long"));
    timers.start(
        Limit.CONNECT,
        timeouts.connect(),
        () -> fail(Kind.UNREACHABLE, "the provider cannot be reached (no connection in time)"));
    client.request(target).onSuccess(this::connected).onFailure(this::broken);
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
    connected.send(RequestBody.of(question)).onSuccess(this::answered).onFailure(this::broken);
  }

  private void answered(HttpClientResponse response) {
    if (ended) {
      return;
    }
    response.exceptionHandler(this::broken);
    var type = response.getHeader("content-type");
    if (response.statusCode() != 200) {
      collect(response, body -> refused(response, body));
    } else if (type == null || type.startsWith("text/event-stream")) {
      reply.begin();
      response.handler(this::bytes);
      response.endHandler(_ -> eof());
    } else {
      collect(response, body -> failed(NotAStream.failure(type, body)));
    }
  }

  private void refused(HttpClientResponse response, byte[] body) {
    var wait = RetryAfter.of(response.headers(), clock.instant());
    failed(Failures.ofStatus(response.statusCode(), body, wait));
  }

  /// Hands on the whole body, or its beginning when it is long.
  private void collect(HttpClientResponse response, Consumer<byte[]> whole) {
    var body = Buffer.buffer();
    response.handler(piece -> {
      if (body.length() < LONGEST_ERROR) {
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
      timers.startIdle(timeouts.idle(), () -> fail(Kind.TIMEOUT, "silence between two tokens"));
    }
  }

  @Override
  public void text(String delta) {
    tell(new ModelEvent.Text(delta));
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
      failed(Failures.ofConnection(cause));
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    context.runOnContext(_ -> end(asCancelled()));
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
