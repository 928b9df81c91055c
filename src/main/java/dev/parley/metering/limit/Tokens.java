package dev.parley.metering.limit;

import java.time.Duration;

/// Whether a call may use tokens.
public interface Tokens {
  boolean allowed();

  /// Until the call may pass, when it may not.
  Duration until();

  /// Says how many there were. What was taken above that is free again, what there was above that
  /// is taken too. Once; not when it was refused.
  void correct(long actual);

  /// Not yet.
  record Refused(Duration until) implements Tokens {
    @Override
    public boolean allowed() {
      return false;
    }

    @Override
    public void correct(long actual) {}
  }
}
