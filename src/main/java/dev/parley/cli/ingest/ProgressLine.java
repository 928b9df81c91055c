package dev.parley.cli.ingest;

import dev.parley.cli.ingest.Board.Progress;
import java.time.Duration;
import java.util.Locale;

/// Progress in one line of words and figures.
final class ProgressLine {
  private static final int BAR = 16;

  private ProgressLine() {}

  /// To be drawn over, with a bar.
  static String live(Progress now, Duration elapsed) {
    var share = now.total() == 0 ? 1 : (now.done() + now.parts()) / now.total();
    var full = (int) Math.floor(share * BAR);
    return "[%s%s] %3d%%  %s"
        .formatted(
            "#".repeat(full), "-".repeat(BAR - full), (int) (share * 100), plain(now, elapsed));
  }

  /// To stand among other lines.
  static String plain(Progress now, Duration elapsed) {
    var failed = now.faults().isEmpty() ? "" : ", " + now.faults().size() + " failed";
    return "%d sent, %d read, %d embedded of %d%s%s"
        .formatted(now.sent(), now.read(), now.done(), now.total(), failed, pace(now, elapsed));
  }

  /// Rate and time left, once there is something to tell them from. What was there already takes no
  /// time and says nothing about the rest.
  private static String pace(Progress now, Duration elapsed) {
    var worked = now.done() - now.unchanged() + now.parts();
    var left = now.total() - now.done() - now.parts();
    var seconds = elapsed.toMillis() / 1000.0;
    if (worked < 0.5 || seconds < 1) {
      return "";
    }
    var rate = " · " + rate(worked / seconds);
    return left <= 0 ? rate : rate + " · " + clock(Math.round(left * seconds / worked)) + " left";
  }

  /// @param perSecond documents
  static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%.1f pages/s", perSecond);
  }

  /// `0:07`, `12:40`, `1:02:03`.
  static String clock(long seconds) {
    return seconds < 3600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
