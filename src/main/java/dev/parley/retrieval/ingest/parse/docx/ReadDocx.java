package dev.parley.retrieval.ingest.parse.docx;

import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.archive.OfficeParts;
import dev.parley.retrieval.ingest.parse.archive.Xml;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.TextWriter;

/// A Word document in the open format: headings by style, lists, tables as rows, notes at the end.
public final class ReadDocx {
  private static final String USUAL_MAIN_PART = "word/document.xml";

  private ReadDocx() {}

  public static ParsedDocument read(byte[] archive) {
    var parts = OfficeParts.read(archive);
    var main = parts.main(USUAL_MAIN_PART);
    var body = parts.part(main);
    if (body == null) {
      throw new ParseProblem(ParseFailure.DAMAGED);
    }
    var folder = main.substring(0, main.lastIndexOf('/') + 1);
    var styles = DocxStyles.of(parts.part(folder + "styles.xml"));
    var lists = DocxLists.of(parts.part(folder + "numbering.xml"));
    var out = new TextWriter();
    var events = new DocxBody(styles, lists, out);
    Xml.read(body, events);
    Xml.read(parts.part(folder + "footnotes.xml"), new DocxBody(styles, lists, out));
    Xml.read(parts.part(folder + "endnotes.xml"), new DocxBody(styles, lists, out));
    var title = events.title();
    return out.finish(title == null ? parts.title() : title, null);
  }
}
