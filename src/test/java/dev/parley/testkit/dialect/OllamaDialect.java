package dev.parley.testkit.dialect;

import dev.parley.testkit.Script;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/// `POST /api/chat`: lines of JSON.
public final class OllamaDialect implements Dialect {
  @Override
  public Script begin(int prompt, int cached) {
    return Script.empty().header("content-type", "application/x-ndjson");
  }

  @Override
  public void text(Script script, String text) {
    line(script, JsonObject.of("content", text));
  }

  @Override
  public void thinking(Script script, String text) {
    line(script, JsonObject.of("content", "", "thinking", text));
  }

  /// As older servers do: without a number.
  @Override
  public void tool(Script script, int index, String id, String name, JsonObject arguments) {
    var function = JsonObject.of("name", name, "arguments", arguments);
    var call = JsonObject.of("id", id, "function", function);
    line(script, JsonObject.of("content", "", "tool_calls", JsonArray.of(call)));
  }

  private static void line(Script script, JsonObject message) {
    var line =
        JsonObject.of(
            "model",
            "llama-test",
            "created_at",
            "2026-01-01T00:00:00.000Z",
            "message",
            message.put("role", "assistant"),
            "done",
            false);
    var _ = script.raw(line.encode() + "\n");
  }

  @Override
  public void finish(Script script, String reason, Counts counts) {
    var line =
        JsonObject.of(
                "model",
                "llama-test",
                "created_at",
                "2026-01-01T00:00:01.000Z",
                "message",
                JsonObject.of("role", "assistant", "content", ""),
                "done_reason",
                reason.equals("length") ? "length" : "stop",
                "done",
                true)
            .put("total_duration", 1_000_000)
            .put("prompt_eval_count", counts.prompt())
            .put("eval_count", counts.output() + counts.thoughts());
    var _ = script.raw(line.encode() + "\n");
  }

  @Override
  public void error(Script script, Trouble trouble) {
    var _ = script.raw("{\"error\":\"words that are not shown\"}\n");
  }

  @Override
  public Script refusal(Trouble trouble, String message) {
    var words = trouble == Trouble.TOO_LONG ? "input exceeds the context length" : message;
    return Script.refusal(trouble.status(), JsonObject.of("error", words).encode());
  }
}
