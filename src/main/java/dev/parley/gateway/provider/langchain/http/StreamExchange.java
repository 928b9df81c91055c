package dev.parley.gateway.provider.langchain.http;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.DefaultServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;
import dev.parley.gateway.provider.langchain.http.VertxHttpClients.Needs;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.transport.CallTimers;
import dev.parley.gateway.transport.CallTimers.Limit;
import dev.parley.gateway.transport.FailureOf;
import dev.parley.gateway.transport.RetryAfter;
import dev.parley.platform.observe.Log;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One stream on its way. Everything but [#cancel] and [#isCancelled] happens on its event loop.
///
/// However the wire behaves, the inside of [#end] runs once; what arrives afterwards is dropped.
public final class StreamExchange
    implements ServerSentEventParsingHandle, Connection.User, Reading.Sink {
  private static final Log LOG = Log.of(StreamExchange.class);
  private static final long LONGEST = 16 << 20;
  private static final int LONGEST_ERROR = 64 << 10;
  private static final Duration AFTER_FINISH = Duration.ofSeconds(2);

  private final Needs needs;
  private final Context context;
  private final ServerSentEventListener listener;
  private final ServerSentEventContext handle = new ServerSentEventContext(this);
  private final ServerSentEventParser parser;
  private final Wire wire;
  private final Connection connection;
  private final CallTimers timers;
  private @Nullable Reading reading;
  private @Nullable FinishReason finish;
  private long received;
  private boolean content;
  private boolean ended;
  private volatile boolean cancelled;

  StreamExchange(
      Needs needs,
      Context context,
      ServerSentEventParser parser,
      ServerSentEventListener listener) {
    this.needs = needs;
    this.context = context;
    this.parser = parser;
    this.listener = listener;
    this.wire = needs.wires().get();
    this.connection = new Connection(needs, context, this);
    this.timers = connection.timers();
  }

  void start(HttpClient client, RequestOptions target, Buffer body) {
    needs.watch().began(this);
    connection.open(client, target, body);
  }

  @Override
  public void answered(HttpClientResponse response) {
    var status = response.statusCode();
    var header = response.getHeader("content-type");
    var type = header == null ? "" : header.toLowerCase(Locale.ROOT);
    if (status / 100 != 2) {
      connection.collect(response, LONGEST_ERROR, body -> refused(response, body));
    } else if (isStream(type)) {
      listen(response);
    } else {
      connection.collect(response, LONGEST_ERROR, body -> unstreamed(type, body));
    }
  }

  private boolean isStream(String type) {
    return type.isEmpty()
        || type.startsWith("text/event-stream")
        || (wire.lines() && type.contains("json"));
  }

  private void listen(HttpClientResponse response) {
    needs.watch().accepted();
    tell(() ->
        listener.onOpen(
            SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(Headers.of(response))
                .build()));
    var reader = reader();
    reading = reader;
    connection.read(response, piece -> bytes(reader, piece), reader::end);
  }

  private Reading reader() {
    if (wire.lines()) {
      return new Reading.Lines(this);
    }
    if (parser.getClass() == DefaultServerSentEventParser.class) {
      return new Reading.Events(this);
    }
    return new ParserRunner(context, parser, this, this::flow);
  }

  private void bytes(Reading reader, Buffer piece) {
    received += piece.length();
    if (received > LONGEST) {
      fail(Kind.MALFORMED, "the answer is longer than any may be");
    } else if (!ended) {
      reader.bytes(piece.getBytes());
    }
  }

  private void refused(HttpClientResponse response, byte[] body) {
    var wait = RetryAfter.of(response.headers(), needs.clock().instant());
    var status = response.statusCode();
    var failure = wire.refused(status, body, wait);
    end(() -> listener.onError(new StatusException(status, failure)), failure);
  }

  private void unstreamed(String type, byte[] body) {
    if (type.contains("json")) {
      failed(wire.unstreamed(body));
    } else {
      var page = type.startsWith("text/html");
      var what = page ? "a web page" : "something else than a stream";
      fail(Kind.MALFORMED, "the provider answered with " + what);
    }
  }

  @Override
  public boolean event(String name, byte[] data, int length) {
    if (!wanted()) {
      return false;
    }
    timers.alive();
    try {
      take(wire.read(name, data, length));
    } catch (IOException _) {
      fail(Kind.MALFORMED, "an event of the stream is not what the API promises");
    }
    return wanted();
  }

  private void take(Sign sign) {
    if (sign.failure() != null) {
      failed(sign.failure());
      return;
    }
    if (sign.usage() != null) {
      needs.watch().counted(sign.usage());
    }
    if (sign.content()) {
      begun();
    }
    sign.events().forEach(this::hand);
    if (sign.finish() != null && wanted()) {
      finish = sign.finish();
      finishing();
    }
    if (sign.over() && wanted()) {
      over();
    }
  }

  private void hand(ServerSentEvent event) {
    if (wanted()) {
      try {
        listener.onEvent(event, handle);
      } catch (RuntimeException e) {
        LOG.error("an event of a model's stream was not understood", e);
        fail(Kind.MALFORMED, "an event of the stream was not understood");
      }
    }
  }

  private void begun() {
    content = true;
    if (!timers.isRunning(Limit.IDLE)) {
      timers.stop(Limit.FIRST_TOKEN);
      timers.startIdle(needs.timeouts().idle(), this::silent);
    }
  }

  private void silent() {
    fail(Kind.TIMEOUT, "silence between two tokens");
  }

  private void finishing() {
    timers.stop(Limit.FIRST_TOKEN);
    timers.stop(Limit.IDLE);
    timers.start(Limit.AFTER_FINISH, AFTER_FINISH, this::over);
  }

  /// The stream has ended; well only if the provider said why.
  @Override
  public void over() {
    var reason = finish;
    if (reason == null) {
      fail(Kind.INTERRUPTED, "the stream ended before the answer did");
    } else {
      end(listener::onClose, null);
    }
  }

  @Override
  public void broken(Throwable cause) {
    if (reading instanceof ParserRunner parsing) {
      parsing.end(); // it may not have come to the end of the answer yet
    } else if (finish != null) {
      over();
    } else if (content) {
      fail(Kind.INTERRUPTED, "the connection broke in the middle of the answer");
    } else {
      failed(FailureOf.connection(cause));
    }
  }

  private void fail(Kind kind, String detail) {
    failed(ProviderFailure.of(kind, detail));
  }

  @Override
  public void failed(ProviderFailure failure) {
    end(() -> listener.onError(new StreamException(failure)), failure);
  }

  /// Reads no more until [#resume]; the limits of time for silence rest meanwhile.
  public void pause() {
    timers.stop(Limit.IDLE);
    flow(false);
  }

  /// Reads on.
  public void resume() {
    if (content && finish == null && !ended) {
      timers.startIdle(needs.timeouts().idle(), this::silent);
    }
    flow(true);
  }

  private void flow(boolean on) {
    context.runOnContext(_ -> connection.flow(on));
  }

  /// From any thread. No callback begins afterwards.
  @Override
  public void cancel() {
    cancelled = true;
    context.runOnContext(_ -> end(() -> {}, null));
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  private boolean wanted() {
    return !ended && !cancelled;
  }

  private void end(Runnable last, @Nullable ProviderFailure failure) {
    if (ended) {
      return;
    }
    ended = true;
    if (reading != null) {
      reading.stop();
    }
    connection.leave(failure == null && !cancelled);
    if (cancelled) {
      return;
    }
    tell(last);
    if (failure != null) {
      needs.watch().failed(failure);
    } else if (finish != null) {
      needs.watch().finished(finish);
    }
  }

  private void tell(Runnable callback) {
    try {
      callback.run();
    } catch (RuntimeException e) {
      LOG.error("a listener of a model's stream failed", e);
    }
  }
}
