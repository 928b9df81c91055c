package dev.parley.platform.observe;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/// Sets up the logs of the process: one handler on standard output.
public final class Logging {
  private Logging() {}

  /// Lets the last lines of a process be written. Called before anything else: the JDK chooses its
  /// log manager when the first logger is made.
  public static void outlastShutdown() {
    System.setProperty("java.util.logging.manager", LastingLogs.class.getName());
  }

  /// Replaces whatever was set up before.
  ///
  /// @param level what is written at least
  /// @param json JSON lines, or plain ones for a terminal
  public static void configure(Level level, boolean json) {
    LogManager.getLogManager().reset();
    var root = Logger.getLogger("");
    for (var handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    var handler = new StandardOutput();
    handler.setLevel(Level.ALL);
    handler.setFormatter(json ? new JsonLines() : new PlainLines());
    root.addHandler((Handler) handler);
    root.setLevel(level.intValue() < Level.INFO.intValue() ? Level.INFO : level);
    Logger.getLogger("dev.parley").setLevel(level);
    Logger.getLogger("org.apache").setLevel(Level.WARNING);
  }

  /// The console handler of the JDK writes to standard error; collectors read standard output.
  private static final class StandardOutput extends StreamHandler {
    StandardOutput() {
      setOutputStream(System.out);
    }

    @Override
    public synchronized void publish(LogRecord record) {
      super.publish(record);
      flush();
    }

    @Override
    public synchronized void close() {
      flush(); // standard output stays open for whoever still prints
    }
  }
}
