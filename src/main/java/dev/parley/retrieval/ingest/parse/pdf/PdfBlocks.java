package dev.parley.retrieval.ingest.parse.pdf;

import dev.parley.retrieval.ingest.parse.text.TextWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Joins lines to headings, paragraphs, list items and code, page by page. A paragraph that runs
/// over a page's end is two blocks, so that each stands on its page.
final class PdfBlocks {
  private static final String BULLETS = "•◦▪▸●○■–‣∙·";
  private static final Pattern NUMBERED = Pattern.compile("^\\(?\\d{1,2}[.)]\\s+\\S.*");

  private final PdfSizes sizes;
  private final TextWriter out;
  private final List<PdfLine> open = new ArrayList<>();
  private Sort sort = Sort.BODY;
  private float rightEdge;

  private enum Sort {
    HEADING,
    BOLD_HEADING,
    ITEM,
    CODE,
    BODY
  }

  PdfBlocks(PdfSizes sizes, TextWriter out) {
    this.sizes = sizes;
    this.out = out;
  }

  void page(int number, List<PdfLine> lines) {
    out.page(number);
    rightEdge = (float) lines.stream().mapToDouble(PdfLine::endX).max().orElse(0);
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var next = sort(line, i == 0 ? null : lines.get(i - 1));
      if (!continues(line, next)) {
        flush();
        sort = next;
      }
      open.add(line);
    }
    flush();
  }

  private Sort sort(PdfLine line, @Nullable PdfLine before) {
    if (sizes.level(line) > 0) {
      return Sort.HEADING;
    }
    if (line.mono()) {
      return Sort.CODE;
    }
    if (isItem(line.text())) {
      return Sort.ITEM;
    }
    var apart = before == null || line.y() < before.y() || isGap(before, line) || before.bold();
    return apart && sizes.mayBeBoldHeading(line) ? Sort.BOLD_HEADING : Sort.BODY;
  }

  private static boolean isItem(String text) {
    return (BULLETS.indexOf(text.charAt(0)) >= 0 && text.length() > 1)
        || NUMBERED.matcher(text).matches();
  }

  private boolean isGap(PdfLine before, PdfLine line) {
    var scale = Math.max(1, line.size() / sizes.body());
    return line.y() - before.y() > 1.25f * sizes.pitch() * scale;
  }

  /// Whether a line goes on with what is open.
  private boolean continues(PdfLine line, Sort next) {
    if (open.isEmpty()) {
      return false;
    }
    var before = open.getLast();
    var down = line.y() > before.y() - 1;
    return switch (sort) {
      case HEADING -> next == sort && line.sameSize(before) && down && !isGap(before, line);
      case BOLD_HEADING -> false;
      case CODE -> next == sort && down;
      case ITEM, BODY -> next == Sort.BODY && line.sameSize(before) && sameParagraph(before, line);
    };
  }

  private boolean sameParagraph(PdfLine before, PdfLine line) {
    if (line.y() <= before.y() - 1) {
      return !before.endsSentence() && line.startsLowerCase(); // the next column
    }
    if (isGap(before, line)) {
      return false;
    }
    var indented = sort == Sort.BODY && line.x() > before.x() + line.size() && open.size() > 1;
    var endedEarly = before.endX() < rightEdge * 0.8f;
    return !(before.endsSentence() && (indented || endedEarly));
  }

  private void flush() {
    if (open.isEmpty()) {
      return;
    }
    switch (sort) {
      case HEADING -> out.heading(sizes.level(open.getFirst()), joined(), null);
      case BOLD_HEADING -> out.heading(sizes.boldLevel(), joined(), null);
      case CODE -> out.code(code());
      case ITEM -> item(joined());
      case BODY -> out.paragraph(joined());
    }
    open.clear();
  }

  private void item(String text) {
    if (Character.isDigit(text.charAt(0)) || text.charAt(0) == '(') {
      out.listItem(1, "", text);
    } else {
      out.listItem(1, "- ", text.substring(1));
    }
  }

  /// Lines to one text; a word divided at a line's end becomes one word again.
  private String joined() {
    var text = new StringBuilder();
    for (var line : open) {
      var last = text.length() - 1;
      if (last > 0 && isHyphen(text.charAt(last)) && Character.isLetter(text.charAt(last - 1))) {
        if (line.startsLowerCase()) {
          text.setLength(last);
        }
      } else if (last >= 0) {
        text.append(' ');
      }
      text.append(line.text());
    }
    return text.toString();
  }

  private static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u00AD';
  }

  /// Lines of code with the indentation that their places on the page show.
  private String code() {
    var left = (float) open.stream().mapToDouble(PdfLine::x).min().orElse(0);
    var text = new StringBuilder();
    for (var line : open) {
      var columns = line.charWidth() <= 0 ? 0 : Math.round((line.x() - left) / line.charWidth());
      text.append(" ".repeat(Math.clamp(columns, 0, 80))).append(line.text()).append('\n');
    }
    return text.toString();
  }
}
