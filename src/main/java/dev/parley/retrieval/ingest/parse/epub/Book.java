package dev.parley.retrieval.ingest.parse.epub;

import dev.parley.retrieval.ingest.parse.archive.Xml;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// What an e-book says of itself (EPUB 3.3, package document): its title, and its chapters in the
/// order in which they are read.
final class Book implements Xml.Events {
  private final String folder;
  private final Map<String, String> files = new HashMap<>();
  private final List<String> spine = new ArrayList<>();
  private final StringBuilder title = new StringBuilder();
  private boolean inTitle;
  private boolean hasTitle;

  /// @param description its own path, from which others are counted
  Book(String description) {
    this.folder = description.substring(0, description.lastIndexOf('/') + 1);
  }

  /// The first one; null when there is none.
  @Nullable String title() {
    return title.isEmpty() ? null : title.toString();
  }

  /// The paths of the chapters in the archive.
  List<String> chapters() {
    return spine.stream().filter(files::containsKey).map(files::get).toList();
  }

  @Override
  public void open(String name, XMLStreamReader element) {
    switch (name) {
      case "title" -> inTitle = !hasTitle;
      case "item" -> item(element);
      case "itemref" -> spine.add(String.valueOf(Xml.attribute(element, "idref")));
      default -> {}
    }
  }

  private void item(XMLStreamReader element) {
    var id = Xml.attribute(element, "id");
    var path = Xml.attribute(element, "href");
    var properties = Xml.attribute(element, "properties");
    var isContents = properties != null && (" " + properties + " ").contains(" nav ");
    if (id != null && path != null && !isContents) {
      files.put(id, folder + URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
    }
  }

  @Override
  public void text(String text) {
    title.append(inTitle ? text : "");
  }

  @Override
  public void close(String name) {
    if (name.equals("title")) {
      hasTitle = hasTitle || !title.isEmpty();
      inTitle = false;
    }
  }
}
