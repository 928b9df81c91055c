package dev.parley.retrieval.ingest.parse.archive;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The parts of an Office file and how they lead to each other (ECMA-376, part 2).
public final class OfficeParts {
  private final Map<String, byte[]> parts;

  private OfficeParts(Map<String, byte[]> parts) {
    this.parts = parts;
  }

  /// @throws dev.parley.retrieval.ingest.parse.text.ParseProblem as [ZipParts#read]
  public static OfficeParts read(byte[] archive) {
    return new OfficeParts(
        ZipParts.read(archive, name -> name.endsWith(".xml") || name.endsWith(".rels")));
  }

  /// One part as it is; null when there is none.
  public byte @Nullable [] part(@Nullable String name) {
    return name == null ? null : parts.get(name);
  }

  /// Where the package says that its document is; some writers number the part.
  public String main(String usual) {
    return parts.containsKey(usual)
        ? usual
        : links("").values().stream()
            .filter(link -> link.type().equals("officeDocument"))
            .map(Link::part)
            .findFirst()
            .orElse("");
  }

  /// Where a part leads, by the ids that it names others by.
  public Map<String, Link> links(String part) {
    var folder = part.substring(0, part.lastIndexOf('/') + 1);
    var links = new HashMap<String, Link>();
    Xml.read(
        parts.get(folder + "_rels/" + part.substring(folder.length()) + ".rels"),
        new Xml.Events() {
          @Override
          public void open(String name, XMLStreamReader element) {
            var id = Xml.attribute(element, "Id");
            var type = Xml.attribute(element, "Type");
            var target = Xml.attribute(element, "Target");
            if (id != null && type != null && target != null) {
              var kind = type.substring(type.lastIndexOf('/') + 1);
              var _ = links.putIfAbsent(id, new Link(kind, resolve(folder, target)));
            }
          }

          @Override
          public void close(String name) {}
        });
    return links;
  }

  /// Names that lead nowhere stay as they are: there is no such part.
  private static String resolve(String folder, String target) {
    try {
      var path = URI.create("/" + folder).resolve(target).getPath();
      return path == null || !path.startsWith("/") ? target : path.substring(1);
    } catch (IllegalArgumentException _) {
      return target;
    }
  }

  /// What the file's properties call it; null when they do not.
  public @Nullable String title() {
    var title = new StringBuilder();
    Xml.read(
        parts.get("docProps/core.xml"),
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

  /// One part that another names.
  ///
  /// @param type the last word of its type, such as `slide`
  public record Link(String type, String part) {}
}
