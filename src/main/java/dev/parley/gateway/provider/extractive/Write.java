package dev.parley.gateway.provider.extractive;

import dev.parley.gateway.provider.extractive.Unit.Kind;
import java.util.List;
import java.util.regex.Pattern;

/// Writes what was chosen as Markdown: every quote word for word, followed by the number of its
/// source.
final class Write {
  private static final int CODE_LINES = 15;
  private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");

  private final StringBuilder out = new StringBuilder();
  private Kind last = Kind.HEADING;

  private Write() {}

  static String answer(List<List<Unit>> groups) {
    var writing = new Write();
    for (var group : groups) {
      group.forEach(writing::add);
    }
    return writing.out.toString().strip();
  }

  private void add(Unit unit) {
    switch (unit.kind()) {
      case SENTENCE, HEADING -> {
        out.append(last == Kind.SENTENCE ? " " : "\n\n");
        out.append(literal(unit.text())).append(mark(unit));
      }
      case ITEM, ROW -> {
        out.append(last == unit.kind() ? "\n" : "\n\n");
        out.append(unit.isStep() ? unit.mark() : "-").append(' ');
        out.append(literal(unit.text())).append(mark(unit));
      }
      case CODE -> {
        var fence = unit.text().contains("```") ? "~~~~" : "```";
        out.append("\n\n").append(fence).append('\n');
        out.append(beginning(unit.text())).append('\n').append(fence);
      }
    }
    last = unit.kind();
  }

  /// What looks like a tag is text of the document, not markup of the answer.
  private static String literal(String text) {
    return TAG.matcher(text).replaceAll("\\\\<");
  }

  private static String mark(Unit unit) {
    return " [" + unit.source() + "]";
  }

  private static String beginning(String code) {
    var lines = code.split("\\n", -1);
    return lines.length <= CODE_LINES
        ? code
        : String.join("\n", List.of(lines).subList(0, CODE_LINES));
  }
}
