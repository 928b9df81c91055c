package dev.parley.identity;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.identity.IdentityConfig.AnonymousAccess;
import dev.parley.platform.http.HttpProblem;
import io.vertx.core.Future;
import java.security.MessageDigest;

/// Finds out who is asking. Safe from any thread.
public final class Callers {
  private static final String BEARER = "Bearer ";

  private final IdentityStore store;
  private final AnonymousAccess anonymous;
  private final WorkspaceId firstWorkspace;

  Callers(IdentityStore store, AnonymousAccess anonymous, WorkspaceId firstWorkspace) {
    this.store = store;
    this.anonymous = anonymous;
    this.firstWorkspace = firstWorkspace;
  }

  /// The caller behind the credentials. Fails with [HttpProblem.Unauthenticated] when credentials
  /// are given and wrong, or are needed and absent.
  ///
  /// @param requestId for the log
  public Future<Caller> identify(String requestId, Deadline deadline, Credentials credentials) {
    var header = credentials.authorization().orElse("");
    if (header.isEmpty()) {
      return withoutCredentials(credentials);
    }
    if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return refuse("Only bearer credentials are understood.");
    }
    return byKey(requestId, deadline, header.substring(BEARER.length()).strip());
  }

  private Future<Caller> withoutCredentials(Credentials credentials) {
    var allowed =
        switch (anonymous) {
          case OFF -> false;
          case LOCAL -> credentials.local();
          case ALL -> true;
        };
    return allowed
        ? Future.succeededFuture(new Caller.Anonymous(firstWorkspace, credentials.local()))
        : refuse("This needs an API key: Authorization: Bearer sk_…");
  }

  private Future<Caller> byKey(String requestId, Deadline deadline, String text) {
    var key = ApiKey.parse(text);
    if (key.isEmpty()) {
      return refuse("This is not an API key of this server.");
    }
    var nobody = new Caller.Parley(firstWorkspace);
    return store
        .findKey(new Call(requestId, nobody, deadline), key.get().id())
        .compose(found ->
            found
                .filter(row -> MessageDigest.isEqual(row.hash(), key.get().hash()))
                .<Future<Caller>>map(row ->
                    Future.succeededFuture(new Caller.Key(row.workspace(), row.user(), row.id())))
                .orElseGet(() -> refuse("This API key is not known, or was revoked.")));
  }

  private static <T> Future<T> refuse(String detail) {
    return Future.failedFuture(new HttpProblem.Unauthenticated(detail));
  }
}
