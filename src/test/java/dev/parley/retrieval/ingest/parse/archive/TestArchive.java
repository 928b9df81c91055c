package dev.parley.retrieval.ingest.parse.archive;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Archives of texts.
public final class TestArchive {
  private static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/";

  private final Map<String, String> parts = new LinkedHashMap<>();

  /// An Office file whose main part is of this type, such as `spreadsheetml.sheet`.
  public static TestArchive office(String type) {
    return new TestArchive()
        .part(
            "[Content_Types].xml",
            "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument."
                + type
                + ".main+xml\"/></Types>");
  }

  @CanIgnoreReturnValue
  public TestArchive part(String name, String text) {
    parts.put(name, text);
    return this;
  }

  /// Where a part leads: id, type and target of each link in turn.
  @CanIgnoreReturnValue
  public TestArchive links(String part, String... links) {
    var xml = new StringBuilder("<Relationships>");
    for (var i = 0; i < links.length; i += 3) {
      xml.append(
          "<Relationship Id=\"%s\" Type=\"%srelationships/%s\" Target=\"%s\"/>"
              .formatted(links[i], TYPE, links[i + 1], links[i + 2]));
    }
    var slash = part.lastIndexOf('/') + 1;
    return part(
        part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels",
        xml + "</Relationships>");
  }

  public byte[] bytes() {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
