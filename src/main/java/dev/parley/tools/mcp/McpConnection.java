package dev.parley.tools.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.exception.ToolExecutionException;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.parley.platform.http.Problem;
import dev.parley.platform.observe.Log;
import dev.parley.tools.tool.ArgumentSchema;
import dev.parley.tools.tool.Arguments;
import dev.parley.tools.tool.McpServer;
import dev.parley.tools.tool.Outcome;
import dev.parley.tools.tool.SchemaFault;
import dev.parley.tools.tool.ToolProblem;
import dev.parley.tools.tool.Visible;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One server: opened when it is first needed, and anew when it broke. Its methods block; safe from
/// any thread that may.
final class McpConnection {
  private static final Log LOG = Log.of(McpConnection.class);
  private static final Duration HELLO = Duration.ofSeconds(30);
  private static final int LONGEST_DESCRIPTION = 1_000;

  private final McpServer server;
  private final Supplier<Wire> wires;
  private final ReentrantLock opening = new ReentrantLock();
  private @Nullable Open open;

  private record Open(DefaultMcpClient client, ToolTransport transport) {}

  McpConnection(McpServer server, Supplier<Wire> wires) {
    this.server = server;
    this.wires = wires;
  }

  boolean isFor(McpServer other) {
    return server.equals(other);
  }

  /// What the server offers now. Throws a [ToolProblem].
  List<Listed> list() {
    return with(open -> {
      var all = new ArrayList<Listed>();
      for (var one : open.client().listTools()) {
        var raw = open.transport().incoming().tool(one.name());
        all.add(listed(one.name(), raw == null ? JsonNodeFactory.instance.objectNode() : raw));
      }
      return List.copyOf(all);
    });
  }

  /// Uses a tool. What the server says about it that is not good is an outcome too.
  Outcome use(String remote, Arguments arguments) {
    var request = ToolExecutionRequest.builder().name(remote).arguments(arguments.text()).build();
    return with(open -> {
      try {
        var result = open.client().executeTool(request);
        var text = result.resultText() == null ? "" : result.resultText();
        return result.isError() ? Outcome.failed(text) : Outcome.ok(text);
      } catch (ToolExecutionException e) {
        if (problem(e) instanceof ToolProblem.Broken broken) {
          throw broken;
        }
        return Outcome.failed(String.valueOf(e.getMessage()));
      }
    });
  }

  void close() {
    opening.lock();
    try {
      var old = open;
      open = null;
      if (old != null) {
        old.client().close();
      }
    } catch (RuntimeException e) {
      LOG.debug("a server was not closed in order", "name", server.name(), "cause", e);
    } finally {
      opening.unlock();
    }
  }

  /// A server that has forgotten us did not do what it was asked: it is asked once more.
  private <T> T with(Function<Open, T> work) {
    var first = opened();
    try {
      return work.apply(first);
    } catch (RuntimeException e) {
      if (!first.transport().isBroken()) {
        throw problem(e);
      }
    }
    try {
      return work.apply(opened());
    } catch (RuntimeException e) {
      throw problem(e);
    }
  }

  private Open opened() {
    opening.lock();
    try {
      var known = open;
      if (known != null && !known.transport().isBroken()) {
        return known;
      }
      close();
      var transport = new ToolTransport(wires.get());
      try {
        var made = new Open(client(transport), transport);
        open = made;
        return made;
      } catch (RuntimeException e) {
        transport.close();
        throw problem(e);
      }
    } finally {
      opening.unlock();
    }
  }

  private static DefaultMcpClient client(ToolTransport transport) {
    return DefaultMcpClient.builder()
        .transport(transport)
        .clientName("parley")
        .clientVersion("1")
        .initializationTimeout(HELLO)
        .toolExecutionTimeout(Incoming.PATIENCE.plusSeconds(1))
        .autoHealthCheck(false)
        .cacheToolList(false)
        .logHandler(_ -> {})
        .build();
  }

  private Listed listed(String name, JsonNode raw) {
    var said = Visible.text(raw.path("description").asText());
    var description =
        said.length() > LONGEST_DESCRIPTION ? said.substring(0, LONGEST_DESCRIPTION) : said;
    var readOnly = raw.path("annotations").path("readOnlyHint").asBoolean();
    try {
      var schema = ArgumentSchema.of(raw.path("inputSchema"));
      return new Listed(name, description, readOnly, schema, null);
    } catch (SchemaFault fault) {
      var why = "Its schema " + fault.why() + ".";
      return new Listed(name, description, readOnly, ArgumentSchema.none(), why);
    }
  }

  /// What the client wraps in its own exceptions.
  private static RuntimeException problem(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ToolProblem known) {
        return known;
      }
      if (cause instanceof Problem known) {
        return new ToolProblem.Broken(known.detail());
      }
      if (cause instanceof TimeoutException) {
        return new ToolProblem.Broken("The server did not answer in time.");
      }
    }
    LOG.debug("a server of tools failed", "cause", failure);
    return new ToolProblem.Broken("The server does not answer as the protocol says.");
  }
}
