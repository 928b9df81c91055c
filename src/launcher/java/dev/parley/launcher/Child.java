package dev.parley.launcher;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product in a process of its own, on the same terminal. Lives and dies with this process. */
final class Child {
  /** Longer than the product takes to drain; then it is not draining but stuck. */
  private static final long STOP_LIMIT_SECONDS = 120;

  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  /**
   * Starts it and ties it to this process: when this one is asked to stop, so is the child, and
   * this one ends after it, with its exit code.
   */
  static Child start(List<String> command) throws IOException {
    var child = new Child(new ProcessBuilder(command).inheritIO().start());
    Runtime.getRuntime().addShutdownHook(new Thread(child::stop, "stop"));
    return child;
  }

  /** Waits for its end. */
  int await() throws InterruptedException {
    return process.waitFor();
  }

  private void stop() {
    process.destroy();
    Runtime.getRuntime().halt(exitCode());
  }

  private int exitCode() {
    try {
      if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      return Launcher.FAILED;
    }
  }
}
