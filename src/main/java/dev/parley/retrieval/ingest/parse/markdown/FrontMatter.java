package dev.parley.retrieval.ingest.parse.markdown;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The settings in front of a page, in YAML between `---` or in TOML between `+++`. Two of them are
/// text that readers of the page see; they are found line by line, because real pages hold front
/// matter that no YAML reader accepts.
///
/// @param title what the page is called, if it says so
/// @param description one sentence about the page; may be empty
/// @param rest the page without its front matter
record FrontMatter(@Nullable String title, String description, String rest) {
  private static final int MAX_LENGTH = 20_000;

  static FrontMatter of(String source) {
    var fence = source.startsWith("---") ? "---" : "+++";
    if (!source.startsWith(fence)) {
      return new FrontMatter(null, "", source);
    }
    var first = source.indexOf('\n');
    var end = first < 0 ? -1 : source.indexOf("\n" + fence, first - 1);
    if (end < 0 || end > MAX_LENGTH || !source.substring(3, first).isBlank()) {
      return new FrontMatter(null, "", source);
    }
    var settings = source.substring(first, Math.max(first, end));
    var rest = source.indexOf('\n', end + 1);
    return new FrontMatter(
        value(settings, "title").orElse(null),
        value(settings, "description").orElse(""),
        rest < 0 ? "" : source.substring(rest + 1));
  }

  private static Optional<String> value(String settings, String key) {
    var lines = settings.lines().toList();
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var after = line.startsWith(key) ? line.substring(key.length()).stripLeading() : "";
      if (after.startsWith(":") || after.startsWith("=")) {
        var value = new StringBuilder(after.substring(1).strip());
        // A value may go on in indented lines, after a sign such as `>-` or without one.
        for (var j = i + 1; j < lines.size() && lines.get(j).startsWith(" "); j++) {
          value.append(' ').append(lines.get(j).strip());
        }
        return Optional.of(unquoted(withoutBlockSign(value.toString().strip())))
            .filter(text -> !text.isBlank());
      }
    }
    return Optional.empty();
  }

  private static String withoutBlockSign(String value) {
    var space = value.indexOf(' ');
    var sign = space < 0 ? value : value.substring(0, space);
    var isBlock = !sign.isEmpty() && sign.length() <= 3 && ">|".indexOf(sign.charAt(0)) >= 0;
    return isBlock ? value.substring(sign.length()).strip() : value;
  }

  private static String unquoted(String value) {
    if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
      return value.substring(1, value.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
    }
    if (value.length() >= 2 && value.startsWith("'") && value.endsWith("'")) {
      return value.substring(1, value.length() - 1).replace("''", "'");
    }
    return value;
  }
}
