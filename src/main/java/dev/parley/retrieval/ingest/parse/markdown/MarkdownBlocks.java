package dev.parley.retrieval.ingest.parse.markdown;

import dev.parley.retrieval.ingest.parse.html.HtmlBlocks;
import dev.parley.retrieval.ingest.parse.text.HeadingAnchors;
import dev.parley.retrieval.ingest.parse.text.TextWriter;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/// Writes the blocks of a parsed page. Recursion is as deep as the parser's nesting, which is
/// limited.
final class MarkdownBlocks extends AbstractVisitor {
  private final TextWriter out;
  private final HeadingAnchors anchors = new HeadingAnchors();
  private int quotes;
  private int lists;

  /// Set until the first paragraph of a list item is written.
  private @Nullable String marker;

  MarkdownBlocks(TextWriter out) {
    this.out = out;
  }

  @Override
  public void visit(Heading heading) {
    var text = InlineText.of(heading);
    var custom = customAnchor(text);
    var shown = custom == null ? text : text.substring(0, text.lastIndexOf('{')).strip();
    var anchor = custom == null ? anchors.next(shown) : custom;
    if (quotes > 0) {
      out.quote(shown);
    } else {
      out.heading(heading.getLevel(), shown, anchor);
    }
  }

  /// The id in `{#id}`, `{#id .class}`, `{: #id}` or `{/* #id */}` at the end of a heading.
  private static @Nullable String customAnchor(String heading) {
    var open = heading.lastIndexOf('{');
    var hash = heading.indexOf('#', Math.max(open, 0));
    if (open < 0 || hash < 0 || !heading.endsWith("}")) {
      return null;
    }
    var before = heading.substring(open + 1, hash);
    if (!before.chars().allMatch(c -> c == ' ' || c == ':' || c == '/' || c == '*')) {
      return null;
    }
    var end = hash + 1;
    while (end < heading.length() && " }*".indexOf(heading.charAt(end)) < 0) {
      end++;
    }
    return end == hash + 1 ? null : heading.substring(hash + 1, end);
  }

  @Override
  public void visit(Paragraph paragraph) {
    var text = InlineText.of(paragraph);
    if (marker != null) {
      out.listItem(lists, marker, text);
      marker = null;
    } else if (quotes > 0) {
      out.quote(text);
    } else {
      out.paragraph(text);
    }
  }

  @Override
  public void visit(BlockQuote quote) {
    quotes++;
    visitChildren(quote);
    quotes--;
  }

  @Override
  public void visit(BulletList list) {
    list(list, null);
  }

  @Override
  public void visit(OrderedList list) {
    list(list, list.getMarkerStartNumber());
  }

  private void list(Node list, @Nullable Integer first) {
    lists++;
    var number = first == null ? 0 : first;
    for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
      marker = first == null ? "- " : number + ". ";
      number++;
      if (item instanceof ListItem) {
        visitChildren(item);
      }
    }
    marker = null;
    lists--;
  }

  @Override
  public void visit(FencedCodeBlock code) {
    out.code(code.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    out.code(code.getLiteral());
  }

  @Override
  public void visit(HtmlBlock html) {
    HtmlBlocks.writeFragment(html.getLiteral(), out);
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      rows(block);
    } else {
      visitChildren(block);
    }
  }

  private void rows(Node table) {
    for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
      if (part instanceof TableRow) {
        out.row(cells(part));
      } else {
        rows(part); // head and body
      }
    }
  }

  private static List<String> cells(Node row) {
    var cells = new ArrayList<String>();
    for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell) {
        cells.add(InlineText.of(cell));
      }
    }
    return cells;
  }
}
