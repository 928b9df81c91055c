package dev.parley.gateway.route;

import dev.parley.platform.redis.RedisServer;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells other replicas which targets this one leaves alone, and hears of theirs: a hint, so that
/// in an outage all of them together probe as rarely as one would. What a replica has seen itself
/// counts first, and without Redis nothing else does. For one thread at a time.
public final class SharedRests {
  private static final int MOST = 1_000;
  private static final long WORTH_TELLING_MS = 500;

  private final Breakers breakers;
  private final RestStore store;
  private final InstantSource clock;
  private final Map<String, Long> told = new HashMap<>();

  public SharedRests(Breakers breakers, RedisServer redis, InstantSource clock) {
    this.breakers = breakers;
    this.store = new RestStore(redis);
    this.clock = clock;
  }

  /// Tells and hears what is new. To be called every second; never fails.
  public Future<Void> exchange() {
    var now = clock.millis();
    told.values().removeIf(until -> until < now);
    breakers.all().forEach((id, breaker) -> tell(id, now, breaker.waitMs(now)));
    var ids = breakers.all().keySet().stream().limit(MOST).toList();
    return ids.isEmpty() ? Future.succeededFuture() : hear(ids);
  }

  private void tell(String id, long now, long wait) {
    var until = now + wait;
    if (wait > WORTH_TELLING_MS && until > told.getOrDefault(id, 0L) + WORTH_TELLING_MS) {
      told.put(id, until);
      var _ = store.put(id, wait).onFailure(_ -> told.remove(id));
    }
  }

  private Future<Void> hear(List<String> ids) {
    return store
        .find(ids)
        .onSuccess(rests ->
            rests.forEach((id, left) -> {
              var now = clock.millis();
              told.merge(id, now + left, Math::max); // what was heard is not told again
              breakers.of(id).hear(now, left);
            }))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }
}
