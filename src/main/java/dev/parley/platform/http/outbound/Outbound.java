package dev.parley.platform.http.outbound;

import dev.parley.call.Call;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.outbound.OutboundProblem.BadStatus;
import dev.parley.platform.observe.Log;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.time.Stopwatch;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// The one way out to addresses that people, models and documents name.
///
/// It reaches public addresses and the networks an administrator allowed, and nothing else: not
/// this machine, not its neighbours, not by another spelling, a name server's answer or a redirect.
/// Whatever the other side does, a request ends within its limits of time and bytes.
///
/// Safe from any thread. Futures fail with an [OutboundProblem], or with [HttpProblem.Draining]
/// once the client is closed; they complete on the caller's Vert.x context where there is one.
public final class Outbound {
  private static final Log LOG = Log.of(Outbound.class);
  private static final int HEAD_BYTES = 32 * 1024;
  private static final int LINE_BYTES = 8 * 1024;

  private final OutboundConfig config;
  private final OutboundMetrics metrics;
  private final InstantSource clock;
  private final HttpClientAgent client;
  private final Fetch.Equipment equipment;
  private final Turns turns;
  private final Targets anyPort = Targets.onAnyPort();
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private Outbound(
      Vertx vertx, OutboundConfig config, Metrics metrics, InstantSource clock, Machine machine) {
    this.config = config;
    this.metrics = new OutboundMetrics(metrics.registry());
    this.clock = clock;
    client = vertx.createHttpClient(options(config, machine));
    var lookup = new Lookup(machine.names(), config.lookupTimeout());
    var reachable = new Reachable(config.allowedNetworks(), machine.own());
    var dialer = new Dialer(client, lookup, reachable, config.connectTimeout());
    equipment = new Fetch.Equipment(config, new Targets(config.extraPorts()), dialer);
    turns = new Turns(config.parallel(), config.waiting());
  }

  public static Outbound of(
      Vertx vertx, OutboundConfig config, Metrics metrics, InstantSource clock) {
    return on(Machine.here(), vertx, config, metrics, clock);
  }

  static Outbound on(
      Machine machine, Vertx vertx, OutboundConfig config, Metrics metrics, InstantSource clock) {
    return new Outbound(vertx, config, metrics, clock, machine);
  }

  /// The limits of the configuration.
  public FetchLimits limits() {
    return new FetchLimits(config.maxBytes(), config.totalTimeout());
  }

  /// Fetches a document. Any status but those of success is a failure.
  public Future<Fetched> fetch(Call call, String url, FetchLimits limits) {
    return send(call, OutboundRequest.get(url), limits)
        .map(fetched -> {
          if (!fetched.ok()) {
            throw new BadStatus(fetched.url().getHost(), fetched.status());
          }
          return fetched;
        });
  }

  /// Sends a request. Any status is an answer, but redirects of `GET` and `HEAD` are followed; to
  /// another server they take no headers along that could be credentials.
  public Future<Fetched> send(Call call, OutboundRequest request, FetchLimits limits) {
    try {
      turns.enter();
    } catch (OutboundProblem.Busy busy) {
      metrics.ended(busy.code(), 0);
      return Future.failedFuture(busy);
    }
    var context = Vertx.currentContext();
    var promise = Promise.<Fetched>promise();
    var patience = Patience.of(clock, limits.totalTimeout(), call.deadline());
    var fetch = new Fetch(equipment, call, request, limits, patience);
    Thread.ofVirtual()
        .name("outbound-" + call.id())
        .start(() -> {
          var outcome = run(call, fetch, patience);
          if (context == null) {
            outcome.onComplete(promise);
          } else {
            context.runOnContext(_ -> outcome.onComplete(promise));
          }
        });
    return promise.future();
  }

  /// The address of a server that somebody named and that this process keeps connections to by
  /// itself, such as a provider of models: checked as for a request, but on any port. Names move,
  /// so it is to be asked again from time to time, and the connection made to this very address.
  public Future<InetSocketAddress> address(Call call, String url) {
    var promise = Promise.<InetSocketAddress>promise();
    var patience = Patience.of(clock, config.lookupTimeout(), call.deadline());
    Thread.ofVirtual()
        .name("outbound-address")
        .start(() -> {
          try {
            promise.complete(equipment.dialer().address(call, anyPort.parse(url), patience));
          } catch (Throwable failure) {
            promise.fail(
                failure instanceof OutboundProblem ? failure : new HttpProblem.Unexpected());
          }
        });
    return promise.future();
  }

  /// Ends what runs and frees everything. To be called once.
  public Future<Void> close() {
    closed = true;
    running.forEach(Thread::interrupt);
    return client.close();
  }

  private Future<Fetched> run(Call call, Fetch fetch, Patience patience) {
    var watch = Stopwatch.start();
    var outcome = outcome(call, fetch, patience);
    turns.leave();
    var cause = outcome.cause();
    metrics.ended(cause instanceof Problem problem ? problem.code() : "answered", watch.seconds());
    return outcome;
  }

  private Future<Fetched> outcome(Call call, Fetch fetch, Patience patience) {
    running.add(Thread.currentThread());
    try {
      return Future.succeededFuture(inTurn(fetch, patience));
    } catch (Throwable failure) {
      if (closed) {
        return Future.failedFuture(new HttpProblem.Draining());
      }
      if (failure instanceof OutboundProblem) {
        return Future.failedFuture(failure);
      }
      LOG.error(call, "outbound request failed", failure);
      return Future.failedFuture(new HttpProblem.Unexpected());
    } finally {
      running.remove(Thread.currentThread());
    }
  }

  private Fetched inTurn(Fetch fetch, Patience patience) throws InterruptedException {
    turns.begin(patience.atMost(FetchLimits.LONGEST));
    try {
      if (closed) {
        throw new InterruptedException();
      }
      return fetch.run();
    } finally {
      turns.end();
    }
  }

  private static HttpClientOptions options(OutboundConfig config, Machine machine) {
    var patience = Math.toIntExact(config.connectTimeout().toMillis());
    var options =
        new HttpClientOptions()
            .setKeepAlive(false)
            .setVerifyHost(true)
            .setForceSni(false) // the TLS engine names hosts by itself, and rightly no addresses
            .setConnectTimeout(patience)
            .setSslHandshakeTimeout(patience)
            .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
            .setMaxHeaderSize(HEAD_BYTES)
            .setMaxInitialLineLength(LINE_BYTES);
    return machine.trust() == null ? options : options.setTrustOptions(machine.trust());
  }
}
