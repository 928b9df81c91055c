package dev.parley.tools.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.mcp.client.McpCallContext;
import dev.langchain4j.mcp.client.transport.McpOperationHandler;
import dev.langchain4j.mcp.client.transport.McpTransport;
import dev.langchain4j.mcp.protocol.McpClientMessage;
import dev.langchain4j.mcp.protocol.McpInitializationNotification;
import dev.langchain4j.mcp.protocol.McpInitializeRequest;
import dev.parley.tools.tool.ToolProblem;
import java.util.concurrent.CompletableFuture;

/// What LangChain4j's client of the protocol speaks through, on a wire of ours.
final class ToolTransport implements McpTransport {
  /// Its messages are written as its own transports write them.
  private static final ObjectMapper MESSAGES = new ObjectMapper();

  private final Wire wire;
  private final Incoming incoming = new Incoming();

  ToolTransport(Wire wire) {
    this.wire = wire;
  }

  Incoming incoming() {
    return incoming;
  }

  boolean isBroken() {
    return wire.isBroken();
  }

  @Override
  public void start(McpOperationHandler handler) {
    incoming.start(handler);
    wire.open(incoming);
  }

  @Override
  public CompletableFuture<JsonNode> initialize(McpInitializeRequest request) {
    return executeOperationWithResponse(request)
        .thenCompose(answer -> {
          wire.agreed(answer.path("result").path("protocolVersion").asText());
          return wire.send(text(new McpInitializationNotification())).thenApply(_ -> answer);
        });
  }

  @Override
  public CompletableFuture<JsonNode> executeOperationWithResponse(McpClientMessage message) {
    var answer = incoming.expect(message.getId());
    var _ =
        wire.send(text(message))
            .exceptionally(failure -> {
              answer.completeExceptionally(failure);
              return null;
            });
    return answer;
  }

  @Override
  public CompletableFuture<JsonNode> executeOperationWithResponse(McpCallContext context) {
    return executeOperationWithResponse(context.message());
  }

  @Override
  public void executeOperationWithoutResponse(McpClientMessage message) {
    var _ = wire.send(text(message)); // where it does not arrive, the next use finds out
  }

  @Override
  public void executeOperationWithoutResponse(McpCallContext context) {
    executeOperationWithoutResponse(context.message());
  }

  @Override
  public void checkHealth() {
    if (wire.isBroken()) {
      throw new ToolProblem.Broken("The server is gone.");
    }
  }

  /// Nobody is told: the next use opens another connection.
  @Override
  public void onFailure(Runnable action) {}

  @Override
  public void close() {
    wire.close();
  }

  private static String text(McpClientMessage message) {
    try {
      return MESSAGES.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("messages are JSON", e);
    }
  }
}
