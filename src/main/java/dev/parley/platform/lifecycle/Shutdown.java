package dev.parley.platform.lifecycle;

/// How the process ends.
public final class Shutdown {
  private Shutdown() {}

  /// Ends the process when its shutdown hooks are through.
  public static void exit(int code) {
    System.out.flush();
    System.exit(code);
  }

  /// Runs `stop` when the process is told to end; the process waits for it.
  public static void onStop(String name, Runnable stop) {
    Runtime.getRuntime().addShutdownHook(new Thread(stop, name));
  }
}
