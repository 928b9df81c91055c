package dev.parley.retrieval.source.files;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the front matter of a Markdown page says of where it is published.
///
/// @param address the path it wants, from the top of the site; empty when it does not say
/// @param slug the last part it wants, or with a `/` in front the path below the folder
/// @param draft whether it is not published yet
record PageSettings(String address, String slug, boolean draft) {
  private static final PageSettings NONE = new PageSettings("", "", false);
  private static final Pattern MARKDOWN = Pattern.compile(".*\\.(md|mdx|markdown)");
  private static final Pattern SETTING =
      Pattern.compile("(url|permalink|slug|draft)\\s*[:=]\\s*[\"']?([^\"'#\\s]{1,300})[\"']?.*");
  private static final int MOST_BYTES = 16_384;

  static PageSettings of(String path, byte[] content) {
    if (!MARKDOWN.matcher(path.toLowerCase(Locale.ROOT)).matches()) {
      return NONE;
    }
    var head = new String(content, 0, Math.min(content.length, MOST_BYTES), StandardCharsets.UTF_8);
    var fence = head.startsWith("---") ? "---" : "+++";
    var end = head.startsWith(fence) ? head.indexOf("\n" + fence, 3) : -1;
    if (end < 0) {
      return NONE;
    }
    Map<String, String> found = new HashMap<>();
    head.substring(3, end)
        .lines()
        .map(SETTING::matcher)
        .filter(line -> line.matches())
        .forEach(line -> found.putIfAbsent(line.group(1), line.group(2)));
    var address = Optional.ofNullable(found.get("url")).orElse(found.getOrDefault("permalink", ""));
    return new PageSettings(
        address.startsWith("/") ? address : "",
        found.getOrDefault("slug", ""),
        found.getOrDefault("draft", "").equals("true"));
  }
}
