package dev.parley.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The moment at which every wait of a call ends.
public record Deadline(Instant at) {

  /// The deadline that lies `length` after now.
  public static Deadline after(InstantSource clock, Duration length) {
    return new Deadline(clock.instant().plus(length));
  }

  /// Time left; zero when the deadline has passed, never negative.
  public Duration left(InstantSource clock) {
    var left = Duration.between(clock.instant(), at);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
