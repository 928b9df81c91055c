package dev.parley.retrieval.ingest.parse.xlsx;

import dev.parley.retrieval.ingest.parse.archive.Xml;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/// The names of a workbook's sheets, and from when it counts days.
final class Workbook implements Xml.Events {
  private final List<Sheet> sheets = new ArrayList<>();
  private boolean countsFrom1904;

  /// A sheet that people see.
  ///
  /// @param link by which its part is named
  record Sheet(String name, String link) {}

  List<Sheet> visible() {
    return sheets;
  }

  boolean countsFrom1904() {
    return countsFrom1904;
  }

  @Override
  public void open(String name, XMLStreamReader element) {
    if (name.equals("sheet")) {
      var state = Xml.attribute(element, "state");
      if (state == null || state.equals("visible")) {
        var called = String.valueOf(Xml.attribute(element, "name"));
        sheets.add(new Sheet(called, Xml.link(element)));
      }
    } else if (name.equals("workbookPr")) {
      var value = Xml.attribute(element, "date1904");
      countsFrom1904 = "1".equals(value) || "true".equals(value);
    }
  }

  @Override
  public void close(String name) {}
}
