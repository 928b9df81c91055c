package dev.parley.load.bench;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.gateway.wire.WireRoutes;
import dev.parley.load.traffic.Latencies;
import dev.parley.platform.http.Endpoint;
import dev.parley.platform.http.RawEndpoint;
import dev.parley.platform.http.RawExchange;
import dev.parley.platform.http.RouteGroup;
import dev.parley.testkit.Calls;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.VertxInternal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Calls one endpoint many times, some at a time, on an event loop.
final class CallRound implements RouteGroup.Operations {
  private static final int AT_A_TIME = 64;
  private static final Buffer BODY =
      Buffer.buffer(
          "{\"model\":\"fake\",\"messages\":[{\"role\":\"user\",\"content\":"
              + "\"Say in a few words what a gateway is good for.\"}],\"temperature\":1}");

  private final Vertx vertx;
  private final int calls;
  private final Latencies costs = new Latencies();
  private final Map<String, Long> begun = new HashMap<>();
  private final CountDownLatch done;
  private @Nullable RawEndpoint endpoint;
  private int sent;

  CallRound(Vertx vertx, Function<Consumer<AtOnce.Heard>, WireRoutes> routes, int calls) {
    this.vertx = vertx;
    this.calls = calls;
    this.done = new CountDownLatch(calls);
    routes.apply(this::heard).addTo(this);
  }

  /// What calls cost, and how many were made.
  record Outcome(Latencies costs, double perSecond) {}

  Outcome run() throws InterruptedException {
    var start = System.nanoTime();
    var loop = ((VertxInternal) vertx).createEventLoopContext();
    loop.runOnContext(_ -> {
      for (var i = 0; i < Math.min(AT_A_TIME, calls); i++) {
        call();
      }
    });
    done.await();
    return new Outcome(costs, calls / ((System.nanoTime() - start) / 1e9));
  }

  private void call() {
    if (sent == calls || endpoint == null) {
      return;
    }
    var id = "call-" + sent++;
    var from = Calls.any();
    var call = new Call(id, new Caller.Parley(from.workspace()), from.deadline());
    var start = System.nanoTime();
    endpoint.handle(new Exchange(call));
    begun.put(id, System.nanoTime() - start);
  }

  private void heard(AtOnce.Heard heard) {
    var before = begun.remove(heard.call());
    costs.record(heard.nanos() + (before == null ? 0 : before));
  }

  private void answered() {
    done.countDown();
    call();
  }

  @Override
  public void on(String operationId, Endpoint endpoint) {}

  @Override
  public void raw(String operationId, RawEndpoint endpoint) {
    if (operationId.equals("createChatCompletion")) {
      this.endpoint = endpoint;
    }
  }

  /// A request that came from nowhere and is answered to nobody.
  private final class Exchange implements RawExchange {
    private final Call call;

    Exchange(Call call) {
      this.call = call;
    }

    @Override
    public Call call() {
      return call;
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.empty();
    }

    @Override
    public Buffer body() {
      return BODY;
    }

    @Override
    public void header(String name, String value) {}

    @Override
    public void answer(int status, String contentType, Buffer body) {
      answered();
    }

    @Override
    public void fail(Throwable failure) {
      throw new IllegalStateException("a call failed", failure);
    }

    @Override
    public void beginEvents() {}

    @Override
    public void write(Buffer piece) {}

    @Override
    public void end() {}

    @Override
    public void cut() {}

    @Override
    public boolean full() {
      return false;
    }

    @Override
    public void onDrain(Runnable resume) {}

    @Override
    public void onLeave(Runnable gone) {}
  }
}
