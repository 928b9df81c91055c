package dev.parley.gateway.model;

import static java.util.Objects.requireNonNull;

import dev.parley.call.Call;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.Provider;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.metering.usage.Usage;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Says what it was told to, one list of events for each time it is opened. A list without an end
/// is an answer that goes on until it is cancelled.
final class ScriptedProvider implements Provider {
  private final List<List<ModelEvent>> answers;
  private final List<String> models = new CopyOnWriteArrayList<>();

  @SafeVarargs
  @SuppressWarnings("varargs")
  ScriptedProvider(List<ModelEvent>... answers) {
    this.answers = List.of(answers);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public boolean seesImages() {
    return true;
  }

  /// The models that were asked, in order.
  List<String> asked() {
    return List.copyOf(models);
  }

  @Override
  public ModelStream open(Call call, ModelRequest request, Consumer<ModelEvent> events) {
    var answer = answers.get(models.size());
    models.add(request.model());
    var playing = new Playing(requireNonNull(Vertx.currentContext()), events);
    playing.context.runOnContext(_ -> answer.forEach(playing::tell));
    return playing;
  }

  @Override
  public ModelStream open(
      Call call, WireRequest request, String model, Consumer<ModelEvent> events) {
    throw new IllegalStateException("scripts speak in texts");
  }

  private static final class Playing implements ModelStream {
    private final Context context;
    private final Consumer<ModelEvent> events;
    private boolean ended;

    Playing(Context context, Consumer<ModelEvent> events) {
      this.context = context;
      this.events = events;
    }

    @Override
    public void cancel() {
      context.runOnContext(
          _ -> tell(new ModelEvent.Finished(FinishReason.CANCELLED, Usage.estimate(5, 1))));
    }

    private void tell(ModelEvent event) {
      if (!ended) {
        ended = !(event instanceof ModelEvent.Text);
        events.accept(event);
      }
    }
  }
}
