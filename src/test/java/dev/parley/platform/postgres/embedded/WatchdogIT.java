package dev.parley.platform.postgres.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class WatchdogIT {
  private static final int ENDED_BY_SIGINT = 130;

  private static Process something() throws Exception {
    // With a handler of its own: a process started in the background inherits an ignored SIGINT.
    var program = "$SIG{INT} = sub { exit %d }; sleep 60".formatted(ENDED_BY_SIGINT);
    return new ProcessBuilder("perl", "-e", program).start();
  }

  @Test
  void endsTheServerWhenThisProcessIsGone() throws Exception {
    var server = something();
    try (var watchdog = Watchdog.over(server.pid())) {
      watchdog.abandon();

      assertTrue(server.waitFor(10, TimeUnit.SECONDS));
      assertEquals(ENDED_BY_SIGINT, server.exitValue());
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void leavesItAloneWhenItIsClosed() throws Exception {
    var server = something();
    try {
      var watchdog = Watchdog.over(server.pid());
      watchdog.close();

      assertFalse(server.waitFor(300, TimeUnit.MILLISECONDS));
    } finally {
      server.destroyForcibly();
    }
  }
}
