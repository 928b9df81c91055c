package dev.parley.retrieval.ingest.parse.markdown;

/// Knows, line by line from the top, whether a line belongs to a fenced code block.
final class Fence {
  private String open = "";

  /// Tells it the next line.
  ///
  /// @return whether the line is code or a fence itself
  boolean covers(String line) {
    var text = withoutContainer(line);
    var run = run(text);
    if (open.isEmpty()) {
      var opens =
          run.length() >= 3 && (run.charAt(0) == '~' || text.indexOf('`', run.length()) < 0);
      open = opens ? run : "";
      return opens;
    }
    if (run.startsWith(open) && text.substring(run.length()).isBlank()) {
      open = "";
    }
    return true;
  }

  /// A fence may stand in a quote or begin a list item.
  private static String withoutContainer(String line) {
    var at = 0;
    while (at < line.length()
        && (line.charAt(at) == '>' || Character.isWhitespace(line.charAt(at)))) {
      at++;
    }
    var text = line.substring(at);
    if (text.startsWith("- ") || text.startsWith("* ") || text.startsWith("+ ")) {
      text = text.substring(2).stripLeading();
    }
    return text;
  }

  private static String run(String text) {
    var end = 0;
    while (end < text.length()
        && (text.charAt(0) == '`' || text.charAt(0) == '~')
        && text.charAt(end) == text.charAt(0)) {
      end++;
    }
    return text.substring(0, end);
  }
}
