package dev.parley.retrieval.ingest.parse.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reduces what other site generators add to Markdown, line by line and outside of code:
/// Docusaurus' `:::note Title`, MkDocs' `!!! note "Title"` and `=== "Tab"`, Jekyll's `{% … %}`,
/// imports and comments of MDX, and the `[!NOTE]` of GitHub's quotes.
final class Dialects {
  private static final Pattern BOX = Pattern.compile("^(\\s*):{3,}\\s*(\\w*)\\s*(.*)$");
  private static final Pattern LIQUID = Pattern.compile("\\{%[^}]*%}");
  private static final Pattern MDX_IMPORT =
      Pattern.compile("^(?:import|export)\\s.*(?:from\\s+['\"][^'\"]*['\"]|['\"]);?\\s*$");
  private static final Pattern MDX_COMMENT = Pattern.compile("\\{/\\*(?!\\s*#)[^*]*\\*/}");
  private static final Pattern ALERT = Pattern.compile("^(\\s*(?:>\\s*)+)\\[!(\\w+)]\\s*(.*)$");

  /// Longer lines are nobody's settings, and every pattern here is quick up to this length.
  private static final int MAX_LINE = 1_000;

  private Dialects() {}

  static List<String> reduce(List<String> lines) {
    var out = new ArrayList<String>(lines.size());
    var fence = new Fence();
    var indented = -1; // columns in front of the box whose content is indented, or none
    for (var line : lines) {
      var text = line;
      if (indented >= 0 && !line.isBlank()) {
        if (indent(line) >= indented + 4) {
          text = " ".repeat(indented) + line.substring(indented + 4);
        } else {
          indented = -1;
        }
      }
      if (fence.covers(text)) {
        out.add(text);
        continue;
      }
      if (text.length() > MAX_LINE) {
        out.add(text);
      } else if (opensIndentedBox(text.strip())) {
        indented = indent(text);
        title(" ".repeat(indented), quoted(text), out);
      } else {
        reduce(text, out);
      }
    }
    return out;
  }

  private static boolean opensIndentedBox(String line) {
    var isTab = line.startsWith("=== ") && line.endsWith("\"") && !quoted(line).isEmpty();
    var isNote = line.startsWith("!!! ") || line.startsWith("??? ") || line.startsWith("???+ ");
    return isTab || isNote;
  }

  private static String quoted(String line) {
    var first = line.indexOf('"');
    var last = line.lastIndexOf('"');
    return first < last ? line.substring(first + 1, last) : "";
  }

  private static int indent(String line) {
    var columns = 0;
    while (columns < line.length() && line.charAt(columns) == ' ') {
      columns++;
    }
    return columns;
  }

  private static void reduce(String line, List<String> out) {
    var box = BOX.matcher(line);
    if (box.matches()) {
      var title = box.group(3).strip();
      var named = title.startsWith("[") && title.endsWith("]");
      title(box.group(1), named ? title.substring(1, title.length() - 1) : title, out);
      return;
    }
    var alert = ALERT.matcher(line);
    if (alert.matches()) {
      out.add(alert.group(1) + capitalized(alert.group(2)) + ": " + alert.group(3));
      return;
    }
    if (MDX_IMPORT.matcher(line).matches()) {
      return;
    }
    var text = line.contains("{%") ? LIQUID.matcher(line).replaceAll("") : line;
    out.add(text.contains("{/*") ? MDX_COMMENT.matcher(text).replaceAll("") : text);
  }

  private static void title(String indent, String title, List<String> out) {
    out.add("");
    if (!title.isBlank()) {
      out.add(indent + title);
      out.add("");
    }
  }

  private static String capitalized(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }
}
