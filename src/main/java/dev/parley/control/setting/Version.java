package dev.parley.control.setting;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was chosen at a time.
///
/// @param number the first one is 1
/// @param chosen values by key; may have keys that this Parley does not know
/// @param changedBy as in [dev.parley.call.Caller#name]
/// @param restored the older version that this one repeats
record Version(
    int number,
    Map<String, Object> chosen,
    String changedBy,
    Instant changedAt,
    @Nullable String note,
    @Nullable Integer restored) {

  /// Before anybody has chosen anything.
  static final Version NONE = new Version(0, Map.of(), "parley", Instant.EPOCH, null, null);

  Version {
    chosen = Map.copyOf(chosen);
  }
}
