package dev.parley.control.audit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which events to show; null lets all pass.
///
/// @param from the first moment
/// @param to the first moment after
/// @param target part of the target, in any case
record AuditFilter(
    @Nullable String actor,
    @Nullable String action,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String target) {

  /// For the event that says what was exported.
  Map<String, String> named() {
    var all = new TreeMap<String, String>();
    put(all, "actor", actor);
    put(all, "action", action);
    put(all, "from", from);
    put(all, "to", to);
    put(all, "target", target);
    return all;
  }

  private static void put(Map<String, String> into, String name, @Nullable Object value) {
    if (value != null) {
      into.put(name, value.toString());
    }
  }
}
