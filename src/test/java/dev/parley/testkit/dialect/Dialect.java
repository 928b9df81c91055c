package dev.parley.testkit.dialect;

import dev.parley.testkit.Script;
import io.vertx.core.json.JsonObject;

/// One provider's way of writing a stream. Each method writes on; a script begins with [#begin].
public interface Dialect {

  /// The beginning, with what was read where it stands there.
  Script begin(int prompt, int cached);

  void text(Script script, String text);

  void thinking(Script script, String text);

  /// A call of a tool, whole.
  void tool(Script script, int index, String id, String name, JsonObject arguments);

  /// The end of a whole answer.
  ///
  /// @param reason as in OpenAI's protocol: `stop`, `length`, `tool_calls` or `content_filter`
  void finish(Script script, String reason, Counts counts);

  /// An error inside the stream.
  void error(Script script, Trouble trouble);

  /// What an answer with that status says.
  Script refusal(Trouble trouble, String message);

  /// Which of its errors: the usual classes.
  enum Trouble {
    BAD_REQUEST(400),
    TOO_LONG(400),
    WRONG_KEY(401),
    TOO_MANY(429),
    QUOTA(429),
    OVERLOADED(503);

    private final int status;

    Trouble(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  /// What is counted at the end.
  record Counts(int prompt, int cached, int output, int thoughts) {}
}
