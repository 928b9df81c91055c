package dev.parley.gateway.reuse;

import static java.util.Objects.requireNonNull;

import dev.parley.gateway.model.ModelCall;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.metering.usage.Usage;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One call of a model that several callers hear. It lives on the event loop of whoever came first;
/// the others are told on theirs. Whoever comes later is told what was said before.
///
/// A caller who leaves leaves alone, the first one too; when the last one has left the call is
/// cancelled. None of them can slow it down: what is said stays here until the end, and an answer
/// longer than [#LONGEST] takes no more listeners.
final class Flight {
  private static final int LONGEST = 8 << 20;

  private final Context context = requireNonNull(Vertx.currentContext(), "on an event loop");
  private final List<Listener> listeners = new ArrayList<>();
  private final Buffer said = Buffer.buffer();
  private final Consumer<Flight> landed;
  private @Nullable ModelCall call;
  private @Nullable ModelEvent last;
  private boolean content;
  private boolean closed;

  /// @param landed told once, when nobody more may join
  Flight(Consumer<Flight> landed) {
    this.landed = landed;
  }

  /// Starts the call; on the flight's event loop.
  void start(Function<Consumer<ModelEvent>, ModelCall> opening) {
    call = opening.apply(this::take);
  }

  /// Never starts; whoever has joined is told that it has ended. On the flight's event loop.
  void scrap() {
    closed = true;
  }

  /// What was said, for the cache; on the flight's event loop.
  Buffer said() {
    return said;
  }

  /// How it ended; on the flight's event loop.
  @Nullable ModelEvent last() {
    return last;
  }

  /// Adds a caller, from their event loop, where all their events arrive. False when the flight has
  /// ended meanwhile; then `late` runs on that event loop instead.
  ModelStream join(Consumer<ModelEvent> events, Runnable late) {
    var here = requireNonNull(Vertx.currentContext(), "on an event loop");
    var listener = new Listener(here, events);
    context.runOnContext(_ -> add(listener, late));
    return () -> context.runOnContext(_ -> leave(listener));
  }

  private void add(Listener listener, Runnable late) {
    if (closed) {
      listener.context().runOnContext(_ -> late.run());
      return;
    }
    listeners.add(listener);
    if (said.length() > 0) {
      listener.tell(new ModelEvent.Bytes(said.copy(), content));
    }
  }

  private void leave(Listener listener) {
    if (listeners.remove(listener)) {
      listener.tell(new ModelEvent.Finished(FinishReason.CANCELLED, Usage.of(0, 0)));
      if (listeners.isEmpty()) {
        close();
        if (call != null) {
          call.cancel();
        }
      }
    }
  }

  private void take(ModelEvent event) {
    switch (event) {
      case ModelEvent.Bytes(var piece, var begun) -> {
        content |= begun;
        said.appendBuffer(piece);
        if (said.length() > LONGEST) {
          close();
        }
        listeners.forEach(listener -> listener.tell(event));
      }
      case ModelEvent.Text _, ModelEvent.Thinking _, ModelEvent.ToolCall _, ModelEvent.Cited _ ->
          throw new IllegalStateException("nobody asked for text");
      case ModelEvent.Finished _, ModelEvent.Failed _ -> {
        last = event;
        close();
        listeners.forEach(listener -> listener.tell(event));
        listeners.clear();
      }
    }
  }

  private void close() {
    if (!closed) {
      closed = true;
      landed.accept(this);
    }
  }

  /// Somebody who hears the call.
  private record Listener(Context context, Consumer<ModelEvent> events) {
    void tell(ModelEvent event) {
      context.runOnContext(_ -> events.accept(event));
    }
  }
}
