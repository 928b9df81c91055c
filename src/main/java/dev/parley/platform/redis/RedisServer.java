package dev.parley.platform.redis;

import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Redis as the product uses it: every request ends in time, and a server that does not answer is
/// left alone for a while. Safe from any thread.
///
/// The client has no timeouts of its own: a frozen server or a lost network would keep requests for
/// ever. After three failures in a row its connections are thrown away, since nobody knows whether
/// they live, and nothing is asked for two seconds.
public final class RedisServer {
  private static final Log LOG = Log.of(RedisServer.class);
  private static final int FAILURES = 3;
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int CONNECTIONS = 4;
  private static final int WAITING = 256;

  private final Vertx vertx;
  private final RedisOptions options;
  private final Duration timeout;
  private final InstantSource clock;
  private @Nullable Redis client;
  private int failures;
  private Instant notBefore = Instant.MIN;

  private RedisServer(Vertx vertx, RedisOptions options, Duration timeout, InstantSource clock) {
    this.vertx = vertx;
    this.options = options;
    this.timeout = timeout;
    this.clock = clock;
  }

  /// Connects when it is first used. To be closed.
  ///
  /// @param config with an address
  /// @param clock that is never set back
  public static RedisServer open(Vertx vertx, RedisConfig config, InstantSource clock) {
    var options =
        new RedisOptions()
            .setConnectionString(config.address())
            .setNetClientOptions(
                new NetClientOptions()
                    .setConnectTimeout((int) config.timeout().toMillis())
                    .setTcpNoDelay(true)
                    .setHostnameVerificationAlgorithm("HTTPS"))
            .setMaxPoolSize(CONNECTIONS)
            .setMaxPoolWaiting(WAITING);
    if (!config.password().isEmpty()) {
      options.setPassword(config.password().value());
    }
    return new RedisServer(vertx, options, config.timeout(), clock);
  }

  /// The answer, or a failure within the timeout.
  public Future<Response> send(Request request) {
    var asked = client();
    if (asked == null) {
      return Future.failedFuture(new Away());
    }
    return asked
        .send(request)
        .map(Objects::<Response>requireNonNull)
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(_ -> answered())
        .onFailure(failure -> failed(asked, failure));
  }

  /// Whether the server answers. Never fails.
  public Future<Boolean> ping() {
    return send(Request.cmd(Command.PING)).map(true).otherwise(false);
  }

  /// Ends every connection.
  public synchronized Future<Void> close() {
    var open = client;
    client = null;
    notBefore = Instant.MAX;
    return open == null ? Future.succeededFuture() : open.close();
  }

  private synchronized @Nullable Redis client() {
    if (clock.instant().isBefore(notBefore)) {
      return null;
    }
    if (client == null) {
      client = Redis.createClient(vertx, options);
    }
    return client;
  }

  private synchronized void answered() {
    failures = 0;
  }

  private synchronized void failed(Redis asked, Throwable failure) {
    failures++;
    if (failures < FAILURES || !asked.equals(client)) {
      return;
    }
    LOG.warning("Redis does not answer; going on without", "cause", failure);
    failures = 0;
    notBefore = clock.instant().plus(PAUSE);
    client = null;
    var _ = asked.close().onFailure(e -> LOG.debug("closing Redis failed", "cause", e));
  }

  /// Redis did not answer a moment ago and is left alone.
  private static final class Away extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Away() {
      super("Redis does not answer", null, false, false);
    }
  }
}
