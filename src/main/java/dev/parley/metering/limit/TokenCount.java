package dev.parley.metering.limit;

import java.time.Duration;

/// The tokens of one subject in this window and in the one before, as [Count] counts requests.
///
/// @param index which window it is, counted since 1970
record TokenCount(long index, long now, long before) {
  static final TokenCount NOTHING = new TokenCount(Long.MIN_VALUE, 0, 0);

  /// The same in a later window.
  TokenCount in(long window) {
    return window == index ? this : new TokenCount(window, 0, window - 1 == index ? now : 0);
  }

  /// Puts right what was taken in a window.
  TokenCount plus(long window, long tokens) {
    if (window == index) {
      return new TokenCount(index, Math.max(0, now + tokens), before);
    }
    return window == index - 1 ? new TokenCount(index, now, Math.max(0, before + tokens)) : this;
  }

  /// @param elapsed share of the window that is over, 0 to 1
  boolean fits(long tokens, long limit, double elapsed) {
    return before * (1 - elapsed) + now + tokens <= limit;
  }

  /// How long until so many fit, when they do not; a window, when they never will.
  Duration wait(long tokens, long limit, double elapsed, Duration window) {
    double windows;
    if (tokens > limit) {
      windows = 1;
    } else if (now + tokens <= limit) {
      windows = 1 - (double) (limit - now - tokens) / Math.max(1, before) - elapsed;
    } else {
      windows = 1 - elapsed + (1 - (double) (limit - tokens) / now);
    }
    return Duration.ofMillis(Math.max(1, (long) Math.ceil(windows * window.toMillis())));
  }
}
