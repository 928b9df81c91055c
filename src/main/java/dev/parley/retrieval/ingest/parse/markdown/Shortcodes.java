package dev.parley.retrieval.ingest.parse.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Takes Hugo's shortcodes, `{{< name … >}}` and `{{% name … %}}`, out of a page. What stands
/// between an opening and a closing one stays; of the shortcode itself stays what a reader of the
/// site would see: the title of a box, the label of a tab or button, the description of a picture.
final class Shortcodes {
  /// Lines that one shortcode may be spread over.
  private static final int MAX_LINES = 30;

  private final Fence fence = new Fence();
  private final Deque<String> tabs = new ArrayDeque<>();

  List<String> remove(List<String> lines) {
    var out = new ArrayList<String>(lines.size());
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var last = Math.min(lines.size(), i + MAX_LINES) - 1;
      var end = i;
      while (isOpen(line) && end < last && !lines.get(end + 1).contains("{{")) {
        end++;
        line = line + " " + lines.get(end).strip();
      }
      if (isOpen(line)) {
        line = lines.get(i); // never closed: it is text
      } else {
        i = end;
      }
      var code = fence.covers(line);
      if (line.contains("{{<") || line.contains("{{%")) {
        write(line, code, out);
      } else {
        out.add(line);
      }
    }
    return out;
  }

  private static boolean isOpen(String line) {
    var angle = line.lastIndexOf("{{<");
    var percent = line.lastIndexOf("{{%");
    return (angle >= 0 && line.indexOf(">}}", angle) < 0)
        || (percent >= 0 && line.indexOf("%}}", percent) < 0);
  }

  private void write(String line, boolean code, List<String> out) {
    var text = new StringBuilder();
    var labels = new ArrayList<String>();
    var alone = isAlone(line);
    var at = 0;
    for (var tag = ShortcodeTag.next(line, 0); tag != null; tag = ShortcodeTag.next(line, at)) {
      text.append(line, at, tag.start());
      at = tag.end();
      if (tag.isLiteral()) {
        text.append(tag.literal());
      } else if (alone) {
        label(tag).ifPresent(labels::add);
      } else {
        text.append(inline(tag, code || isInCodeSpan(text)));
      }
    }
    text.append(line.substring(at));
    if (labels.isEmpty()) {
      out.add(text.toString().isBlank() ? "" : text.toString());
      return;
    }
    var indent = line.substring(0, line.length() - line.stripLeading().length());
    for (var label : labels) {
      out.addAll(List.of("", indent + label, ""));
    }
  }

  private static boolean isInCodeSpan(CharSequence before) {
    return before.chars().filter(c -> c == '`').count() % 2 == 1;
  }

  /// Whether a line holds shortcodes and nothing else.
  private static boolean isAlone(String line) {
    var at = 0;
    for (var tag = ShortcodeTag.next(line, 0); tag != null; tag = ShortcodeTag.next(line, at)) {
      if (tag.isLiteral() || !line.substring(at, tag.start()).isBlank()) {
        return false;
      }
      at = tag.end();
    }
    return line.substring(at).isBlank();
  }

  private Optional<String> label(ShortcodeTag tag) {
    if (tag.isClosing()) {
      return Optional.empty();
    }
    return switch (tag.name()) {
      case "tabs", "tabpane" -> {
        tabs.clear();
        tabs.addAll(tag.values());
        yield Optional.empty();
      }
      case "tab", "codetab" ->
          tag.label()
              .or(() -> tag.values().stream().findFirst())
              .or(() -> Optional.ofNullable(tabs.poll()));
      default -> tag.label();
    };
  }

  /// Inside code a dropped value would leave a command that looks whole and is not.
  private static String inline(ShortcodeTag tag, boolean code) {
    if (tag.isClosing()) {
      return "";
    }
    return tag.label().orElse(code && !tag.isLink() ? "<" + tag.name() + ">" : "");
  }
}
