package dev.parley.gateway.route;

import dev.parley.platform.redis.RedisServer;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which targets are left alone, where all replicas can read it. In one slot of a cluster.
final class RestStore {
  private static final String PREFIX = "parley:{rest}:";

  private final RedisServer redis;

  RestStore(RedisServer redis) {
    this.redis = redis;
  }

  Future<Void> put(String id, long millis) {
    return redis
        .send(Request.cmd(Command.SET, PREFIX + id, "1", "PX", Long.toString(millis)))
        .mapEmpty();
  }

  /// How much longer each rests, in milliseconds; those that do not are left out.
  Future<Map<String, Long>> find(List<String> ids) {
    var all = Request.cmd(Command.MGET);
    ids.forEach(id -> all.arg(PREFIX + id));
    return redis
        .send(all)
        .compose(found -> {
          var rests = new ConcurrentHashMap<String, Long>();
          var asked = new ArrayList<Future<?>>();
          for (var i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            if (found.get(i) != null) {
              asked.add(
                  redis
                      .send(Request.cmd(Command.PTTL, PREFIX + id))
                      .onSuccess(left -> rests.put(id, left.toLong())));
            }
          }
          return Future.join(asked).map(_ -> rests);
        });
  }
}
