package dev.parley.retrieval.ingest.parse.markdown;

import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jsoup.Jsoup;
import org.jsoup.parser.Tag;

/// The readable text of a paragraph, heading or cell: links become their text, pictures their
/// description, emphasis disappears.
final class InlineText extends AbstractVisitor {
  private final StringBuilder text = new StringBuilder();

  private InlineText() {}

  static String of(Node node) {
    var visitor = new InlineText();
    visitor.visitChildren(node);
    return visitor.text.toString();
  }

  @Override
  public void visit(Text node) {
    text.append(node.getLiteral().replace("~~", ""));
  }

  @Override
  public void visit(Code node) {
    text.append(node.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak node) {
    text.append(' ');
  }

  @Override
  public void visit(HardLineBreak node) {
    text.append('\n');
  }

  @Override
  public void visit(HtmlInline node) {
    var html = node.getLiteral();
    var name = name(html);
    if (name.equals("br")) {
      text.append('\n');
    } else if (html.endsWith("/>") || name.equals("img")) {
      text.append(described(html));
    } else if (isPlaceholder(html, name)) {
      text.append(html);
    }
  }

  private static String name(String html) {
    var end = 1;
    while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
      end++;
    }
    return html.substring(1, end);
  }

  private static String described(String html) {
    var element = Jsoup.parseBodyFragment(html).body().firstElementChild();
    return element == null
        ? ""
        : List.of("alt", "title", "label").stream()
            .map(element::attr)
            .filter(value -> !value.isBlank())
            .findFirst()
            .orElse("");
  }

  /// `<namespace>` and `<your-app>` are no elements: they tell the reader to fill something in.
  private static boolean isPlaceholder(String html, String name) {
    var inside = html.substring(1, html.length() - 1);
    return !name.isEmpty()
        && Character.isLowerCase(name.charAt(0))
        && !Tag.isKnownTag(inside)
        && inside.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
  }
}
