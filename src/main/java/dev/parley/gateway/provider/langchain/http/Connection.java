package dev.parley.gateway.provider.langchain.http;

import dev.parley.gateway.provider.langchain.http.VertxHttpClients.Needs;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.transport.CallTimers;
import dev.parley.gateway.transport.CallTimers.Limit;
import dev.parley.gateway.transport.FailureOf;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One request and its response, with limits of time. On its event loop.
final class Connection {
  private static final Duration DRAIN = Duration.ofSeconds(2);

  private final Needs needs;
  private final User user;
  private final Context context;
  private final CallTimers timers;
  private @Nullable HttpClientRequest request;
  private @Nullable HttpClientResponse response;
  private boolean responseEnded;
  private boolean left;

  /// Who asked. Nothing is told after [#leave].
  interface User {
    void answered(HttpClientResponse response);

    /// No connection, or it broke.
    void broken(Throwable cause);

    /// A limit of time has passed.
    void failed(ProviderFailure failure);
  }

  Connection(Needs needs, Context context, User user) {
    this.needs = needs;
    this.user = user;
    this.context = context;
    this.timers = new CallTimers(needs.vertx());
  }

  CallTimers timers() {
    return timers;
  }

  void open(HttpClient client, RequestOptions target, Buffer body) {
    var limits = needs.timeouts();
    timers.start(Limit.TOTAL, limits.total(), () -> late(Kind.TIMEOUT, "the answer took too long"));
    timers.start(
        Limit.CONNECT,
        limits.connect(),
        () -> late(Kind.UNREACHABLE, "the provider cannot be reached (no connection in time)"));
    var server = needs.server();
    if (server.succeeded()) {
      connect(client, target, server.result(), body);
    } else {
      server
          .onSuccess(found -> onLoop(() -> connect(client, target, found, body)))
          .onFailure(e -> onLoop(() -> user.failed(FailureOf.address(e))));
    }
  }

  private void onLoop(Runnable step) {
    context.runOnContext(_ -> {
      if (!left) {
        step.run();
      }
    });
  }

  private void connect(
      HttpClient client, RequestOptions target, Optional<SocketAddress> server, Buffer body) {
    server.ifPresent(target::setServer);
    client
        .request(target)
        .onSuccess(connected -> connected(connected, body))
        .onFailure(this::broken);
  }

  private void connected(HttpClientRequest connected, Buffer body) {
    request = connected;
    if (left) {
      reset(); // cancelled or too late while the connection was being made
      return;
    }
    timers.stop(Limit.CONNECT);
    timers.start(
        Limit.FIRST_TOKEN,
        needs.timeouts().firstToken(),
        () -> late(Kind.TIMEOUT, "no first token in time"));
    connected.send(body).onSuccess(this::answered).onFailure(this::broken);
  }

  private void answered(HttpClientResponse response) {
    if (!left) {
      this.response = response;
      response.exceptionHandler(this::broken);
      user.answered(response);
    }
  }

  private void broken(Throwable cause) {
    responseEnded = true;
    timers.stop(Limit.AFTER_FINISH);
    if (!left) {
      user.broken(cause);
    }
  }

  private void late(Kind kind, String detail) {
    user.failed(ProviderFailure.of(kind, detail));
  }

  /// Tells the pieces of the response and its end.
  void read(HttpClientResponse from, Consumer<Buffer> pieces, Runnable end) {
    from.handler(piece -> {
      if (!left) {
        pieces.accept(piece);
      }
    });
    from.endHandler(_ -> {
      responseEnded = true;
      timers.stop(Limit.AFTER_FINISH);
      if (!left) {
        end.run();
      }
    });
  }

  /// Hands on the whole body, or its beginning when it is longer than `most`.
  void collect(HttpClientResponse from, int most, Consumer<byte[]> whole) {
    var body = Buffer.buffer();
    read(
        from,
        piece -> {
          body.appendBuffer(piece);
          if (body.length() > most) {
            whole.accept(body.getBytes(0, most));
          }
        },
        () -> whole.accept(body.getBytes()));
  }

  void flow(boolean on) {
    if (response != null && !left) {
      var _ = on ? response.resume() : response.pause();
    }
  }

  /// Is done with the answer. A response that is read to its end leaves a connection that can be
  /// used again; otherwise it is closed.
  ///
  /// @param readOn whether the rest is worth waiting for
  void leave(boolean readOn) {
    left = true;
    timers.stopAll();
    if (readOn && !responseEnded) {
      timers.start(Limit.AFTER_FINISH, DRAIN, this::reset);
    } else {
      reset();
    }
  }

  private void reset() {
    if (request != null && !responseEnded) {
      var _ = request.reset();
    }
  }
}
