package dev.parley.gateway.provider.extractive;

import dev.parley.call.Call;
import dev.parley.gateway.spi.Embedder;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.gateway.translate.Ability;
import dev.parley.gateway.translate.Translation;
import dev.parley.platform.observe.Log;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Answers without any model: quotes the sentences of the sources that support an answer best, each
/// with the number of its source, or says that there is nothing. What it says is never its own.
public final class ExtractiveProvider implements Provider, AutoCloseable {
  public static final String NAME = "extractive";

  private static final Log LOG = Log.of(ExtractiveProvider.class);
  private static final int THREADS = 2;
  private static final int WAITING = 256;

  private final Vertx vertx;
  private final Translation translation;
  private final Answering answering;
  private final ThreadPoolExecutor workers;

  public ExtractiveProvider(Vertx vertx, Embedder embedder, InstantSource clock) {
    this.vertx = vertx;
    this.translation = new Translation(clock, Ability.none());
    this.answering = new Answering(embedder);
    this.workers =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("extractive-", 0).factory());
    workers.allowCoreThreadTimeOut(true);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean seesImages() {
    return false;
  }

  @Override
  public ModelStream open(
      Call call, WireRequest request, String model, Consumer<ModelEvent> events) {
    return translation.open(this, call, request, model, events);
  }

  @Override
  public ModelStream open(Call call, ModelRequest request, Consumer<ModelEvent> events) {
    if (!Context.isOnEventLoopThread()) {
      throw new IllegalStateException("an answer is opened on the event loop that hears it");
    }
    var spoken = new Spoken(vertx, events);
    try {
      workers.execute(() -> work(call, request, spoken));
    } catch (RejectedExecutionException _) {
      spoken.fail(ProviderFailure.of(Kind.OVERLOADED, "too many questions are waiting"));
    }
    return spoken;
  }

  private void work(Call call, ModelRequest request, Spoken spoken) {
    if (spoken.isCancelled()) {
      return;
    }
    try {
      spoken.say(answering.answer(call, request));
    } catch (RuntimeException e) {
      LOG.error(call, "extractive answer failed", e);
      spoken.fail(ProviderFailure.of(Kind.MALFORMED, "the sources could not be read"));
    }
  }

  /// Ends the worker threads; answers that wait for one are not given.
  @Override
  public void close() {
    workers.shutdownNow();
  }
}
