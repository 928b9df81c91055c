package dev.parley.metering.limit;

import java.time.Duration;

/// The requests of one subject in this window and in the one before: the sliding window counter, as
/// Cloudflare described it ("How we built rate limiting capable of scaling to millions of domains",
/// 2017):
///
/// ```
/// estimate = before × (1 − elapsed ÷ window) + now        a request passes while estimate + 1 ≤ limit
/// ```
///
/// Windows begin at whole multiples of their length. It takes two numbers for each subject however
/// high the limit is. No window holds more than the limit; a stretch of the same length that lies
/// across two windows holds less than twice the limit, and only if all of the first one's requests
/// came at its end.
///
/// @param index which window it is, counted since 1970
record Count(long index, int now, int before) {
  static final Count NOTHING = new Count(Long.MIN_VALUE, 0, 0);

  /// The same in a later window.
  Count in(long window) {
    return window == index ? this : new Count(window, 0, window - 1 == index ? now : 0);
  }

  Count plusOne() {
    return new Count(index, now + 1, before);
  }

  /// Requests that may pass at once; negative when the limit was lowered.
  ///
  /// @param elapsed share of the window that is over, 0 to 1
  int free(int limit, double elapsed) {
    return (int) Math.floor(limit - before * (1 - elapsed) - now);
  }

  /// How long until one may pass, when none may.
  Duration wait(int limit, double elapsed, Duration window) {
    // In this window, when enough of the one before is left behind; else in the next one, in which
    // the count of this one is the one before.
    var windows =
        now < limit
            ? 1 - (double) (limit - now - 1) / Math.max(1, before) - elapsed
            : 1 - elapsed + (1 - (double) (limit - 1) / now);
    return Duration.ofMillis(Math.max(1, (long) Math.ceil(windows * window.toMillis())));
  }
}
