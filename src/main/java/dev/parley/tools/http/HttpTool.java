package dev.parley.tools.http;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.config.ByteSize;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.outbound.FetchLimits;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.seal.Place;
import dev.parley.platform.seal.SealedColumn;
import dev.parley.platform.seal.Sealer;
import dev.parley.tools.tool.Arguments;
import dev.parley.tools.tool.Credential;
import dev.parley.tools.tool.Outcome;
import dev.parley.tools.tool.Tool.Does.Http;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sends the requests of tools, by the guarded way out. Safe from any thread.
public final class HttpTool {
  /// What is sent along with requests.
  public static final SealedColumn CREDENTIALS =
      new SealedColumn("tool", "auth_sealed", "tool credentials");

  /// What one use of a tool may cost.
  public static final FetchLimits LIMITS =
      new FetchLimits(ByteSize.parse("1MiB"), Duration.ofSeconds(15), Duration.ofSeconds(2));

  private final Outbound outbound;
  private final Sealer sealer;

  public HttpTool(Outbound outbound, Sealer sealer) {
    this.outbound = outbound;
    this.sealer = sealer;
  }

  /// Where the credential of a tool stands.
  public static Place place(WorkspaceId workspace, UUID tool) {
    return CREDENTIALS.place(workspace, tool);
  }

  /// Uses a tool. What a server does wrong is an outcome, not a failure.
  public Future<Outcome> use(Call call, UUID id, Http http, Arguments arguments) {
    var request =
        WriteRequest.of(http.target(), arguments, credential(call, id, http.credential()));
    return outbound
        .send(call, request, LIMITS)
        .map(ReadReply::of)
        .recover(failure ->
            failure instanceof Problem problem
                ? Future.succeededFuture(Outcome.failed(problem.detail()))
                : Future.failedFuture(failure));
  }

  private Map<String, String> credential(Call call, UUID id, @Nullable Credential credential) {
    return credential == null
        ? Map.of()
        : Map.of(
            credential.header(), sealer.openText(credential.sealed(), place(call.workspace(), id)));
  }
}
