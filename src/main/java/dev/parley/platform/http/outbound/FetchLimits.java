package dev.parley.platform.http.outbound;

import dev.parley.platform.config.ByteSize;
import java.time.Duration;

/// What one request may cost.
///
/// @param maxBytes of the body, unpacked; 256 MiB at most
/// @param totalTimeout from the call to the last byte; ten minutes at most, and never beyond the
///   call's own deadline
/// @param connectTimeout for one connection, where that is less than the configured one
public record FetchLimits(ByteSize maxBytes, Duration totalTimeout, Duration connectTimeout) {
  static final long MOST_BYTES = 256L << 20;
  static final Duration LONGEST = Duration.ofMinutes(10);

  /// With the configured limit for connections.
  public FetchLimits(ByteSize maxBytes, Duration totalTimeout) {
    this(maxBytes, totalTimeout, LONGEST);
  }

  public FetchLimits {
    if (maxBytes.bytes() < 1 || maxBytes.bytes() > MOST_BYTES) {
      throw new IllegalArgumentException("between 1 byte and 256 MiB, not " + maxBytes);
    }
    if (!totalTimeout.isPositive() || totalTimeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("up to ten minutes, not " + totalTimeout);
    }
  }
}
