package dev.parley.retrieval.ingest.parse.archive;

import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads XML as a stream of events. Document type declarations are refused, and with them every
/// entity, from inside and from outside: Office never writes one.
public final class Xml {
  /// Of ids that lead to other parts; elements have other ids of their own.
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /// Receives the events of one part, in order. Names come without their prefix.
  public interface Events {
    void open(String name, XMLStreamReader element);

    void close(String name);

    default void text(String text) {}
  }

  private Xml() {}

  public static void read(byte @Nullable [] part, Events events) {
    if (part == null) {
      return;
    }
    try {
      var reader = factory().createXMLStreamReader(new ByteArrayInputStream(part));
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> events.open(reader.getLocalName(), reader);
          case XMLStreamConstants.END_ELEMENT -> events.close(reader.getLocalName());
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              events.text(reader.getText());
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new ParseProblem(
                  ParseFailure.DAMAGED, "The file declares XML entities, which is not allowed.");
          default -> {}
        }
      }
    } catch (XMLStreamException broken) {
      throw new ParseProblem(ParseFailure.DAMAGED, broken);
    }
  }

  /// The attribute of that name in whatever namespace; null when there is none.
  public static @Nullable String attribute(XMLStreamReader element, String name) {
    for (var i = 0; i < element.getAttributeCount(); i++) {
      if (element.getAttributeLocalName(i).equals(name)) {
        return element.getAttributeValue(i);
      }
    }
    return null;
  }

  /// The id by which an element of an Office file names another part; empty when it names none.
  public static String link(XMLStreamReader element) {
    var id = element.getAttributeValue(RELATIONSHIPS, "id");
    return id == null ? "" : id;
  }

  /// An attribute as a number, or `otherwise`.
  public static int number(XMLStreamReader element, String name, int otherwise) {
    var value = attribute(element, name);
    try {
      return value == null ? otherwise : Integer.parseInt(value.strip());
    } catch (NumberFormatException wrong) {
      return otherwise;
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }
}
