package dev.parley.identity;

import dev.parley.call.Call;
import dev.parley.identity.key.Secrets;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/// The link to set up the first owner: printed at the start, good once.
public final class Setup {
  private final IdentityStore store;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Setup(IdentityStore store, InstantSource clock) {
    this.store = store;
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
          var token = Secrets.mint(random);
          return store
              .putSetupToken(call, Secrets.sha256(token), clock.instant())
              .map(Optional.of(token));
        });
  }
}
