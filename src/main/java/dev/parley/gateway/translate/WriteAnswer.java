package dev.parley.gateway.translate;

import dev.parley.gateway.spi.FinishReason;
import dev.parley.gateway.spi.ModelEvent;
import dev.parley.gateway.spi.WireRequest;
import dev.parley.metering.usage.Usage;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;

/// An answer in OpenAI's form: as events, or whole.
final class WriteAnswer {
  private final String id;
  private final String model;
  private final WireRequest request;
  private final Consumer<ModelEvent> events;
  private final StringBuilder text = new StringBuilder();
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
      case ModelEvent.Text(var delta) -> text(delta);
      case ModelEvent.Finished(var reason, var usage) -> {
        if (reason != FinishReason.CANCELLED) {
          finish(reason, usage);
        }
        events.accept(event);
      }
      case ModelEvent.Failed _, ModelEvent.Bytes _ -> events.accept(event);
    }
  }

  private void text(String delta) {
    if (!request.streaming()) {
      text.append(delta);
      return;
    }
    var content = new JsonObject();
    if (!begun) {
      content.put("role", "assistant");
      begun = true;
    }
    tell(chunk(choice("delta", content.put("content", delta)).putNull("finish_reason")), true);
  }

  private void finish(FinishReason reason, Usage usage) {
    if (request.streaming()) {
      tell(chunk(choice("delta", new JsonObject()).put("finish_reason", name(reason))), begun);
      if (request.wantsUsage()) {
        tell(envelope("chat.completion.chunk", new JsonArray()).put("usage", json(usage)), true);
      }
      return;
    }
    var message =
        new JsonObject()
            .put("role", "assistant")
            .put("content", text.toString())
            .putNull("refusal");
    var choice = choice("message", message).putNull("logprobs").put("finish_reason", name(reason));
    var whole = envelope("chat.completion", JsonArray.of(choice)).put("usage", json(usage));
    events.accept(new ModelEvent.Bytes(whole.toBuffer(), true));
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
      case CONTENT_FILTER -> "content_filter";
    };
  }
}
