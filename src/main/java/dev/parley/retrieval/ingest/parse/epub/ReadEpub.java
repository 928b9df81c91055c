package dev.parley.retrieval.ingest.parse.epub;

import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.archive.Xml;
import dev.parley.retrieval.ingest.parse.archive.ZipParts;
import dev.parley.retrieval.ingest.parse.html.ReadHtml;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.TextWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// An e-book: what its spine names, in that order, without the table of contents. Books with
/// protected chapters are `encrypted`.
public final class ReadEpub {
  private static final Set<String> KEPT = Set.of("xml", "opf", "xhtml", "html", "htm");

  private ReadEpub() {}

  public static ParsedDocument read(byte[] archive) {
    var parts = ZipParts.read(archive, ReadEpub::isKept);
    var packed = rootFile(parts.get("META-INF/container.xml"));
    var description = parts.get(packed);
    if (description == null) {
      throw new ParseProblem(ParseFailure.DAMAGED);
    }
    var book = new Book(packed);
    Xml.read(description, book);
    var locked = new LockedParts();
    Xml.read(parts.get("META-INF/encryption.xml"), locked);
    return text(book, parts, locked);
  }

  private static ParsedDocument text(Book book, Map<String, byte[]> parts, LockedParts locked) {
    var out = new TextWriter();
    for (var chapter : book.chapters()) {
      if (locked.has(chapter)) {
        throw new ParseProblem(ParseFailure.ENCRYPTED);
      }
      var page = parts.get(chapter);
      if (page != null) {
        ReadHtml.write(page, out);
      }
    }
    return out.finish(book.title(), null);
  }

  private static boolean isKept(String name) {
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return KEPT.contains(ending);
  }

  private static String rootFile(byte @Nullable [] container) {
    var found = new StringBuilder();
    Xml.read(
        container,
        new Xml.Events() {
          @Override
          public void open(String name, XMLStreamReader element) {
            var path = Xml.attribute(element, "full-path");
            if (name.equals("rootfile") && path != null && found.isEmpty()) {
              found.append(path);
            }
          }

          @Override
          public void close(String name) {}
        });
    return found.toString();
  }
}
