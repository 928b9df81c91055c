package dev.parley.identity.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.identity.session.SessionStore.Live;
import dev.parley.identity.token.AccessTokens;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// Tells who stands behind an access token, and whether their session goes on. Safe from any
/// thread.
///
/// A session that goes on is believed for five seconds without asking again, so who is signed out
/// by another replica is out within that time; in this process at once.
public final class LiveSessions {
  private static final Duration BELIEVED = Duration.ofSeconds(5);
  private static final int MOST_REMEMBERED = 50_000;

  private final AccessTokens tokens;
  private final SessionStore sessions;
  private final InstantSource clock;
  private final Cache<UUID, Live> known =
      Caffeine.newBuilder().expireAfterWrite(BELIEVED).maximumSize(MOST_REMEMBERED).build();

  LiveSessions(AccessTokens tokens, SessionStore sessions, InstantSource clock) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.clock = clock;
  }

  /// The person behind a token; empty when it is not good.
  public Future<Optional<Caller.Person>> identify(Call call, String token) {
    var access = tokens.check(token);
    if (access.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    var session = access.get().session();
    var here = Doors.in(access.get().workspace(), call);
    return find(here, session)
        .map(found ->
            found
                .filter(live -> live.user().equals(access.get().user()))
                .map(live ->
                    new Caller.Person(here.workspace(), live.user(), session, live.role())));
  }

  /// Whether somebody who came in a while ago still may; asked for streams that stay open.
  public Future<Boolean> goesOn(Call call, Caller.Person person) {
    return find(Doors.in(person.workspace(), call), person.session()).map(Optional::isPresent);
  }

  /// The session has ended or changed.
  public void forget(UUID session) {
    known.invalidate(session);
  }

  /// Sessions of somebody have ended; which ones is not known here.
  public void forgetAll() {
    known.invalidateAll();
  }

  private Future<Optional<Live>> find(Call call, UUID session) {
    var remembered = known.getIfPresent(session);
    if (remembered != null) {
      return Future.succeededFuture(Optional.of(remembered));
    }
    return sessions
        .live(call, session, clock.instant())
        .onSuccess(found -> found.ifPresent(live -> known.put(session, live)));
  }
}
