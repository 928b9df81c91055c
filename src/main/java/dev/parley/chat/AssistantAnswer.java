package dev.parley.chat;

import static java.util.Objects.requireNonNull;

import dev.parley.call.Call;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.observe.Log;
import dev.parley.retrieval.Passage;
import dev.parley.retrieval.Query;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One answer of the assistant to a program. Lives on the event loop it was begun on, except
/// [#cancel].
final class AssistantAnswer implements ModelStream {
  private static final Log LOG = Log.of(AssistantAnswer.class);
  private static final Pattern MARK = Pattern.compile("\\[(\\d{1,3})]");

  private final AssistantModels.Needs needs;
  private final Call call;
  private final ModelRequest asked;
  private final Consumer<ModelEvent> events;
  private final Context context;
  private final Map<String, Citation> citations = new HashMap<>();
  private int written;
  private @Nullable ModelStream model;
  private boolean over;
  private volatile boolean cancelled;

  private AssistantAnswer(
      AssistantModels.Needs needs, Call call, ModelRequest asked, Consumer<ModelEvent> events) {
    this.needs = needs;
    this.call = call;
    this.asked = asked;
    this.events = events;
    this.context = requireNonNull(Vertx.currentContext(), "an answer is begun on an event loop");
  }

  static ModelStream begin(
      AssistantModels.Needs needs, Call call, ModelRequest asked, Consumer<ModelEvent> events) {
    var answer = new AssistantAnswer(needs, call, asked, events);
    needs
        .search()
        .find(call, answer.query())
        .onSuccess(found -> answer.context.runOnContext(_ -> answer.write(found)))
        .onFailure(failure -> answer.context.runOnContext(_ -> answer.failed(failure)));
    return answer;
  }

  private Query query() {
    var said =
        earlier().stream()
            .map(message -> new Query.Said(message instanceof ModelMessage.User, message.text()))
            .toList();
    return new Query(asked.question(), said, null, Query.Mode.HYBRID, needs.config().passages());
  }

  private List<ModelMessage> earlier() {
    return asked.messages().subList(0, asked.messages().size() - 1);
  }

  private void write(List<Passage> found) {
    if (cancelled) {
      end(new ModelEvent.Finished(FinishReason.CANCELLED, Usage.of(0, 0)));
      return;
    }
    var marker = needs.ids().next().toString().replace("-", "");
    var prompt =
        Prompt.of(
            asked.instructions(),
            asked.messages().getLast(),
            earlier(),
            found,
            marker,
            needs.config().historyTokens());
    var writer = new AnswerWriter(found, this::hear);
    var request =
        new ModelRequest(
            "",
            prompt.instructions(),
            prompt.messages(),
            prompt.sources(),
            asked.maxTokens(),
            asked.temperature());
    model = needs.models().open(call, request, event -> take(event, writer));
    if (cancelled) {
      model.cancel();
    }
  }

  private void take(ModelEvent event, AnswerWriter writer) {
    switch (event) {
      case ModelEvent.Text(var delta) -> writer.write(delta);
      case ModelEvent.Thinking _ -> {} // not part of the answer
      case ModelEvent.Finished _, ModelEvent.Failed _ -> {
        writer.end();
        end(event);
      }
      case ModelEvent.ToolCall _, ModelEvent.Cited _, ModelEvent.Bytes _ ->
          throw new IllegalStateException("nobody asked for tools or bytes");
    }
  }

  /// Citations come before the text with their marks.
  private void hear(TurnEvent event) {
    switch (event) {
      case TurnEvent.Cited(var citation) ->
          citations.put(Integer.toString(citation.number()), citation);
      case TurnEvent.Delta(var text) -> {
        events.accept(new ModelEvent.Text(text));
        annotate(text);
        written += text.length();
      }
      default -> throw new IllegalStateException("a writer writes and cites");
    }
  }

  private void annotate(String text) {
    var marks = MARK.matcher(text);
    while (marks.find()) {
      var citation = citations.get(marks.group(1));
      if (citation != null) {
        events.accept(
            new ModelEvent.Cited(
                written + marks.start(), written + marks.end(), citation.title(), url(citation)));
      }
    }
  }

  /// Documents that came from nowhere else are read on this server.
  private static String url(Citation citation) {
    return citation.url() == null ? "/documents/" + citation.documentId() : citation.url();
  }

  private void failed(Throwable failure) {
    LOG.warning(call, "the documents could not be searched", "cause", failure);
    end(
        new ModelEvent.Failed(
            ProviderFailure.of(Kind.OVERLOADED, "the documents could not be searched"),
            Usage.of(0, 0)));
  }

  private void end(ModelEvent last) {
    if (!over) {
      over = true;
      events.accept(last);
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    context.runOnContext(_ -> {
      if (model != null) {
        model.cancel();
      }
    });
  }

  @Override
  public void pause() {
    if (model != null) {
      model.pause();
    }
  }

  @Override
  public void resume() {
    if (model != null) {
      model.resume();
    }
  }
}
