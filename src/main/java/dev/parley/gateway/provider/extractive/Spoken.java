package dev.parley.gateway.provider.extractive;

import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.metering.usage.Usage;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Consumer;

/// Says a finished answer word by word on the event loop it was made on. Its methods may be called
/// from any thread; the first end counts.
final class Spoken implements ModelStream {
  private static final long PACE_MS = 2;
  private static final Usage FREE = Usage.of(0, 0);

  private final Vertx vertx;
  private final Context context;
  private final Consumer<ModelEvent> events;
  private List<String> words = List.of();
  private int said;
  private long timer = -1;
  private boolean ended;
  private volatile boolean cancelled;

  Spoken(Vertx vertx, Consumer<ModelEvent> events) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.events = events;
  }

  void say(String answer) {
    context.runOnContext(_ -> {
      words = List.of(answer.split("(?<=\\s)(?=\\S)", -1));
      timer = vertx.setPeriodic(PACE_MS, _ -> next());
    });
  }

  void fail(ProviderFailure failure) {
    context.runOnContext(_ -> end(new ModelEvent.Failed(failure, FREE)));
  }

  @Override
  public void cancel() {
    cancelled = true;
    context.runOnContext(_ -> end(new ModelEvent.Finished(FinishReason.CANCELLED, FREE)));
  }

  boolean isCancelled() {
    return cancelled;
  }

  private void next() {
    if (ended || cancelled) {
      vertx.cancelTimer(timer);
    } else if (said == words.size()) {
      end(new ModelEvent.Finished(FinishReason.STOP, FREE));
    } else {
      var word = words.get(said);
      said++;
      events.accept(new ModelEvent.Text(word));
    }
  }

  private void end(ModelEvent last) {
    if (ended) {
      return;
    }
    ended = true;
    if (timer >= 0) {
      vertx.cancelTimer(timer);
    }
    events.accept(last);
  }
}
