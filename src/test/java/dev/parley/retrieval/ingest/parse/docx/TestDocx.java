package dev.parley.retrieval.ingest.parse.docx;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.parley.retrieval.ingest.parse.archive.TestArchive;

/// Word files made of their XML.
public final class TestDocx {
  private static final String NAMESPACES =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

  private final TestArchive archive = TestArchive.office("wordprocessingml.document");

  @CanIgnoreReturnValue
  public TestDocx part(String name, String xml) {
    archive.part(name, xml);
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
    return archive.bytes();
  }
}
