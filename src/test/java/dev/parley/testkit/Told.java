package dev.parley.testkit;

import dev.parley.gateway.spi.ModelEvent;
import dev.parley.metering.usage.Usage;
import java.util.List;
import java.util.stream.Collectors;

/// Events of an answer in one line of text, as expectations are written down.
public final class Told {
  private Told() {}

  public static String line(List<ModelEvent> events) {
    return events.stream().map(Told::one).collect(Collectors.joining(" "));
  }

  /// `~` stands before an estimate; the classes are plain and cached input, plain and reasoning
  /// output.
  public static String one(ModelEvent event) {
    return switch (event) {
      case ModelEvent.Text(var delta) -> "Text(" + delta.replace("\n", "\\n") + ")";
      case ModelEvent.Thinking(var delta) -> "Thinking(" + delta.replace("\n", "\\n") + ")";
      case ModelEvent.ToolCall(var index, var id, var name, var arguments) ->
          "ToolCall(%d %s %s %s)".formatted(index, id, name, arguments);
      case ModelEvent.Cited(var start, var end, var title, var _) ->
          "Cited(%d-%d %s)".formatted(start, end, title);
      case ModelEvent.Bytes(var piece, var _) -> "Bytes(" + piece + ")";
      case ModelEvent.Finished(var reason, var usage, var _) ->
          "Finished(" + reason + " " + of(usage);
      case ModelEvent.Failed(var failure, var usage, var _) ->
          "Failed(" + failure.kind() + " " + of(usage);
    };
  }

  private static String of(Usage usage) {
    return "%s%d+%d in, %d+%d out)"
        .formatted(
            usage.estimated() ? "~" : "",
            usage.input(),
            usage.cacheRead(),
            usage.output(),
            usage.reasoning());
  }
}
