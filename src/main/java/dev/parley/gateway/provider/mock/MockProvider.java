package dev.parley.gateway.provider.mock;

import dev.parley.call.Call;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.gateway.translate.Ability;
import dev.parley.gateway.translate.Translation;
import dev.parley.metering.usage.Usage;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/// Answers with the beginning of the first source and its number, or with the question when there
/// is no source; word by word, at a fixed pace.
public final class MockProvider implements Provider {
  private static final int WORDS = 30;

  private final Vertx vertx;
  private final Translation translation;
  private final Duration pace;

  /// @param pace between two words; at least a millisecond
  public MockProvider(Vertx vertx, Duration pace, InstantSource clock) {
    this.vertx = vertx;
    this.translation = new Translation(clock, Ability.none());
    this.pace = pace;
  }

  @Override
  public String name() {
    return "mock";
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
    var words = List.of(answer(request).split("(?<= )", -1));
    var stream = new Stream(vertx.getOrCreateContext(), words, request, events);
    stream.timer = vertx.setPeriodic(Math.max(1, pace.toMillis()), _ -> stream.next());
    return stream;
  }

  private static String answer(ModelRequest request) {
    if (request.sources().isEmpty()) {
      return "You asked: " + request.question();
    }
    var source = request.sources().getFirst();
    var words = List.of(source.text().strip().split("\\s+", WORDS + 1));
    var said = String.join(" ", words.subList(0, Math.min(WORDS, words.size())));
    return said + " [" + source.number() + "]";
  }

  /// One answer on its way, on the event loop of its call.
  private final class Stream implements ModelStream {
    private final Context context;
    private final List<String> words;
    private final ModelRequest request;
    private final Consumer<ModelEvent> events;
    private long timer;
    private int said;
    private boolean ended;

    Stream(Context context, List<String> words, ModelRequest request, Consumer<ModelEvent> events) {
      this.context = context;
      this.words = words;
      this.request = request;
      this.events = events;
    }

    @Override
    public void cancel() {
      context.runOnContext(_ -> end(FinishReason.CANCELLED));
    }

    private void next() {
      if (ended) {
        return;
      }
      if (said == words.size()) {
        end(FinishReason.STOP);
        return;
      }
      events.accept(new ModelEvent.Text(words.get(said)));
      said++;
    }

    private void end(FinishReason reason) {
      if (ended) {
        return;
      }
      ended = true;
      vertx.cancelTimer(timer);
      var read = request.instructions().length() / 4 + request.question().length() / 4;
      events.accept(new ModelEvent.Finished(reason, Usage.of(read, said)));
    }
  }
}
