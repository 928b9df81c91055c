package dev.parley.load.bench;

import static java.util.Objects.requireNonNull;

import dev.parley.call.Call;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.metering.usage.Usage;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/// A provider behind no network: it has answered when the event loop comes round again. It tells
/// how long the product took to hear the answer, up to where it waits for the ledger.
final class AtOnce implements Provider {
  private static final Buffer ANSWER =
      Buffer.buffer(
          "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"yes\"},"
              + "\"finish_reason\":\"stop\"}]}");

  private final Consumer<Heard> heard;

  /// How long it took to hear the answer of a call.
  record Heard(String call, long nanos) {}

  AtOnce(Consumer<Heard> heard) {
    this.heard = heard;
  }

  @Override
  public boolean seesImages() {
    return false;
  }

  @Override
  public String name() {
    return "at-once";
  }

  @Override
  public ModelStream open(Call call, ModelRequest request, Consumer<ModelEvent> events) {
    throw new IllegalStateException("only what is handed on is measured");
  }

  @Override
  public ModelStream open(
      Call call, WireRequest request, String model, Consumer<ModelEvent> events) {
    var body = request.bodyFor(model);
    requireNonNull(Vertx.currentContext())
        .runOnContext(_ -> {
          var begun = System.nanoTime();
          events.accept(new ModelEvent.Bytes(ANSWER, true));
          events.accept(new ModelEvent.Finished(FinishReason.STOP, Usage.of(body.length() / 4, 1)));
          heard.accept(new Heard(call.id(), System.nanoTime() - begun));
        });
    return () -> {};
  }
}
