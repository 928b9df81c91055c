package dev.parley.retrieval.ingest.parse.html;

import dev.parley.retrieval.ingest.parse.text.TextWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/// Walks through HTML once and writes its blocks. Text between two borders of block elements is one
/// block; what it is depends on the elements around it. The walk does not recurse.
public final class HtmlBlocks implements NodeFilter {
  private final TextWriter out;
  private final StringBuilder line = new StringBuilder();
  private final Deque<Items> lists = new ArrayDeque<>();
  private int quotes;

  /// Set while the text of a list item's first block is collected.
  private @Nullable String marker;

  private HtmlBlocks(TextWriter out) {
    this.out = out;
  }

  /// Writes what stands inside `root`.
  static void write(Element root, TextWriter out) {
    var walk = new HtmlBlocks(out);
    var _ = root.filter(walk);
    walk.flush();
  }

  /// Writes a piece of HTML that stands in a text of another format.
  public static void writeFragment(String html, TextWriter out) {
    var page = Jsoup.parse(html, "", ReadHtml.parser());
    page.select("script, style, noscript, template, svg, iframe, object").remove();
    write(page.body(), out);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      line.append(text.getWholeText().replace('\n', ' '));
      return FilterResult.CONTINUE;
    }
    return node instanceof Element element ? open(element) : FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element);
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult open(Element element) {
    switch (element.normalName()) {
      case "br" -> line.append('\n');
      case "img" -> line.append(' ').append(element.attr("alt")).append(' ');
      case "pre" -> {
        flush();
        out.code(withBreaks(element));
        return FilterResult.SKIP_ENTIRELY;
      }
      case "table" -> {
        flush();
        return table(element);
      }
      case "h1", "h2", "h3", "h4", "h5", "h6" -> flush();
      case "ul", "menu" -> openList(new Items(false, 0));
      case "ol" -> openList(new Items(true, start(element)));
      case "li" -> {
        flush();
        marker = lists.isEmpty() ? "- " : lists.element().next();
      }
      case "blockquote" -> {
        flush();
        quotes++;
      }
      case "td", "th" -> line.append(' ');
      default -> {
        if (isOwnBlock(element)) {
          flush();
        }
      }
    }
    return FilterResult.CONTINUE;
  }

  private void close(Element element) {
    switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
      case "ul", "ol", "menu" -> {
        flush();
        lists.poll();
      }
      case "li" -> {
        flush();
        marker = null;
      }
      case "blockquote" -> {
        flush();
        quotes--;
      }
      case "td", "th" -> line.append(' ');
      default -> {
        if (isOwnBlock(element)) {
          flush();
        }
      }
    }
  }

  private static boolean isOwnBlock(Element element) {
    return element.isBlock() || element.normalName().equals("summary");
  }

  private void openList(Items items) {
    flush();
    marker = null;
    lists.push(items);
  }

  private void heading(Element element) {
    var text = line.toString();
    line.setLength(0);
    out.heading(element.normalName().charAt(1) - '0', withoutMark(text), anchor(element));
  }

  /// Some sites end a heading with a sign that links to it.
  private static String withoutMark(String heading) {
    var text = heading.strip();
    return text.endsWith("¶") || text.endsWith("🔗") || text.endsWith(" #")
        ? text.substring(0, text.length() - (text.endsWith("🔗") ? 2 : 1))
        : text;
  }

  /// The nearest id: on the heading, inside it, or on the section that it opens.
  private static @Nullable String anchor(Element heading) {
    if (heading.hasAttr("id")) {
      return heading.id();
    }
    var inside = heading.selectFirst("[id], a[name]");
    if (inside != null) {
      return inside.hasAttr("id") ? inside.id() : inside.attr("name");
    }
    var parent = heading.parent();
    if (parent == null || !parent.hasAttr("id")) {
      return null;
    }
    return heading.equals(parent.firstElementChild()) ? parent.id() : null;
  }

  private void flush() {
    var text = line.toString();
    line.setLength(0);
    if (text.isBlank()) {
      return;
    }
    if (marker != null) {
      out.listItem(lists.size(), marker, text);
      marker = null;
    } else if (quotes > 0) {
      out.quote(text);
    } else {
      out.paragraph(text);
    }
  }

  /// Tables that only arrange a page are walked through like any other element.
  private FilterResult table(Element table) {
    if (table.selectFirst("tr table, tr h1, tr h2, tr h3, tr h4") != null) {
      return FilterResult.CONTINUE;
    }
    for (var caption : table.select("caption")) {
      out.paragraph(caption.text());
    }
    for (var row : table.select("tr")) {
      var cells = new ArrayList<String>();
      for (var cell : row.select("td, th")) {
        cells.add(cellText(cell));
      }
      out.row(cells);
    }
    return FilterResult.SKIP_ENTIRELY;
  }

  private static String cellText(Element cell) {
    var pictures = new StringBuilder();
    for (var picture : cell.select("img[alt]")) {
      pictures.append(' ').append(picture.attr("alt"));
    }
    return cell.text() + pictures;
  }

  /// Code with `br` for its line breaks, as some highlighters write it.
  private static String withBreaks(Element code) {
    var gutter = ".lineno, .linenos, .line-number, .line-numbers-rows, .ln, .gutter";
    code.select(gutter).stream().filter(part -> !part.equals(code)).forEach(Element::remove);
    for (var lineBreak : code.select("br")) {
      lineBreak.replaceWith(new TextNode("\n"));
    }
    return code.wholeText();
  }

  private static int start(Element list) {
    try {
      return Integer.parseInt(list.attr("start")) - 1;
    } catch (NumberFormatException none) {
      return 0;
    }
  }

  /// Counts the items of one list.
  private static final class Items {
    private final boolean ordered;
    private int count;

    Items(boolean ordered, int count) {
      this.ordered = ordered;
      this.count = count;
    }

    String next() {
      count++;
      return ordered ? count + ". " : "- ";
    }
  }
}
