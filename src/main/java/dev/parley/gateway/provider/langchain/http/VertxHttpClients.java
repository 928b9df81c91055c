package dev.parley.gateway.provider.langchain.http;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpClientBuilderFactory;
import dev.parley.gateway.transport.Endpoint.Timeouts;
import dev.parley.gateway.transport.LoopClients;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes clients for one provider; all of them share its connections.
public final class VertxHttpClients implements HttpClientBuilderFactory {
  private final Vertx vertx;
  private final LoopClients loops;
  private final Timeouts timeouts;
  private final Supplier<Wire> wires;
  private final InstantSource clock;

  /// @param wires one for each exchange
  public VertxHttpClients(
      Vertx vertx,
      LoopClients loops,
      Timeouts timeouts,
      Supplier<Wire> wires,
      InstantSource clock) {
    this.vertx = vertx;
    this.loops = loops;
    this.timeouts = timeouts;
    this.wires = wires;
    this.clock = clock;
  }

  @Override
  public HttpClientBuilder create() {
    return watched(timeouts.total(), Future.succeededFuture(Optional.empty()), "", Watch.NONE);
  }

  /// For one answer.
  ///
  /// @param total how long it may take in all
  /// @param server the only address that may be connected to, if there is one
  /// @param trace what the answer is part of, as in the header `traceparent`; may be empty
  /// @param watch follows every exchange of the clients that are built
  public HttpClientBuilder watched(
      Duration total, Future<Optional<SocketAddress>> server, String trace, Watch watch) {
    return new Builder(timeouts.withTotal(total), server, trace, watch);
  }

  /// What a client works with.
  record Needs(
      Vertx vertx,
      LoopClients loops,
      Timeouts timeouts,
      Supplier<Wire> wires,
      Future<Optional<SocketAddress>> server,
      String trace,
      Watch watch,
      InstantSource clock) {}

  /// LangChain4j's models ask it for limits of time and hand them back as their own; what it calls
  /// the time to read is the silence between two pieces.
  private final class Builder implements HttpClientBuilder {
    private final Future<Optional<SocketAddress>> server;
    private final String trace;
    private final Watch watch;
    private Timeouts limits;

    Builder(Timeouts limits, Future<Optional<SocketAddress>> server, String trace, Watch watch) {
      this.trace = trace;
      this.limits = limits;
      this.server = server;
      this.watch = watch;
    }

    @Override
    public Duration connectTimeout() {
      return limits.connect();
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
      limits = new Timeouts(timeout, limits.firstToken(), limits.idle(), limits.total());
      return this;
    }

    @Override
    public Duration readTimeout() {
      return limits.idle();
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
      limits = new Timeouts(limits.connect(), limits.firstToken(), timeout, limits.total());
      return this;
    }

    @Override
    public VertxHttpClient build() {
      return new VertxHttpClient(
          new Needs(vertx, loops, limits, wires, server, trace, watch, clock));
    }
  }
}
