package dev.parley.identity.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.identity.key.KeyStore.KeyRow;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Tells who stands behind a key. Safe from any thread.
///
/// A key that was found is believed for five seconds without asking again; one that is revoked in
/// this process is not.
public final class Keys {
  private static final Log LOG = Log.of(Keys.class);
  private static final Duration BELIEVED = Duration.ofSeconds(5);
  private static final Duration USE_NOTED = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 10_000;

  private final KeyStore store;
  private final InstantSource clock;
  private final Cache<String, KeyRow> known =
      Caffeine.newBuilder().expireAfterWrite(BELIEVED).maximumSize(MOST_REMEMBERED).build();
  private final Cache<String, Instant> noted =
      Caffeine.newBuilder().expireAfterWrite(USE_NOTED).maximumSize(MOST_REMEMBERED).build();

  Keys(KeyStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// The caller behind a key; empty when the key is not good.
  ///
  /// @param origin of the page that uses it, where a browser says so
  public Future<Optional<Caller.Key>> identify(Call call, ApiKey key, Optional<String> origin) {
    return find(call, key.id())
        .map(found ->
            found
                .filter(row -> MessageDigest.isEqual(row.hash(), key.hash()))
                .filter(row -> mayUse(row, origin))
                .map(row -> {
                  note(call, row);
                  return new Caller.Key(
                      row.workspace(), row.user(), row.id(), row.role(), row.scopes());
                }));
  }

  /// A publishable key is no secret: only the pages it was made for may use it.
  private static boolean mayUse(KeyRow row, Optional<String> origin) {
    return row.kind() == ApiKey.Kind.SECRET || origin.filter(row.origins()::contains).isPresent();
  }

  /// Requests per window of the key, where it has a limit of its own.
  public Optional<Integer> limit(String id) {
    return Optional.ofNullable(known.getIfPresent(id)).map(KeyRow::requestsPerWindow);
  }

  void forget(String id) {
    known.invalidate(id);
  }

  private Future<Optional<KeyRow>> find(Call call, String id) {
    var remembered = known.getIfPresent(id);
    if (remembered != null) {
      return Future.succeededFuture(Optional.of(remembered));
    }
    return store
        .find(call, id, clock.instant())
        .onSuccess(found -> found.ifPresent(row -> known.put(id, row)));
  }

  /// Notes once a minute that the key is in use. Nobody waits for it.
  private void note(Call call, KeyRow row) {
    var now = clock.instant();
    if (noted.asMap().putIfAbsent(row.id(), now) == null) {
      var own = new Call(call.id(), new Caller.Parley(row.workspace()), call.deadline());
      store
          .used(own, row.id(), now)
          .onFailure(e -> LOG.warning(own, "use of a key not noted", "cause", e));
    }
  }
}
