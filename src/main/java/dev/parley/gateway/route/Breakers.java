package dev.parley.gateway.route;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The breakers of this process, by the name of their target and key. Routes come and go; what is
/// known of a target stays. Safe from any thread.
public final class Breakers {
  private final Map<String, Breaker> all = new ConcurrentHashMap<>();

  /// The same one each time.
  ///
  /// @param id the same in every replica
  public Breaker of(String id) {
    return all.computeIfAbsent(id, _ -> new Breaker());
  }

  Map<String, Breaker> all() {
    return all;
  }
}
