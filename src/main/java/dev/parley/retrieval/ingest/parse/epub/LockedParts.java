package dev.parley.retrieval.ingest.parse.epub;

import dev.parley.retrieval.ingest.parse.archive.Xml;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/// Which parts of an e-book are encrypted. Fonts often are, which locks nothing that is read.
final class LockedParts implements Xml.Events {
  private final Set<String> paths = new HashSet<>();

  boolean has(String path) {
    return paths.contains(path);
  }

  @Override
  public void open(String name, XMLStreamReader element) {
    var path = Xml.attribute(element, "URI");
    if (name.equals("CipherReference") && path != null) {
      paths.add(path);
    }
  }

  @Override
  public void close(String name) {}
}
