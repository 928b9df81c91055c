package dev.parley.platform.observe;

import dev.parley.call.Call;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Structured log of one class: a fixed message and fields. Texts of people, prompts and secrets do
/// not belong in it.
public final class Log {
  private final Logger logger;

  private Log(Logger logger) {
    this.logger = logger;
  }

  public static Log of(Class<?> type) {
    return new Log(Logger.getLogger(type.getName()));
  }

  /// Writes at the level of its name.
  ///
  /// @param fields names and values in turn
  public void info(String message, Object... fields) {
    write(Level.INFO, null, message, null, fields);
  }

  public void info(Call call, String message, Object... fields) {
    write(Level.INFO, call, message, null, fields);
  }

  /// Writes a line that stands in every log, whatever its level: evidence, not news. To be used
  /// with a log of its own class, all of whose lines are let through from then on.
  public void record(String message, Object... fields) {
    logger.setLevel(Level.INFO); // anew each time: a change of the set-up forgets it
    write(Level.INFO, null, message, null, fields);
  }

  public void warning(String message, Object... fields) {
    write(Level.WARNING, null, message, null, fields);
  }

  public void warning(Call call, String message, Object... fields) {
    write(Level.WARNING, call, message, null, fields);
  }

  public void error(String message, Throwable cause, Object... fields) {
    write(Level.SEVERE, null, message, cause, fields);
  }

  public void error(Call call, String message, Throwable cause, Object... fields) {
    write(Level.SEVERE, call, message, cause, fields);
  }

  public void debug(String message, Object... fields) {
    write(Level.FINE, null, message, null, fields);
  }

  /// For `onFailure`: says that something that may fail did fail.
  public Consumer<Throwable> failed(Call call, String message) {
    return cause -> write(Level.WARNING, call, message, cause);
  }

  private void write(
      Level level,
      @Nullable Call call,
      String message,
      @Nullable Throwable cause,
      Object... fields) {
    if (!logger.isLoggable(level)) {
      return;
    }
    var record = new LogRecord(level, message);
    record.setLoggerName(logger.getName());
    record.setThrown(cause);
    record.setParameters(new Object[] {fields(call, map(fields))});
    logger.log(record);
  }

  private static Fields fields(@Nullable Call call, Map<String, Object> values) {
    return call == null
        ? new Fields(null, "", values)
        : new Fields(call.id(), call.traceId(), values);
  }

  private static Map<String, Object> map(Object... fields) {
    var map = new LinkedHashMap<String, Object>();
    for (var i = 0; i + 1 < fields.length; i += 2) {
      map.put(String.valueOf(fields[i]), fields[i + 1]);
    }
    return map;
  }

  /// What a log line says besides its message.
  ///
  /// @param traceId empty for none
  record Fields(@Nullable String requestId, String traceId, Map<String, Object> values) {}
}
