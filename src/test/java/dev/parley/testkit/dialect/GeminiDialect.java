package dev.parley.testkit.dialect;

import dev.parley.testkit.Script;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/// `POST /v1beta/models/{model}:streamGenerateContent?alt=sse`: each event is a whole response.
public final class GeminiDialect implements Dialect {
  @Override
  public Script begin(int prompt, int cached) {
    return Script.stream();
  }

  @Override
  public void text(Script script, String text) {
    part(script, JsonObject.of("text", text));
  }

  @Override
  public void thinking(Script script, String text) {
    part(script, JsonObject.of("text", text, "thought", true));
  }

  @Override
  public void tool(Script script, int index, String id, String name, JsonObject arguments) {
    var call = JsonObject.of("id", id, "name", name, "args", arguments);
    part(script, JsonObject.of("functionCall", call));
  }

  private static void part(Script script, JsonObject part) {
    var content = JsonObject.of("role", "model", "parts", JsonArray.of(part));
    event(script, JsonObject.of("content", content, "index", 0), new JsonObject());
  }

  @Override
  public void finish(Script script, String reason, Counts counts) {
    var finish =
        switch (reason) {
          case "length" -> "MAX_TOKENS";
          case "content_filter" -> "SAFETY";
          default -> "STOP";
        };
    var usage =
        JsonObject.of(
            "promptTokenCount",
            counts.prompt(),
            "cachedContentTokenCount",
            counts.cached(),
            "candidatesTokenCount",
            counts.output(),
            "thoughtsTokenCount",
            counts.thoughts(),
            "totalTokenCount",
            counts.prompt() + counts.output() + counts.thoughts());
    var parts = JsonArray.of(JsonObject.of("text", ""));
    var content = JsonObject.of("role", "model", "parts", parts);
    event(script, JsonObject.of("content", content, "finishReason", finish, "index", 0), usage);
  }

  @Override
  public void error(Script script, Trouble trouble) {
    var _ = script.data(body(trouble, "words that are not shown").encode());
  }

  @Override
  public Script refusal(Trouble trouble, String message) {
    return Script.refusal(trouble.status(), body(trouble, message).encode());
  }

  private static JsonObject body(Trouble trouble, String message) {
    var status =
        switch (trouble) {
          case BAD_REQUEST, TOO_LONG -> "INVALID_ARGUMENT";
          case WRONG_KEY -> "UNAUTHENTICATED";
          case TOO_MANY, QUOTA -> "RESOURCE_EXHAUSTED";
          case OVERLOADED -> "UNAVAILABLE";
        };
    var words =
        trouble == Trouble.TOO_LONG
            ? "The input token count (1048577) exceeds the maximum number of tokens allowed"
            : message;
    var error = JsonObject.of("code", trouble.status(), "message", words, "status", status);
    if (trouble == Trouble.QUOTA) {
      var quota = JsonObject.of("quotaId", "GenerateRequestsPerDayPerProjectPerModel-FreeTier");
      var failure = JsonObject.of("@type", "type.googleapis.com/google.rpc.QuotaFailure");
      error.put("details", JsonArray.of(failure.put("violations", JsonArray.of(quota))));
    }
    return JsonObject.of("error", error);
  }

  private static void event(Script script, JsonObject candidate, JsonObject usage) {
    var response =
        JsonObject.of(
            "candidates",
            JsonArray.of(candidate),
            "usageMetadata",
            usage.put("trafficType", "ON_DEMAND"),
            "modelVersion",
            "gemini-test",
            "responseId",
            "r1");
    var _ = script.data(response.encode());
  }
}
