package dev.parley.testkit.dialect;

import dev.parley.testkit.Script;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/// `POST /v1/messages` with `stream`: named events.
public final class AnthropicDialect implements Dialect {
  private int block;

  @Override
  public Script begin(int prompt, int cached) {
    block = 0;
    var usage =
        JsonObject.of(
            "input_tokens",
            prompt - cached,
            "cache_creation_input_tokens",
            0,
            "cache_read_input_tokens",
            cached,
            "output_tokens",
            1);
    var message =
        JsonObject.of("id", "msg_1", "type", "message", "role", "assistant", "model", "claude-test")
            .put("content", new JsonArray())
            .putNull("stop_reason")
            .put("usage", usage);
    var script = Script.stream();
    event(script, JsonObject.of("type", "message_start", "message", message));
    event(script, JsonObject.of("type", "ping"));
    return script;
  }

  @Override
  public void text(Script script, String text) {
    block(
        script,
        JsonObject.of("type", "text", "text", ""),
        JsonObject.of("type", "text_delta", "text", text));
  }

  @Override
  public void thinking(Script script, String text) {
    block(
        script,
        JsonObject.of("type", "thinking", "thinking", "", "signature", ""),
        JsonObject.of("type", "thinking_delta", "thinking", text));
  }

  @Override
  public void tool(Script script, int index, String id, String name, JsonObject arguments) {
    block(
        script,
        JsonObject.of("type", "tool_use", "id", id, "name", name, "input", new JsonObject()),
        JsonObject.of("type", "input_json_delta", "partial_json", arguments.encode()));
  }

  private void block(Script script, JsonObject start, JsonObject delta) {
    event(
        script,
        JsonObject.of("type", "content_block_start", "index", block, "content_block", start));
    event(script, JsonObject.of("type", "content_block_delta", "index", block, "delta", delta));
    event(script, JsonObject.of("type", "content_block_stop", "index", block));
    block++;
  }

  @Override
  public void finish(Script script, String reason, Counts counts) {
    var stop =
        switch (reason) {
          case "length" -> "max_tokens";
          case "tool_calls" -> "tool_use";
          case "content_filter" -> "refusal";
          default -> "end_turn";
        };
    var written = counts.output() + counts.thoughts();
    event(
        script,
        JsonObject.of(
            "type",
            "message_delta",
            "delta",
            JsonObject.of("stop_reason", stop),
            "usage",
            JsonObject.of("output_tokens", written)));
    event(script, JsonObject.of("type", "message_stop"));
  }

  @Override
  public void error(Script script, Trouble trouble) {
    event(script, body(trouble, "words that are not shown"));
  }

  @Override
  public Script refusal(Trouble trouble, String message) {
    var status = trouble == Trouble.OVERLOADED ? 529 : trouble.status();
    return Script.refusal(trouble == Trouble.QUOTA ? 402 : status, body(trouble, message).encode());
  }

  private static JsonObject body(Trouble trouble, String message) {
    var type =
        switch (trouble) {
          case BAD_REQUEST, TOO_LONG -> "invalid_request_error";
          case WRONG_KEY -> "authentication_error";
          case TOO_MANY -> "rate_limit_error";
          case QUOTA -> "billing_error";
          case OVERLOADED -> "overloaded_error";
        };
    var words =
        trouble == Trouble.TOO_LONG ? "prompt is too long: 200001 tokens > 200000" : message;
    return JsonObject.of("type", "error", "error", JsonObject.of("type", type, "message", words));
  }

  private static void event(Script script, JsonObject data) {
    var _ = script.raw("event: " + data.getString("type") + "\ndata: " + data.encode() + "\n\n");
  }
}
