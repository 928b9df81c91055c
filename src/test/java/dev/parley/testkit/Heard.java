package dev.parley.testkit;

import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.Provider;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Opens one answer and writes down everything that is heard of it, also after its end.
public final class Heard implements Consumer<ModelEvent> {
  private static final long SECONDS = 20;

  private final List<ModelEvent> events = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final Promise<ModelEvent> last = Promise.promise();
  private final Promise<String> first = Promise.promise();
  private final Promise<ModelStream> stream = Promise.promise();

  /// Something that answers, such as `provider::open`.
  @FunctionalInterface
  public interface Opening {
    ModelStream open(Consumer<ModelEvent> events);
  }

  /// Opens the answer on an event loop of `vertx`.
  public static Heard of(Vertx vertx, Provider provider, ModelRequest request) {
    return of(newLoop(vertx), events -> provider.open(Calls.any(), request, events));
  }

  /// Opens the answer on this context.
  public static Heard of(Context context, Opening opening) {
    var heard = new Heard();
    context.runOnContext(_ -> heard.stream.complete(opening.open(heard)));
    return heard;
  }

  /// An event loop that does not belong to the caller's thread.
  public static Context newLoop(Vertx vertx) {
    return ((VertxInternal) vertx).createEventLoopContext();
  }

  @Override
  public void accept(ModelEvent event) {
    events.add(event);
    threads.add(Thread.currentThread());
    switch (event) {
      case ModelEvent.Text text -> first.tryComplete(text.delta());
      case ModelEvent.Thinking thinking -> first.tryComplete(thinking.delta());
      case ModelEvent.ToolCall tool -> first.tryComplete(tool.name());
      case ModelEvent.Cited cited -> first.tryComplete(cited.title());
      case ModelEvent.Bytes bytes -> first.tryComplete(bytes.piece().toString());
      case ModelEvent.Finished _, ModelEvent.Failed _ -> last.tryComplete(event);
    }
  }

  public ModelStream stream() {
    return await(stream);
  }

  /// Waits for the first piece of text.
  public String awaitText() {
    return await(first);
  }

  /// Waits for the end of the answer.
  public ModelEvent end() {
    return await(last);
  }

  /// Everything heard so far.
  public List<ModelEvent> events() {
    return List.copyOf(events);
  }

  /// All text heard so far.
  public String text() {
    var text = new StringBuilder();
    for (var event : events) {
      if (event instanceof ModelEvent.Text piece) {
        text.append(piece.delta());
      }
    }
    return text.toString();
  }

  /// The threads that events came on.
  public List<Thread> threads() {
    return List.copyOf(threads);
  }

  /// How many ends were heard: one, whatever happened.
  public long ends() {
    return events.stream()
        .filter(e -> e instanceof ModelEvent.Finished || e instanceof ModelEvent.Failed)
        .count();
  }

  private static <T> T await(Promise<T> promise) {
    try {
      return promise.future().await(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("nothing was heard in time", e);
    }
  }
}
