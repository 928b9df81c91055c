package dev.parley.tools.mcp;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.http.SseDecoder;
import dev.parley.platform.http.outbound.Fetched;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.http.outbound.OutboundRequest;
import dev.parley.tools.http.HttpTool;
import dev.parley.tools.tool.ToolProblem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The protocol's streamable HTTP, by the guarded way out: each message is a request whose answer
/// is read whole, as one message or as events. A stream that a server would begin by itself is not
/// asked for.
final class HttpWire implements Wire {

  /// How servers say that they do not know the session any more: by the protocol, and in practice.
  private static final Set<Integer> GONE = Set.of(400, 404);

  private final Outbound outbound;
  private final InstantSource clock;
  private final WorkspaceId workspace;
  private final String url;
  private final Map<String, String> credential;
  private volatile @Nullable Incoming incoming;
  private volatile String session = "";
  private volatile String version = "";
  private volatile boolean broken;

  HttpWire(
      Outbound outbound,
      InstantSource clock,
      WorkspaceId workspace,
      String url,
      Map<String, String> credential) {
    this.outbound = outbound;
    this.clock = clock;
    this.workspace = workspace;
    this.url = url;
    this.credential = credential;
  }

  @Override
  public void open(Incoming incoming) {
    this.incoming = incoming;
  }

  @Override
  public CompletableFuture<Void> send(String json) {
    return outbound
        .send(call(), request(HttpMethod.POST, Buffer.buffer(json)), HttpTool.LIMITS)
        .<Void>map(fetched -> {
          take(fetched);
          return null;
        })
        .toCompletionStage()
        .toCompletableFuture();
  }

  @Override
  public void agreed(String version) {
    this.version = version.matches("[0-9-]{1,20}") ? version : "";
  }

  @Override
  public boolean isBroken() {
    return broken;
  }

  @Override
  public void close() {
    broken = true;
    if (!session.isEmpty()) {
      // So that the server can forget it; one that does not hear of it forgets it by itself.
      var _ = outbound.send(call(), request(HttpMethod.DELETE, Buffer.buffer()), HttpTool.LIMITS);
    }
  }

  private OutboundRequest request(HttpMethod method, Buffer body) {
    var headers = new HashMap<>(credential);
    headers.put("accept", "application/json, text/event-stream");
    if (body.length() > 0) {
      headers.put("content-type", "application/json");
    }
    if (!session.isEmpty()) {
      headers.put("mcp-session-id", session);
    }
    if (!version.isEmpty()) {
      headers.put("mcp-protocol-version", version);
    }
    return new OutboundRequest(method, url, headers, body, true);
  }

  private void take(Fetched fetched) {
    if (!fetched.ok()) {
      broken = broken || (!session.isEmpty() && GONE.contains(fetched.status()));
      throw new ToolProblem.Broken("The server answered with status " + fetched.status() + ".");
    }
    var given = fetched.headers().get("mcp-session-id");
    if (given != null && session.isEmpty()) {
      session = given;
    }
    if (fetched.body().length() == 0) {
      return;
    }
    switch (fetched.mediaType()) {
      case "application/json" -> message(fetched.body().toString(StandardCharsets.UTF_8));
      case "text/event-stream" -> events(fetched.body());
      case null, default ->
          throw new ToolProblem.Broken("The server answered with what is not of the protocol.");
    }
  }

  private void events(Buffer body) {
    try {
      var _ =
          new SseDecoder(
                  (_, data, length) -> {
                    if (length > 0) {
                      message(new String(data, 0, length, StandardCharsets.UTF_8));
                    }
                    return true;
                  })
              .push(body.getBytes());
    } catch (SseDecoder.TooLong _) {
      throw new ToolProblem.Broken("The server answered with an event that is too long.");
    }
  }

  private void message(String json) {
    var reader = incoming;
    if (reader != null) {
      reader.take(json);
    }
  }

  private Call call() {
    return new Call("mcp", new Caller.Parley(workspace), Deadline.after(clock, Incoming.PATIENCE));
  }
}
