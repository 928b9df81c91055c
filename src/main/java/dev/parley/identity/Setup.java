package dev.parley.identity;

import dev.parley.call.Call;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.identity.IdentityStore.KeyRow;
import dev.parley.identity.IdentityStore.Owner;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.ids.Ids;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/// The set-up of the first owner by a link that is printed at the start and works once.
public final class Setup {
  private static final int TOKEN_LETTERS = 43;

  private final IdentityStore store;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Setup(IdentityStore store, Ids ids, InstantSource clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  /// A fresh token while the workspace has no owner; the token of an earlier start stops working.
  public Future<Optional<String>> offer(Call call) {
    return store
        .workspace(call)
        .compose(workspace -> {
          if (workspace.hasOwner()) {
            return Future.succeededFuture(Optional.empty());
          }
          var token = ApiKey.letters(random, TOKEN_LETTERS);
          return store
              .putSetupToken(call, ApiKey.sha256(token), clock.instant())
              .map(Optional.of(token));
        });
  }

  /// Makes the owner and their first key. Fails with [HttpProblem.Forbidden] when the token was
  /// used, or replaced by a later start.
  Future<Made> setUp(Call call, String token, Owner owner) {
    var key = ApiKey.mint(random);
    var user = new UserId(ids.next());
    var row = new KeyRow(key.id(), call.workspace(), user, key.hash());
    return store
        .setUp(call, ApiKey.sha256(token), owner, row, clock.instant())
        .compose(done ->
            done
                ? Future.succeededFuture(new Made(call.workspace(), user, key.text()))
                : Future.failedFuture(
                    new HttpProblem.Forbidden(
                        "This set-up link was used, or replaced by a later start. "
                            + "Start the server again to get a new one.")));
  }

  /// The new owner, and their key: the only time it is seen.
  record Made(WorkspaceId workspaceId, UserId userId, String apiKey) {}
}
