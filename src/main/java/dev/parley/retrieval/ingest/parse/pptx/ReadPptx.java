package dev.parley.retrieval.ingest.parse.pptx;

import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.archive.OfficeParts;
import dev.parley.retrieval.ingest.parse.archive.Xml;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.TextWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/// A presentation in the open format: the slides in their order, each with its title as heading,
/// its texts, tables and notes. Pictures and diagrams are left out.
public final class ReadPptx {
  private static final String USUAL_MAIN_PART = "ppt/presentation.xml";

  private ReadPptx() {}

  public static ParsedDocument read(byte[] archive) {
    var parts = OfficeParts.read(archive);
    var main = parts.main(USUAL_MAIN_PART);
    var presentation = parts.part(main);
    if (presentation == null) {
      throw new ParseProblem(ParseFailure.DAMAGED);
    }
    var links = parts.links(main);
    var out = new TextWriter();
    var number = 0;
    for (var id : slides(presentation)) {
      var link = links.get(id);
      if (link != null) {
        number++;
        out.page(number);
        write(parts, link.part(), number, out);
      }
    }
    return out.finish(parts.title(), number);
  }

  private static void write(OfficeParts parts, String slide, int number, TextWriter out) {
    var shown = new SlideText();
    Xml.read(parts.part(slide), shown);
    shown.write("Slide " + number, out);
    for (var link : parts.links(slide).values()) {
      if (link.type().equals("notesSlide")) {
        var notes = new SlideText();
        Xml.read(parts.part(link.part()), notes);
        notes.writeAsNotes(out);
      }
    }
  }

  private static List<String> slides(byte[] presentation) {
    var ids = new ArrayList<String>();
    Xml.read(
        presentation,
        new Xml.Events() {
          @Override
          public void open(String name, XMLStreamReader element) {
            if (name.equals("sldId")) {
              ids.add(Xml.link(element));
            }
          }

          @Override
          public void close(String name) {}
        });
    return ids;
  }
}
