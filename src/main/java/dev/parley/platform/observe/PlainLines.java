package dev.parley.platform.observe;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// One short line for a person at a terminal.
final class PlainLines extends Formatter {
  @Override
  public String format(LogRecord record) {
    var at = LocalTime.ofInstant(record.getInstant(), ZoneId.systemDefault());
    var line =
        new StringBuilder()
            .append(at.truncatedTo(ChronoUnit.MILLIS))
            .append(' ')
            .append(record.getLevel().getName().charAt(0))
            .append(' ')
            .append(formatMessage(record));
    var parameters = record.getParameters();
    if (parameters != null
        && parameters.length == 1
        && parameters[0] instanceof Log.Fields fields) {
      fields
          .values()
          .forEach((name, value) -> line.append("  ").append(name).append('=').append(value));
    }
    if (record.getThrown() != null) {
      line.append('\n').append(Causes.stack(record.getThrown()).stripTrailing());
    }
    return line.append('\n').toString();
  }
}
