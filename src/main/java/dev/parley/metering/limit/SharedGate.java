package dev.parley.metering.limit;

import dev.parley.platform.ids.Ids;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Counts those inside for all replicas together. Who is inside of a replica that died is forgotten
/// after twenty seconds. While Redis is away each replica counts for itself, with its share.
final class SharedGate implements Gate {
  private static final Log LOG = Log.of(SharedGate.class);
  private static final Duration BELIEVED = Duration.ofSeconds(20);

  private final GateStore store;
  private final Gate alone;
  private final int replicas;
  private final Ids ids;
  private final Set<Inside> inside = ConcurrentHashMap.newKeySet();

  SharedGate(GateStore store, Gate alone, int replicas, Ids ids) {
    this.store = store;
    this.alone = alone;
    this.replicas = replicas;
    this.ids = ids;
  }

  @Override
  public Future<Optional<Pass>> enter(String subject, int most) {
    var pass = new Inside(subject, ids.next().toString(), most);
    return store
        .enter(subject, pass.id(), most, BELIEVED)
        .map(entered -> entered ? Optional.of(pass(pass)) : Optional.<Pass>empty())
        .recover(_ -> alone.enter(subject, Math.max(1, most / replicas)));
  }

  private Pass pass(Inside pass) {
    inside.add(pass);
    return () -> {
      if (inside.remove(pass)) {
        var _ =
            store
                .leave(pass.subject(), pass.id())
                .onFailure(e -> LOG.debug("somebody is believed inside a while", "cause", e));
      }
    };
  }

  @Override
  public void renew() {
    for (var pass : inside) {
      var _ =
          store
              .enter(pass.subject(), pass.id(), pass.most(), BELIEVED)
              .onFailure(e -> LOG.debug("somebody inside is not renewed", "cause", e));
    }
  }

  private record Inside(String subject, String id, int most) {}
}
