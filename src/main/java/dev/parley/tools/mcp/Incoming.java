package dev.parley.tools.mcp;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.mcp.client.transport.McpOperationHandler;
import dev.parley.tools.tool.ToolProblem;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What a server says, on its way to LangChain4j's client. Keeps the tools of the last list as the
/// server wrote them: the client's own types have no words for most of JSON Schema. Safe from any
/// thread.
final class Incoming {
  /// For one answer.
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final int DEEPEST = 64;
  private static final int MOST_TOOLS = 500;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .build();

  private final Map<String, JsonNode> tools = new ConcurrentHashMap<>();
  private volatile @Nullable McpOperationHandler handler;

  void start(McpOperationHandler handler) {
    this.handler = handler;
  }

  /// The answer to the message with this id; fails after [#PATIENCE].
  CompletableFuture<JsonNode> expect(long id) {
    var answer = new CompletableFuture<JsonNode>();
    requireNonNull(handler, "started").startOperation(id, answer);
    return answer.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Takes one message, or a list of them.
  ///
  /// @throws ToolProblem.Broken when it is neither
  void take(String json) {
    JsonNode read;
    try {
      read = JSON.readTree(json);
    } catch (JsonProcessingException _) {
      throw new ToolProblem.Broken("The server says what is no message of the protocol.");
    }
    if (read.isArray()) {
      read.forEach(this::take);
    } else if (read.isObject()) {
      take(read);
    }
  }

  /// A tool of the last list, as the server wrote it; null for none.
  @Nullable JsonNode tool(String name) {
    return tools.get(name);
  }

  private void take(JsonNode message) {
    for (var tool : message.path("result").path("tools")) {
      var name = tool.path("name").asText();
      if (!name.isEmpty() && (tools.size() < MOST_TOOLS || tools.containsKey(name))) {
        tools.put(name, tool);
      }
    }
    requireNonNull(handler, "started").handle(message);
  }
}
