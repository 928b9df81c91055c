package dev.parley.retrieval.ingest.parse.docx;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Word files made of their XML.
public final class TestDocx {
  private static final String TYPES =
      "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd."
          + "openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
  private static final String NAMESPACES =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

  private final Map<String, String> parts = new LinkedHashMap<>();

  public TestDocx() {
    parts.put("[Content_Types].xml", TYPES);
  }

  @CanIgnoreReturnValue
  public TestDocx part(String name, String xml) {
    parts.put(name, xml);
    return this;
  }

  /// The main part, around its paragraphs and tables.
  @CanIgnoreReturnValue
  public TestDocx body(String content) {
    return part(
        "word/document.xml",
        "<w:document" + NAMESPACES + "><w:body>" + content + "</w:body></w:document>");
  }

  @CanIgnoreReturnValue
  public TestDocx styles(String content) {
    return part("word/styles.xml", "<w:styles" + NAMESPACES + ">" + content + "</w:styles>");
  }

  @CanIgnoreReturnValue
  public TestDocx numbering(String content) {
    return part(
        "word/numbering.xml", "<w:numbering" + NAMESPACES + ">" + content + "</w:numbering>");
  }

  /// A paragraph in a style, or in none.
  public static String paragraph(String style, String text) {
    var properties = style.isEmpty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
    return "<w:p>" + properties + "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  public static String item(String list, int level, String text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\""
        + level
        + "\"/><w:numId w:val=\""
        + list
        + "\"/></w:numPr></w:pPr><w:r><w:t>"
        + text
        + "</w:t></w:r></w:p>";
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
