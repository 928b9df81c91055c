package dev.parley.retrieval.ingest.parse.docx;

import dev.parley.retrieval.ingest.parse.archive.Xml;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.TextWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The body of a document, paragraph by paragraph and row by row. Text that was deleted or moved
/// away under change tracking is left out; text boxes come before the paragraph that holds them.
final class DocxBody implements Xml.Events {
  private static final int MAX_NESTING = 200;

  /// Left out with all that they hold: deletions, fall-backs of newer drawings, comments of fields.
  private static final Set<String> SKIPPED =
      Set.of("del", "moveFrom", "Fallback", "instrText", "pPrChange", "rPrChange");

  private static final class Paragraph {
    private final StringBuilder text = new StringBuilder();
    private @Nullable String style;
    private @Nullable String list;
    private int depth = -1;
    private int outline = -1;
  }

  private final DocxStyles styles;
  private final DocxLists lists;
  private final TextWriter out;
  private final Deque<Paragraph> paragraphs = new ArrayDeque<>();

  /// The paragraphs of each cell of the row that is open; rows of inner tables join their cell.
  private final List<List<String>> cells = new ArrayList<>();

  private final StringBuilder code = new StringBuilder();
  private int tables;
  private int skipped;
  private boolean inProperties;
  private boolean inText;
  private @Nullable String title;

  DocxBody(DocxStyles styles, DocxLists lists, TextWriter out) {
    this.styles = styles;
    this.lists = lists;
    this.out = out;
  }

  /// The text of the first paragraph in the style Title.
  @Nullable String title() {
    return title;
  }

  @Override
  public void open(String name, XMLStreamReader element) {
    if (skipped > 0 || SKIPPED.contains(name)) {
      skipped++;
      return;
    }
    switch (name) {
      case "p" -> openParagraph();
      case "pPr" -> inProperties = true;
      case "t" -> inText = true;
      case "tbl" -> {
        endCode();
        tables++;
      }
      case "tc" -> {
        if (tables == 1) {
          cells.add(new ArrayList<>());
        }
      }
      default -> {
        if (inProperties) {
          property(name, element);
        } else {
          sign(name);
        }
      }
    }
  }

  private void openParagraph() {
    if (paragraphs.size() >= MAX_NESTING) {
      throw new ParseProblem(ParseFailure.TOO_COMPLEX);
    }
    paragraphs.push(new Paragraph());
  }

  private void property(String name, XMLStreamReader element) {
    var paragraph = paragraphs.peek();
    if (paragraph == null) {
      return;
    }
    switch (name) {
      case "pStyle" -> paragraph.style = Xml.attribute(element, "val");
      case "outlineLvl" -> paragraph.outline = Xml.number(element, "val", -1);
      case "numId" -> paragraph.list = Xml.attribute(element, "val");
      case "ilvl" -> paragraph.depth = Xml.number(element, "val", 0);
      default -> {}
    }
  }

  private void sign(String name) {
    switch (name) {
      case "tab", "ptab" -> append("\t");
      case "br", "cr" -> append("\n");
      case "noBreakHyphen" -> append("-");
      default -> {}
    }
  }

  private void append(String text) {
    var paragraph = paragraphs.peek();
    if (paragraph != null) {
      paragraph.text.append(text);
    }
  }

  @Override
  public void text(String text) {
    if (inText && skipped == 0) {
      append(text);
    }
  }

  @Override
  public void close(String name) {
    if (skipped > 0) {
      skipped--;
      return;
    }
    switch (name) {
      case "p" -> {
        var paragraph = paragraphs.poll();
        if (paragraph != null) {
          write(paragraph);
        }
      }
      case "pPr" -> inProperties = false;
      case "t" -> inText = false;
      case "tr" -> {
        if (tables == 1) {
          row();
        }
      }
      case "tbl" -> tables--;
      case "body", "footnotes", "endnotes" -> endCode();
      default -> {}
    }
  }

  /// A row with one cell is a frame around paragraphs.
  private void row() {
    if (cells.size() == 1) {
      cells.getFirst().forEach(out::paragraph);
    } else {
      out.row(cells.stream().map(cell -> String.join(" ", cell)).toList());
    }
    cells.clear();
  }

  private void write(Paragraph paragraph) {
    var text = paragraph.text.toString();
    if (tables > 0) {
      if (!cells.isEmpty()) {
        cells.getLast().add(text);
      }
      return;
    }
    if (styles.isCode(paragraph.style)) {
      code.append(text).append('\n');
      return;
    }
    endCode();
    if (!text.isBlank()) {
      prose(paragraph, text);
    }
  }

  private void prose(Paragraph paragraph, String text) {
    var isTitle = styles.isTitle(paragraph.style);
    if (isTitle && title == null) {
      title = text;
    }
    var level =
        paragraph.outline >= 0 && paragraph.outline <= 8
            ? paragraph.outline + 1
            : styles.headingLevel(paragraph.style);
    if (isTitle || level > 0) {
      out.heading(isTitle ? 1 : level, text, null);
      return;
    }
    var ofStyle = styles.list(paragraph.style);
    var list = paragraph.list == null && ofStyle != null ? ofStyle.list() : paragraph.list;
    var depth = paragraph.depth < 0 && ofStyle != null ? ofStyle.depth() : paragraph.depth;
    if (list != null && !list.equals("0")) {
      var from0 = Math.max(0, depth);
      out.listItem(from0 + 1, lists.marker(list, from0), text);
    } else if (styles.isQuote(paragraph.style)) {
      out.quote(text);
    } else {
      out.paragraph(text);
    }
  }

  private void endCode() {
    out.code(code.toString());
    code.setLength(0);
  }
}
