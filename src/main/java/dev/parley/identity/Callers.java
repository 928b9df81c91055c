package dev.parley.identity;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.identity.IdentityConfig.AnonymousAccess;
import dev.parley.identity.key.ApiKey;
import dev.parley.identity.key.Keys;
import dev.parley.identity.session.LiveSessions;
import dev.parley.platform.http.HttpProblem;
import io.vertx.core.Future;
import java.util.Optional;

/// Finds out who is asking. Safe from any thread.
public final class Callers {
  private static final String BEARER = "Bearer ";

  private final Keys keys;
  private final LiveSessions sessions;
  private final AnonymousAccess anonymous;
  private final WorkspaceId firstWorkspace;

  Callers(Keys keys, LiveSessions sessions, AnonymousAccess anonymous, WorkspaceId firstWorkspace) {
    this.keys = keys;
    this.sessions = sessions;
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
    var call = new Call(requestId, new Caller.Parley(firstWorkspace), deadline);
    var text = header.substring(BEARER.length()).strip();
    return ApiKey.looksLike(text)
        ? byKey(call, text, credentials.origin())
        : sessions
            .identify(call, text)
            .compose(person ->
                person
                    .<Future<Caller>>map(Future::succeededFuture)
                    .orElseGet(() -> refuse("You are signed out, or your time is over.")));
  }

  /// Whether somebody who came in a while ago still may; asked for streams that stay open.
  public Future<Boolean> goesOn(String requestId, Deadline deadline, Caller caller) {
    return caller instanceof Caller.Person person
        ? sessions.goesOn(new Call(requestId, caller, deadline), person)
        : Future.succeededFuture(true);
  }

  /// Requests per window of a caller that has a limit of its own.
  public Optional<Integer> limit(Caller caller) {
    return caller instanceof Caller.Key key ? keys.limit(key.keyId()) : Optional.empty();
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
        : refuse("Sign in, or send an API key: Authorization: Bearer sk_…");
  }

  private Future<Caller> byKey(Call call, String text, Optional<String> origin) {
    return ApiKey.parse(text)
        .map(key -> keys.identify(call, key, origin))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .compose(found ->
            found
                .<Future<Caller>>map(Future::succeededFuture)
                .orElseGet(
                    () -> refuse("This API key is not known, has expired, or was revoked.")));
  }

  private static <T> Future<T> refuse(String detail) {
    return Future.failedFuture(new HttpProblem.Unauthenticated(detail));
  }
}
