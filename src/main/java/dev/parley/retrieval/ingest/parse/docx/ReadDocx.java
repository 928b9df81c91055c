package dev.parley.retrieval.ingest.parse.docx;

import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.TextWriter;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A Word document in the open format: headings by style, lists, tables as rows, notes at the end.
public final class ReadDocx {
  private static final String USUAL_MAIN_PART = "word/document.xml";

  private ReadDocx() {}

  public static ParsedDocument read(byte[] archive) {
    var parts = ZipParts.read(archive, name -> name.endsWith(".xml") || name.endsWith(".rels"));
    var main = mainPart(parts);
    var body = parts.get(main);
    if (body == null) {
      throw new ParseProblem(ParseFailure.DAMAGED);
    }
    var folder = main.substring(0, main.lastIndexOf('/') + 1);
    var styles = DocxStyles.of(parts.get(folder + "styles.xml"));
    var lists = DocxLists.of(parts.get(folder + "numbering.xml"));
    var out = new TextWriter();
    var events = new DocxBody(styles, lists, out);
    Xml.read(body, events);
    Xml.read(parts.get(folder + "footnotes.xml"), new DocxBody(styles, lists, out));
    Xml.read(parts.get(folder + "endnotes.xml"), new DocxBody(styles, lists, out));
    var title = events.title();
    return out.finish(title == null ? coreTitle(parts.get("docProps/core.xml")) : title, null);
  }

  /// Where the package says that its document is; some writers number the part.
  private static String mainPart(Map<String, byte[]> parts) {
    if (parts.containsKey(USUAL_MAIN_PART)) {
      return USUAL_MAIN_PART;
    }
    var found = new StringBuilder();
    Xml.read(
        parts.get("_rels/.rels"),
        new Xml.Events() {
          @Override
          public void open(String name, XMLStreamReader element) {
            var type = Xml.attribute(element, "Type");
            var target = Xml.attribute(element, "Target");
            if (type != null && type.endsWith("/officeDocument") && target != null) {
              found.append(target.startsWith("/") ? target.substring(1) : target);
            }
          }

          @Override
          public void close(String name) {}
        });
    return found.toString();
  }

  private static @Nullable String coreTitle(byte @Nullable [] part) {
    var title = new StringBuilder();
    Xml.read(
        part,
        new Xml.Events() {
          private boolean inTitle;

          @Override
          public void open(String name, XMLStreamReader element) {
            inTitle = name.equals("title");
          }

          @Override
          public void text(String text) {
            title.append(inTitle ? text : "");
          }

          @Override
          public void close(String name) {
            inTitle = false;
          }
        });
    return title.toString().isBlank() ? null : title.toString();
  }
}
