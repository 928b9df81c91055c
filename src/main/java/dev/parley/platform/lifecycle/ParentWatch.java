package dev.parley.platform.lifecycle;

import java.util.concurrent.CompletableFuture;

/// Ends this process when the one that started it is gone. A launcher that is asked to stop passes
/// that on; one that is killed cannot, and would leave this process behind.
public final class ParentWatch {
  /// The system property in which a launcher tells its process id.
  public static final String PROPERTY = "launcher.pid";

  private ParentWatch() {}

  /// Runs `stop` once, on a thread of the JDK, when the launcher has ended; soon after the call
  /// when it is gone already. The end is seen within 5 seconds. Without a launcher nothing happens.
  public static void start(Runnable stop) {
    var pid = Long.getLong(PROPERTY);
    if (pid != null) {
      watch(pid, stop);
    }
  }

  private static void watch(long launcher, Runnable stop) {
    // The launcher is the parent for as long as it lives; later its number may be another's.
    var gone =
        ProcessHandle.current()
            .parent()
            .filter(parent -> parent.pid() == launcher)
            .map(ProcessHandle::onExit)
            .orElseGet(() -> CompletableFuture.completedFuture(ProcessHandle.current()));
    var _ = gone.thenRunAsync(stop);
  }
}
