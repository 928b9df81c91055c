package dev.parley.gateway.translate;

import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.metering.usage.Usage;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// An answer in OpenAI's form: as events, or whole.
final class WriteAnswer {
  private final String id;
  private final String model;
  private final WireRequest request;
  private final Consumer<ModelEvent> events;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder thoughts = new StringBuilder();
  private final SortedMap<Integer, Use> uses = new TreeMap<>();
  private final JsonArray annotations = new JsonArray();
  private final long created;
  private boolean begun;

  /// @param created seconds since 1970
  WriteAnswer(
      String id, long created, String model, WireRequest request, Consumer<ModelEvent> events) {
    this.created = created;
    this.id = "chatcmpl-" + id;
    this.model = model;
    this.request = request;
    this.events = events;
  }

  void take(ModelEvent event) {
    switch (event) {
      case ModelEvent.Text(var delta) -> {
        text.append(request.streaming() ? "" : delta);
        piece(() -> JsonObject.of("content", delta));
      }
      case ModelEvent.Thinking(var delta) -> {
        thoughts.append(request.streaming() ? "" : delta);
        piece(() -> JsonObject.of("reasoning_content", delta));
      }
      case ModelEvent.ToolCall tool -> {
        if (!request.streaming()) {
          uses.computeIfAbsent(tool.index(), _ -> new Use(tool)).add(tool);
        }
        piece(() -> JsonObject.of("tool_calls", JsonArray.of(delta(tool))));
      }
      case ModelEvent.Cited cited -> {
        if (!request.streaming()) {
          annotations.add(json(cited));
        }
        piece(() -> JsonObject.of("annotations", JsonArray.of(json(cited))));
      }
      case ModelEvent.Finished(var reason, var usage, var _) -> {
        if (reason != FinishReason.CANCELLED) {
          finish(reason, usage);
        }
        events.accept(event);
      }
      case ModelEvent.Failed _, ModelEvent.Bytes _ -> events.accept(event);
    }
  }

  private void piece(Supplier<JsonObject> said) {
    if (!request.streaming()) {
      return;
    }
    var delta = new JsonObject();
    if (!begun) {
      delta.put("role", "assistant");
      begun = true;
    }
    tell(chunk(choice("delta", delta.mergeIn(said.get())).putNull("finish_reason")), true);
  }

  private static JsonObject json(ModelEvent.Cited cited) {
    var place =
        JsonObject.of(
            "start_index", cited.start(),
            "end_index", cited.end(),
            "title", cited.title(),
            "url", cited.url());
    return JsonObject.of("type", "url_citation", "url_citation", place);
  }

  private static JsonObject delta(ModelEvent.ToolCall tool) {
    var call = JsonObject.of("index", tool.index());
    var function = new JsonObject();
    if (!tool.id().isEmpty()) {
      call.put("id", tool.id()).put("type", "function");
      function.put("name", tool.name());
    }
    return call.put("function", function.put("arguments", tool.argumentsDelta()));
  }

  private void finish(FinishReason reason, Usage usage) {
    if (request.streaming()) {
      tell(chunk(choice("delta", new JsonObject()).put("finish_reason", name(reason))), begun);
      if (request.wantsUsage()) {
        tell(envelope("chat.completion.chunk", new JsonArray()).put("usage", json(usage)), true);
      }
      return;
    }
    var choice =
        choice("message", message()).putNull("logprobs").put("finish_reason", name(reason));
    var whole = envelope("chat.completion", JsonArray.of(choice)).put("usage", json(usage));
    events.accept(new ModelEvent.Bytes(whole.toBuffer(), true));
  }

  private JsonObject message() {
    var silent = text.isEmpty() && !uses.isEmpty();
    var message =
        new JsonObject()
            .put("role", "assistant")
            .put("content", silent ? null : text.toString())
            .putNull("refusal");
    if (!thoughts.isEmpty()) {
      message.put("reasoning_content", thoughts.toString());
    }
    if (!annotations.isEmpty()) {
      message.put("annotations", annotations);
    }
    if (!uses.isEmpty()) {
      var calls = new JsonArray();
      uses.values().forEach(use -> calls.add(use.json()));
      message.put("tool_calls", calls);
    }
    return message;
  }

  private void tell(JsonObject data, boolean content) {
    var event = Buffer.buffer("data: ").appendBuffer(data.toBuffer()).appendString("\n\n");
    events.accept(new ModelEvent.Bytes(event, content));
  }

  private JsonObject chunk(JsonObject choice) {
    return envelope("chat.completion.chunk", JsonArray.of(choice));
  }

  private JsonObject envelope(String object, JsonArray choices) {
    return new JsonObject()
        .put("id", id)
        .put("object", object)
        .put("created", created)
        .put("model", model)
        .put("choices", choices);
  }

  private static JsonObject choice(String name, JsonObject content) {
    return new JsonObject().put("index", 0).put(name, content);
  }

  private static JsonObject json(Usage usage) {
    return new JsonObject()
        .put("prompt_tokens", usage.totalInput())
        .put("completion_tokens", usage.totalOutput())
        .put("total_tokens", usage.totalInput() + usage.totalOutput())
        .put("prompt_tokens_details", new JsonObject().put("cached_tokens", usage.cacheRead()))
        .put(
            "completion_tokens_details",
            new JsonObject().put("reasoning_tokens", usage.reasoning()));
  }

  private static String name(FinishReason reason) {
    return switch (reason) {
      case STOP, CANCELLED -> "stop";
      case LENGTH -> "length";
      case TOOL_CALLS -> "tool_calls";
      case CONTENT_FILTER -> "content_filter";
    };
  }

  /// A tool call that is being collected.
  private static final class Use {
    private final String id;
    private final String name;
    private final StringBuilder arguments = new StringBuilder();

    Use(ModelEvent.ToolCall first) {
      id = first.id();
      name = first.name();
    }

    void add(ModelEvent.ToolCall piece) {
      arguments.append(piece.argumentsDelta());
    }

    JsonObject json() {
      var function = JsonObject.of("name", name, "arguments", arguments.toString());
      return JsonObject.of("id", id, "type", "function", "function", function);
    }
  }
}
