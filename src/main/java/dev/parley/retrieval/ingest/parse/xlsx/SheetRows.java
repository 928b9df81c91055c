package dev.parley.retrieval.ingest.parse.xlsx;

import dev.parley.retrieval.ingest.parse.archive.Xml;
import dev.parley.retrieval.ingest.parse.text.TextWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/// The rows of one sheet. Empty rows are left out; empty cells keep their place.
final class SheetRows implements Xml.Events {
  /// As many columns as a sheet can have.
  private static final int COLUMNS = 16_384;

  private static final int LETTERS = 26;

  private final String sheet;
  private final List<String> strings;
  private final CellFormats formats;
  private final TextWriter out;
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private String type = "n";
  private int style;
  private int column;
  private boolean inValue;
  private boolean isNamed;

  SheetRows(String sheet, List<String> strings, CellFormats formats, TextWriter out) {
    this.sheet = sheet;
    this.strings = strings;
    this.formats = formats;
    this.out = out;
  }

  @Override
  public void open(String name, XMLStreamReader element) {
    switch (name) {
      case "row" -> {
        cells.clear();
        column = 0;
      }
      case "c" -> {
        var place = Xml.attribute(element, "r");
        column = place == null ? column + 1 : column(place);
        var said = Xml.attribute(element, "t");
        type = said == null ? "n" : said;
        style = Xml.number(element, "s", 0);
        value.setLength(0);
      }
      case "v", "t" -> inValue = true;
      default -> {}
    }
  }

  @Override
  public void text(String text) {
    if (inValue) {
      value.append(text);
    }
  }

  @Override
  public void close(String name) {
    switch (name) {
      case "v", "t" -> inValue = false;
      case "c" -> {
        if (column <= COLUMNS && !value.isEmpty()) {
          while (cells.size() < column - 1) {
            cells.add("");
          }
          cells.add(shown());
        }
      }
      case "row" -> row();
      default -> {}
    }
  }

  private void row() {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    if (!isNamed) {
      out.heading(1, sheet, null);
      isNamed = true;
    }
    out.row(cells);
  }

  private String shown() {
    var text = value.toString();
    return switch (type) {
      case "s" -> shared(text);
      case "b" -> text.equals("1") ? "TRUE" : "FALSE";
      case "n" -> formats.shown(text, style);
      default -> text;
    };
  }

  private String shared(String number) {
    try {
      var at = Integer.parseInt(number.strip());
      return at >= 0 && at < strings.size() ? strings.get(at) : "";
    } catch (NumberFormatException _) {
      return "";
    }
  }

  /// From 1; `C7` is in column 3.
  private static int column(String place) {
    var column = 0;
    for (var i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
      column = Math.min(COLUMNS + 1, LETTERS * column + (place.charAt(i) & 0x1f));
    }
    return Math.max(1, column);
  }
}
