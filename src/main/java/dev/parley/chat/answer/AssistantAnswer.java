package dev.parley.chat.answer;

import static java.util.Objects.requireNonNull;

import dev.parley.call.Call;
import dev.parley.chat.assistant.AssistantVersion;
import dev.parley.chat.assistant.Definition;
import dev.parley.chat.conversation.Citation;
import dev.parley.chat.conversation.History;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.log.TurnEvent;
import dev.parley.gateway.route.Route;
import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.ModelMessage;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.spi.ModelStream;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import dev.parley.gateway.spi.ProviderFailure.Refusal;
import dev.parley.metering.usage.Usage;
import dev.parley.platform.http.Json;
import dev.parley.platform.http.OpenAiError;
import dev.parley.platform.http.Problem;
import dev.parley.platform.observe.Log;
import dev.parley.policy.Judged;
import dev.parley.policy.PolicyProblem;
import dev.parley.policy.rule.Answerer;
import dev.parley.policy.rule.Where;
import dev.parley.retrieval.Passage;
import dev.parley.retrieval.Query;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One answer of an assistant to a program. Lives on the event loop it was begun on, except
/// [#cancel].
final class AssistantAnswer implements ModelStream {
  private static final Log LOG = Log.of(AssistantAnswer.class);
  private static final UUID NOBODY = new UUID(0, 0);
  private static final Pattern MARK = Pattern.compile("\\[(\\d{1,3})]");

  private final AssistantModels.Needs needs;
  private final String assistant;
  private final Definition definition;
  private final Call call;
  private final ModelRequest asked;
  private final Consumer<ModelEvent> events;
  private final List<Message> earlier;
  private final Context context;
  private final Map<String, Citation> citations = new HashMap<>();
  private int written;
  private @Nullable ModelStream model;
  private boolean over;
  private volatile boolean cancelled;

  private AssistantAnswer(
      AssistantModels.Needs needs,
      AssistantVersion assistant,
      Call call,
      ModelRequest asked,
      Consumer<ModelEvent> events) {
    this.needs = needs;
    this.assistant = assistant.slug();
    this.definition = assistant.definition();
    this.call = call;
    this.asked = asked;
    this.events = events;
    this.earlier = earlier(asked);
    this.context = requireNonNull(Vertx.currentContext(), "an answer is begun on an event loop");
  }

  /// What was said before, in our form. What the program wishes of every answer comes first.
  private static List<Message> earlier(ModelRequest asked) {
    var all = new ArrayList<Message>();
    if (!asked.instructions().isEmpty()) {
      all.add(Message.question(NOBODY, null, asked.instructions(), NOBODY, Instant.EPOCH));
    }
    for (var message : asked.messages().subList(0, asked.messages().size() - 1)) {
      var role = message instanceof ModelMessage.User ? Message.Role.USER : Message.Role.ASSISTANT;
      all.add(
          new Message(
              NOBODY,
              null,
              role,
              message.text(),
              Message.State.COMPLETE,
              Instant.EPOCH,
              null,
              null,
              List.of(),
              null,
              null,
              null));
    }
    return List.copyOf(all);
  }

  static ModelStream begin(
      AssistantModels.Needs needs,
      AssistantVersion assistant,
      Call call,
      ModelRequest asked,
      Consumer<ModelEvent> events) {
    var answer = new AssistantAnswer(needs, assistant, call, asked, events);
    answer.search();
    return answer;
  }

  private void search() {
    var said =
        earlier.stream()
            .map(message -> new Query.Said(message.role() == Message.Role.USER, message.text()))
            .toList();
    var passages = definition.passages(needs.settings().passages().in(call));
    var within = new Query.Within(definition.mayRead(), null);
    var query = new Query(asked.question(), said, within, Query.Mode.HYBRID, passages);
    needs
        .search()
        .find(call, query)
        .onSuccess(found -> context.runOnContext(_ -> judge(found)))
        .onFailure(failure -> context.runOnContext(_ -> failed(failure)));
  }

  /// What the program says, and what was found, as far as the rules let it go on.
  private void judge(List<Passage> found) {
    var asking = new Asking(asked.question(), new History(null, earlier), found);
    var standard = definition.route(needs.models().routes(call));
    needs
        .policing()
        .judge(call, Where.INPUT, answerer(standard), asking.said())
        .onSuccess(judged -> context.runOnContext(_ -> write(asking, judged, standard)))
        .onFailure(refusal -> context.runOnContext(_ -> denied(refusal)));
  }

  private void write(Asking asking, Judged judged, Route standard) {
    if (cancelled) {
      end(new ModelEvent.Finished(FinishReason.CANCELLED, Usage.of(0, 0)));
      return;
    }
    try {
      write(asking, judged.among(needs.models().routes(call)::find, standard), judged);
    } catch (PolicyProblem.Misrouted refusal) {
      denied(refusal);
    }
  }

  private void write(Asking asking, Route route, Judged judged) {
    var outgoing =
        new Outgoing(
            needs.policing().output(call, answerer(route)).orElse(null),
            judged.placeholders(),
            this::hear,
            this::stop);
    var allowed = asking.with(judged);
    var writer = new AnswerWriter(allowed.passages(), outgoing);
    model =
        needs
            .models()
            .open(
                call,
                route,
                request(allowed, route),
                event -> take(event, writer, outgoing, route));
    if (cancelled) {
      model.cancel();
    }
  }

  private ModelRequest request(Asking allowed, Route route) {
    var marker = needs.ids().next().toString().replace("-", "");
    var history = needs.settings().historyTokens().in(call);
    var prompt = Prompt.of(allowed, definition, marker, history);
    var most = definition.maxTokens(route);
    return new ModelRequest(
        "",
        prompt.instructions(),
        prompt.messages(),
        prompt.sources(),
        most == null ? asked.maxTokens() : Math.min(most, asked.maxTokens()),
        asked.temperature());
  }

  private void take(ModelEvent event, AnswerWriter writer, Outgoing outgoing, Route route) {
    switch (event) {
      case ModelEvent.Text(var delta) -> writer.write(delta);
      case ModelEvent.Thinking _ -> {} // not part of the answer
      case ModelEvent.Finished _, ModelEvent.Failed _ -> {
        writer.end();
        outgoing.end();
        needs.policing().redacted(outgoing.redactions());
        var hit = outgoing.denied();
        if (hit == null) {
          end(event);
        } else {
          denied(needs.policing().denied(call, answerer(route), hit));
        }
      }
      case ModelEvent.ToolCall _, ModelEvent.Cited _, ModelEvent.Bytes _ ->
          throw new IllegalStateException("nobody asked for tools or bytes");
    }
  }

  private Answerer answerer(Route route) {
    return new Answerer(route.name(), assistant);
  }

  private void stop() {
    if (model != null) {
      model.cancel();
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

  /// The caller is told in the words of the rules.
  private void denied(Throwable refusal) {
    if (!(refusal instanceof Problem problem)) {
      failed(refusal);
      return;
    }
    var body = Buffer.buffer(Json.text(OpenAiError.of(problem)));
    var told = new Refusal(problem.status(), body);
    end(
        new ModelEvent.Failed(
            new ProviderFailure(Kind.REJECTED, problem.detail(), null, told), Usage.of(0, 0)));
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
