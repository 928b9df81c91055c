package dev.parley.retrieval.ingest.parse.xlsx;

import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.archive.OfficeParts;
import dev.parley.retrieval.ingest.parse.archive.Xml;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.TextWriter;

/// A workbook in the open format: its visible sheets in their order, each with its name as heading
/// and its rows. Cells hold what their formulas came to when the file was saved.
public final class ReadXlsx {
  private static final String USUAL_MAIN_PART = "xl/workbook.xml";

  private ReadXlsx() {}

  public static ParsedDocument read(byte[] archive) {
    var parts = OfficeParts.read(archive);
    var main = parts.main(USUAL_MAIN_PART);
    if (parts.part(main) == null) {
      throw new ParseProblem(ParseFailure.DAMAGED);
    }
    var workbook = new Workbook();
    Xml.read(parts.part(main), workbook);
    var links = parts.links(main);
    var strings = new SharedStrings();
    var formats = new CellFormats(workbook.countsFrom1904());
    for (var link : links.values()) {
      switch (link.type()) {
        case "sharedStrings" -> Xml.read(parts.part(link.part()), strings);
        case "styles" -> Xml.read(parts.part(link.part()), formats);
        default -> {}
      }
    }
    var out = new TextWriter();
    for (var sheet : workbook.visible()) {
      var link = links.get(sheet.link());
      if (link != null) {
        Xml.read(parts.part(link.part()), new SheetRows(sheet.name(), strings.all(), formats, out));
      }
    }
    return out.finish(parts.title(), null);
  }
}
