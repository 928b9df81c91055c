package dev.parley.platform.observe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/// One JSON object a line, as log collectors want it. Line breaks and control characters inside
/// values are escaped by JSON itself, so no value can forge a line.
final class JsonLines extends Formatter {
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public String format(LogRecord record) {
    var line = new StringWriter();
    try (var json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", record.getInstant().toString());
      json.writeStringField("level", level(record.getLevel()));
      json.writeStringField("logger", String.valueOf(record.getLoggerName()));
      json.writeStringField("message", formatMessage(record));
      writeFields(json, record);
      writeCause(json, record);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.append('\n').toString();
  }

  private static void writeFields(JsonGenerator json, LogRecord record) throws IOException {
    var parameters = record.getParameters();
    if (parameters != null
        && parameters.length == 1
        && parameters[0] instanceof Log.Fields fields) {
      if (fields.requestId() != null) {
        json.writeStringField("request_id", fields.requestId());
      }
      if (!fields.traceId().isEmpty()) {
        json.writeStringField("trace_id", fields.traceId());
      }
      for (var field : fields.values().entrySet()) {
        json.writeFieldName(field.getKey());
        switch (field.getValue()) {
          case Integer number -> json.writeNumber(number);
          case Long number -> json.writeNumber(number);
          case Double number -> json.writeNumber(number);
          case Boolean flag -> json.writeBoolean(flag);
          case Object other -> json.writeString(other.toString());
        }
      }
    }
  }

  private static void writeCause(JsonGenerator json, LogRecord record) throws IOException {
    var cause = record.getThrown();
    if (cause != null) {
      json.writeStringField("error", cause.toString());
      json.writeStringField("stack", Causes.stack(cause));
    }
  }

  private static String level(Level level) {
    return switch (level.getName()) {
      case "SEVERE" -> "ERROR";
      case "WARNING" -> "WARN";
      case "INFO", "CONFIG" -> "INFO";
      default -> "DEBUG";
    };
  }
}
