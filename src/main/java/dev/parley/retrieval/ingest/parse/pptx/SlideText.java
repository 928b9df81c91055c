package dev.parley.retrieval.ingest.parse.pptx;

import dev.parley.retrieval.ingest.parse.archive.Xml;
import dev.parley.retrieval.ingest.parse.text.TextWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/// The texts of one slide, in the order of its file; the title first, wherever it stands.
final class SlideText implements Xml.Events {
  /// What stands on every slide, and pictures of slides on notes.
  private static final Set<String> FURNITURE = Set.of("sldNum", "dt", "ftr", "hdr", "sldImg");

  private static final Set<String> TITLES = Set.of("title", "ctrTitle");

  /// What stands in a slide.
  private sealed interface Piece {
    /// @param depth from 1; 0 for a paragraph that is no item of a list
    record Line(int depth, String text) implements Piece {}

    record Row(List<String> cells) implements Piece {}
  }

  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder title = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder cell = new StringBuilder();
  private final List<String> cells = new ArrayList<>();
  private String placeholder = "";
  private int level;
  private int tables;
  private int skipped;
  private boolean inText;

  @Override
  public void open(String name, XMLStreamReader element) {
    if (skipped > 0 || name.equals("Fallback")) {
      skipped++;
      return;
    }
    switch (name) {
      case "sp" -> placeholder = "";
      case "ph" -> {
        var type = Xml.attribute(element, "type");
        placeholder = type == null ? "body" : type;
      }
      case "tbl" -> tables++;
      case "tr" -> cells.clear();
      case "tc" -> cell.setLength(0);
      case "p" -> {
        line.setLength(0);
        level = 0;
      }
      case "pPr" -> level = Math.max(0, Xml.number(element, "lvl", 0));
      case "t" -> inText = true;
      case "br" -> line.append('\n');
      default -> {}
    }
  }

  @Override
  public void text(String text) {
    if (inText && skipped == 0) {
      line.append(text);
    }
  }

  @Override
  public void close(String name) {
    if (skipped > 0) {
      skipped--;
      return;
    }
    switch (name) {
      case "t" -> inText = false;
      case "p" -> paragraph(line.toString());
      case "tc" -> cells.add(cell.toString().strip());
      case "tr" -> pieces.add(new Piece.Row(List.copyOf(cells)));
      case "tbl" -> tables--;
      case "sp" -> placeholder = "";
      default -> {}
    }
  }

  private void paragraph(String text) {
    if (tables > 0) {
      cell.append(text).append(' ');
    } else if (TITLES.contains(placeholder)) {
      title.append(title.isEmpty() ? "" : " ").append(text.replace('\n', ' '));
    } else if (!FURNITURE.contains(placeholder) && !text.isBlank()) {
      var isList = placeholder.equals("body") || placeholder.equals("obj");
      pieces.add(new Piece.Line(isList || level > 0 ? level + 1 : 0, text));
    }
  }

  /// @param untitled heading of a slide that has no title
  void write(String untitled, TextWriter out) {
    if (!title.isEmpty() || !pieces.isEmpty()) {
      out.heading(1, title.toString().isBlank() ? untitled : title.toString(), null);
    }
    for (var piece : pieces) {
      switch (piece) {
        case Piece.Line(var depth, var text) -> {
          if (depth == 0) {
            out.paragraph(text);
          } else {
            out.listItem(depth, "- ", text);
          }
        }
        case Piece.Row(var row) -> out.row(row);
      }
    }
  }

  void writeAsNotes(TextWriter out) {
    for (var piece : pieces) {
      if (piece instanceof Piece.Line(var _, var text)) {
        out.quote(text);
      }
    }
  }
}
