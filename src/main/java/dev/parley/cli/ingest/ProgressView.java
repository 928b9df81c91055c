package dev.parley.cli.ingest;

import dev.parley.cli.ingest.Board.Progress;
import dev.parley.cli.process.Terminal;
import java.time.Duration;

/// Shows progress: one line that is drawn over where somebody watches, else a line now and then.
final class ProgressView {
  private static final Duration NOW_AND_THEN = Duration.ofSeconds(5);

  private final Terminal terminal;
  private Duration next = NOW_AND_THEN;
  private boolean drawn;

  ProgressView(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(Progress now, Duration elapsed) {
    if (terminal.live()) {
      terminal.redraw(ProgressLine.live(now, elapsed));
      drawn = true;
    } else if (elapsed.compareTo(next) >= 0) {
      terminal.line(ProgressLine.plain(now, elapsed));
      next = elapsed.plus(NOW_AND_THEN);
    }
  }

  /// Leaves the line that was drawn, so that others can follow.
  void leave() {
    if (drawn) {
      terminal.line("");
      drawn = false;
    }
  }
}
