package dev.parley.platform.http.outbound;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.config.ByteSize;
import dev.parley.platform.http.Cidr;
import dev.parley.platform.observe.Metrics;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.TrustOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Servers on this machine, names that lead to them, and clients that may reach them.
final class OutboundRig implements AutoCloseable {
  static final Call CALL = callWithin(Duration.ofMinutes(5));
  private static final long PATIENCE_S = 30;

  final Vertx vertx = Vertx.vertx();
  final Metrics metrics = Metrics.empty();

  /// The names that were looked up, in order.
  final List<String> lookups = new CopyOnWriteArrayList<>();

  private final Map<String, Names> names = new ConcurrentHashMap<>();
  private final List<Integer> ports = new ArrayList<>();
  private final List<Outbound> clients = new ArrayList<>();

  static Call callWithin(Duration length) {
    var workspace = new WorkspaceId(new UUID(1, 2));
    return new Call(
        "c-1", new Caller.Parley(workspace), Deadline.after(InstantSource.system(), length));
  }

  /// Starts a server on 127.0.0.1 and tells its port.
  int serve(Handler<HttpServerRequest> answer) {
    return opened(
        await(vertx.createHttpServer().requestHandler(answer).listen(0, "127.0.0.1")).actualPort());
  }

  /// Starts a server that need not speak HTTP.
  int serveRaw(Handler<NetSocket> answer) {
    return opened(
        await(vertx.createNetServer().connectHandler(answer).listen(0, "127.0.0.1")).actualPort());
  }

  /// A server that reads a request and sends `text`, then ends the connection.
  int serveText(String text) {
    return serveRaw(
        socket -> socket.handler(_ -> socket.end(Buffer.buffer(text)).onFailure(_ -> {})));
  }

  int opened(int port) {
    ports.add(port);
    return port;
  }

  void name(String name, String... addresses) {
    name(name, _ -> List.of(addresses).stream().map(InetAddress::ofLiteral).toList());
  }

  void name(String name, Names answer) {
    names.put(name, answer);
  }

  /// A client that may reach 127.0.0.0/8 and every port opened so far.
  Outbound client() {
    return client(Limits.USUAL);
  }

  Outbound client(Limits limits) {
    return client(limits, null);
  }

  Outbound client(Limits limits, @Nullable TrustOptions trust) {
    var machine = new Machine(this::lookup, _ -> false, trust);
    var client =
        Outbound.on(machine, vertx, config(limits), Metrics.empty(), InstantSource.system());
    clients.add(client);
    return client;
  }

  private List<InetAddress> lookup(String name) throws UnknownHostException {
    lookups.add(name);
    var known = names.get(name);
    if (known == null) {
      throw new UnknownHostException(name);
    }
    return known.addresses(name);
  }

  private OutboundConfig config(Limits limits) {
    return new OutboundConfig(
        limits.networks().stream().map(Cidr::parse).toList(),
        ports,
        limits.step(),
        limits.step(),
        limits.step(),
        limits.total(),
        new ByteSize(limits.bytes()),
        5,
        limits.parallel(),
        limits.waiting());
  }

  /// What differs between the clients of the tests.
  ///
  /// @param step for a name, a connection and a first byte each
  record Limits(
      List<String> networks, Duration step, Duration total, long bytes, int parallel, int waiting) {
    static final Limits USUAL =
        new Limits(
            List.of("127.0.0.0/8"), Duration.ofSeconds(20), Duration.ofSeconds(20), 100_000, 8, 8);

    Limits reaching(String... networks) {
      return new Limits(List.of(networks), step, total, bytes, parallel, waiting);
    }

    Limits waiting(Duration step) {
      return new Limits(networks, step, total, bytes, parallel, waiting);
    }

    Limits within(Duration total) {
      return new Limits(networks, step, total, bytes, parallel, waiting);
    }

    Limits turns(int parallel, int waiting) {
      return new Limits(networks, step, total, bytes, parallel, waiting);
    }
  }

  static Fetched fetch(Outbound client, String url) {
    return await(client.fetch(CALL, url, client.limits()));
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    clients.forEach(client -> await(client.close()));
    await(vertx.close());
  }
}
