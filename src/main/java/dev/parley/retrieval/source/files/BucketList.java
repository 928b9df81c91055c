package dev.parley.retrieval.source.files;

import dev.parley.retrieval.source.intake.EndOfTrip;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads the lists of a bucket.
final class BucketList {
  private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z]{1,60})</Code>");

  private BucketList() {}

  /// @param tag the same while the object is
  record S3Object(String key, @Nullable String tag, long size) {}

  /// One page of a list.
  ///
  /// @param next what to ask on with; empty for nothing
  record Listed(List<S3Object> objects, String next) {}

  /// @throws EndOfTrip.Failed when it is no such list
  static Listed read(byte[] xml) {
    try {
      var factory = XMLInputFactory.newFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      return read(factory.createXMLStreamReader(new ByteArrayInputStream(xml)));
    } catch (XMLStreamException | IllegalArgumentException _) {
      throw new EndOfTrip.Failed("bucket_refused", "What the server sent is no list of a bucket.");
    }
  }

  /// Why a server refused, in its own word; empty when it does not say.
  static String errorCode(byte[] xml) {
    var text = new String(xml, 0, Math.min(xml.length, 4_096), StandardCharsets.UTF_8);
    var code = CODE.matcher(text);
    return code.find() ? " (" + code.group(1) + ")" : "";
  }

  private static Listed read(XMLStreamReader xml) throws XMLStreamException {
    var objects = new ArrayList<S3Object>();
    var next = "";
    var isList = false;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "ListBucketResult" -> isList = true;
        case "NextContinuationToken" -> next = xml.getElementText();
        case "Contents" -> objects.add(object(xml));
        default -> {
          // nothing that we need
        }
      }
    }
    if (!isList) {
      throw new XMLStreamException("no list");
    }
    return new Listed(objects, next);
  }

  private static S3Object object(XMLStreamReader xml) throws XMLStreamException {
    var key = "";
    String tag = null;
    var size = -1L;
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      var name = xml.getLocalName();
      switch (name) {
        case "Key" -> key = URLDecoder.decode(xml.getElementText(), StandardCharsets.UTF_8);
        case "ETag" -> tag = xml.getElementText();
        case "Size" -> size = Long.parseLong(xml.getElementText());
        default -> skip(xml);
      }
    }
    return new S3Object(key, tag, size);
  }

  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (var depth = 1; depth > 0; ) {
      var event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }
}
