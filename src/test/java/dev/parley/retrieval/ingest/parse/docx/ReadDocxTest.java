package dev.parley.retrieval.ingest.parse.docx;

import static dev.parley.retrieval.ingest.parse.docx.TestDocx.item;
import static dev.parley.retrieval.ingest.parse.docx.TestDocx.paragraph;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadDocxTest {
  private static final String STYLES =
      "<w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/>"
          + "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
          + "<w:style w:styleId=\"Own\"><w:name w:val=\"Own\"/><w:basedOn w:val=\"berschrift1\"/></w:style>"
          + "<w:style w:styleId=\"H2\"><w:name w:val=\"Heading 2\"/></w:style>"
          + "<w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>"
          + "<w:style w:styleId=\"Q\"><w:name w:val=\"Intense Quote\"/></w:style>"
          + "<w:style w:styleId=\"C\"><w:name w:val=\"Source Code\"/></w:style>"
          + "<w:style w:styleId=\"LB\"><w:name w:val=\"List Bullet\"/><w:pPr><w:numPr>"
          + "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
  private static final String NUMBERING =
      "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl>"
          + "</w:abstractNum><w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\">"
          + "<w:numFmt w:val=\"decimal\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"lowerLetter\"/>"
          + "</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
          + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>";

  private static List<String> blocks(String body) {
    var docx = new TestDocx().styles(STYLES).numbering(NUMBERING).body(body);
    return Shown.blocks(ReadDocx.read(docx.bytes()));
  }

  @Test
  void stylesMakeHeadingsQuotesAndCode() {
    assertEquals(
        List.of(
            "HEADING1: Report",
            "HEADING1: Ours",
            "HEADING2: Part",
            "PARAGRAPH: Text.",
            "QUOTE: Said.",
            "CODE: if x:\n  y"),
        blocks(
            paragraph("Titel", "Report")
                + paragraph("Own", "Ours")
                + paragraph("H2", "Part")
                + paragraph("", "Text.")
                + paragraph("Q", "Said.")
                + paragraph("C", "if x:")
                + paragraph("C", "  y")));
  }

  @Test
  void listsCountAsTheyDoOnPaper() {
    assertEquals(
        List.of(
            "LIST_ITEM1: 1. one",
            "LIST_ITEM2: a. deep",
            "LIST_ITEM2: b. deeper",
            "LIST_ITEM1: 2. two",
            "LIST_ITEM2: a. again",
            "LIST_ITEM1: - point"),
        blocks(
            item("2", 0, "one")
                + item("2", 1, "deep")
                + item("2", 1, "deeper")
                + item("2", 0, "two")
                + item("2", 1, "again")
                + paragraph("LB", "point")));
  }

  @Test
  void tablesAreRowsAndFramesAreParagraphs() {
    var inner = "<w:tbl><w:tr><w:tc>" + paragraph("", "in") + "</w:tc></w:tr></w:tbl>";
    assertEquals(
        List.of("TABLE_ROW: a b | c in", "PARAGRAPH: framed", "PARAGRAPH: after"),
        blocks(
            "<w:tbl><w:tr><w:tc>"
                + paragraph("", "a")
                + paragraph("", "b")
                + "</w:tc><w:tc>"
                + paragraph("", "c")
                + inner
                + "</w:tc></w:tr></w:tbl>"
                + "<w:tbl><w:tr><w:tc>"
                + paragraph("", "framed")
                + "</w:tc></w:tr></w:tbl>"
                + paragraph("", "after")));
  }

  @Test
  void deletedTextIsLeftOutAndBreaksStay() {
    assertEquals(
        List.of("PARAGRAPH: kept new\nline"),
        blocks(
            "<w:p><w:r><w:t>kept</w:t><w:tab/></w:r><w:del><w:r><w:delText>gone</w:delText></w:r>"
                + "</w:del><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>new"
                + "</w:t><w:br/><w:t>line</w:t></w:r></w:ins><mc:AlternateContent><mc:Fallback>"
                + "<w:r><w:t>twice</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"));
  }

  @Test
  void theTitleIsTheTitleParagraphOrThePropertyOrTheFirstHeading() {
    var core = "<p xmlns:dc=\"d\"><dc:title>Property</dc:title><dc:creator>x</dc:creator></p>";
    var plain = new TestDocx().styles(STYLES).body(paragraph("H2", "Heading"));
    assertEquals("Heading", ReadDocx.read(plain.bytes()).title());
    assertEquals("Property", ReadDocx.read(plain.part("docProps/core.xml", core).bytes()).title());
    plain.body(paragraph("Titel", "Paragraph"));
    assertEquals("Paragraph", ReadDocx.read(plain.bytes()).title());
  }

  @Test
  void notesStandAtTheEnd() {
    var docx =
        new TestDocx()
            .body(paragraph("", "Text"))
            .part(
                "word/footnotes.xml",
                "<w:n xmlns:w=\"w\"><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:n>");
    assertEquals("Text\n\nNote", ReadDocx.read(docx.bytes()).text());
  }

  @Test
  void entitiesAreRefused() {
    var bomb =
        "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
            + "<d><body><p><r><t>&b;</t></r></p></body></d>";
    var docx = new TestDocx().part("word/document.xml", bomb).bytes();
    var problem = assertThrows(ParseProblem.class, () -> ReadDocx.read(docx));
    assertEquals(ParseFailure.DAMAGED, problem.failure());
  }

  @Test
  void whatUnpacksToFarMoreIsABomb() {
    var docx = new TestDocx().body(paragraph("", " ".repeat(30 << 20))).bytes();
    var problem = assertThrows(ParseProblem.class, () -> ReadDocx.read(docx));
    assertEquals(ParseFailure.ARCHIVE_BOMB, problem.failure());
  }
}
