package dev.parley.identity.session;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.identity.account.Account;
import dev.parley.identity.session.SessionStore.Device;
import dev.parley.identity.session.SessionStore.NewSession;
import dev.parley.identity.session.SessionStore.NewToken;
import dev.parley.identity.token.Access;
import dev.parley.identity.token.AccessTokens;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Waits;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;

/// What every way in shares: a new session with its two tokens, and waiting within the call's time.
final class Doors {
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;
  private final SessionConfig config;
  private final Ids ids;
  private final InstantSource clock;
  private final Waits waits;

  Doors(
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      SessionConfig config,
      Ids ids,
      InstantSource clock) {
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
    this.waits = new Waits(clock);
  }

  Instant now() {
    return clock.instant();
  }

  UUID nextId() {
    return ids.next();
  }

  RefreshTokens refreshTokens() {
    return refreshTokens;
  }

  Opening open(UserId user, Device device) {
    var now = now();
    var token = refreshTokens.mint();
    var session =
        new NewSession(
            ids.next(), user, device, now, now.plus(config.longest()), stored(token, now));
    return new Opening(session, token);
  }

  NewToken stored(String token, Instant now) {
    return new NewToken(RefreshTokens.hash(token), now, now.plus(config.idle()));
  }

  Entered entered(Account account, UUID session, String refreshToken) {
    var role = account.role().name().toLowerCase(Locale.ROOT);
    var access = new Access(account.id(), account.workspace(), session, role);
    return new Entered(account, accessTokens.issue(access), refreshToken);
  }

  /// The same request in the workspace of whom it turned out to concern.
  static Call in(WorkspaceId workspace, Call call) {
    return call.as(new Caller.Parley(workspace));
  }

  /// Blocks a story until a future ends, within the call's time.
  <T> T await(Call call, Future<T> future) {
    return waits.on(call, future);
  }

  /// A session that is about to begin.
  record Opening(NewSession session, String token) {}

  /// How long sessions last.
  ///
  /// @param idle without use
  /// @param longest in any case
  public record SessionConfig(Duration idle, Duration longest) {}
}
