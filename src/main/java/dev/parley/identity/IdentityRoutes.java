package dev.parley.identity;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.WorkspaceId;
import dev.parley.identity.IdentityStore.Owner;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import io.vertx.core.Future;
import java.util.UUID;

/// Operations that make people and workspaces.
final class IdentityRoutes implements RouteGroup {
  private final Setup setup;
  private final WorkspaceId firstWorkspace;

  IdentityRoutes(Setup setup, WorkspaceId firstWorkspace) {
    this.setup = setup;
    this.firstWorkspace = firstWorkspace;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("setUp", this::setUp);
  }

  private Future<Answer> setUp(Request request) {
    var body = request.body(SetUp.class);
    var call = request.call();
    var asParley = new Call(call.id(), new Caller.Parley(firstWorkspace), call.deadline());
    var owner = new Owner(body.workspaceName(), body.ownerName(), body.ownerEmail());
    return setup
        .setUp(asParley, body.token(), owner)
        .map(made ->
            Answer.created(
                new MadeView(made.workspaceId().value(), made.userId().value(), made.apiKey())));
  }

  private record SetUp(String token, String workspaceName, String ownerName, String ownerEmail) {}

  private record MadeView(UUID workspaceId, UUID userId, String apiKey) {}
}
