package dev.parley.testkit;

import dev.parley.platform.config.Secret;
import dev.parley.platform.lifecycle.FreePort;
import dev.parley.platform.redis.RedisConfig;
import dev.parley.platform.redis.RedisServer;
import dev.parley.platform.time.FineClock;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/// A Redis for one test class: that of `PARLEY_TEST_REDIS_URL`, one of this machine's own
/// `redis-server`, or one in a container. To be registered as a static field.
public final class RedisFixture implements BeforeAllCallback, AfterAllCallback {
  private static final Duration TIMEOUT = Duration.ofMillis(150);
  private static final int PORT = 6379;

  private @Nullable Vertx vertx;
  private @Nullable Process process;
  private @Nullable GenericContainer<?> container;
  private @Nullable RedisServer server;
  private String url = "";

  @Override
  public void beforeAll(ExtensionContext context) {
    vertx = Vertx.vertx();
    var given = System.getenv("PARLEY_TEST_REDIS_URL");
    url = given == null || given.isBlank() ? start() : given;
    server = open();
    Await.until("Redis answers", () -> Await.of(server().ping()));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Await.end(server().close());
    if (process != null) {
      process.destroyForcibly();
    }
    if (container != null) {
      container.stop();
    }
    Await.end(Objects.requireNonNull(vertx).close());
  }

  public String url() {
    return url;
  }

  public RedisServer server() {
    return Objects.requireNonNull(server, "not started");
  }

  /// Another client, as of another replica; the caller closes it.
  public RedisServer open() {
    var config = new RedisConfig(new Secret(url), new Secret(""), 0, TIMEOUT);
    return RedisServer.open(Objects.requireNonNull(vertx), config, FineClock.system());
  }

  /// Whether the server is a process of ours, which can be stopped for a while.
  public boolean isOurs() {
    return process != null;
  }

  /// Freezes the server, or lets it go on.
  public void signal(String name) {
    run("kill", "-" + name, Long.toString(Objects.requireNonNull(process).pid()));
  }

  private String start() {
    var port = FreePort.find();
    try {
      process =
          new ProcessBuilder(
                  "redis-server",
                  "--bind",
                  "127.0.0.1",
                  "--port",
                  Integer.toString(port),
                  "--save",
                  "",
                  "--appendonly",
                  "no")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return "redis://127.0.0.1:" + port;
    } catch (IOException _) {
      return startContainer();
    }
  }

  private String startContainer() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new AssertionError(
          "These tests need Redis: apt-get install redis-server, or set PARLEY_TEST_REDIS_URL.");
    }
    var started = new GenericContainer<>("redis:7-alpine").withExposedPorts(PORT);
    container = started;
    started.start();
    return "redis://" + started.getHost() + ":" + started.getMappedPort(PORT);
  }

  private static void run(String... command) {
    try {
      if (new ProcessBuilder(command).start().waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
