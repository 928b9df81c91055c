package dev.parley.retrieval.ingest.parse.pptx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.retrieval.ingest.parse.archive.TestArchive;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadPptxTest {
  private static final String NAMES =
      " xmlns:p=\"p\" xmlns:a=\"a\" xmlns:mc=\"mc\" xmlns:r="
          + "\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  private static TestArchive deck(String... slides) {
    var archive = TestArchive.office("presentationml.presentation");
    var ids = new StringBuilder();
    var links = new String[slides.length * 3];
    for (var i = 0; i < slides.length; i++) {
      ids.append("<p:sldId id=\"%d\" r:id=\"r%d\"/>".formatted(256 + i, i));
      links[3 * i] = "r" + i;
      links[3 * i + 1] = "slide";
      // The order of the files is not the order of the slides.
      links[3 * i + 2] = "slides/slide" + (slides.length - i) + ".xml";
      archive.part(
          "ppt/slides/slide" + (slides.length - i) + ".xml",
          "<p:sld" + NAMES + ">" + slides[i] + "</p:sld>");
    }
    archive.part(
        "ppt/presentation.xml", "<p:presentation" + NAMES + ">" + ids + "</p:presentation>");
    return archive.links("ppt/presentation.xml", links);
  }

  private static String shape(String placeholder, String paragraphs) {
    var mark = placeholder.isEmpty() ? "" : "<p:nvPr><p:ph type=\"" + placeholder + "\"/></p:nvPr>";
    return "<p:sp>" + mark + "<p:txBody>" + paragraphs + "</p:txBody></p:sp>";
  }

  private static String line(String text) {
    return "<a:p><a:r><a:t>" + text + "</a:t></a:r></a:p>";
  }

  private static String line(int level, String text) {
    return "<a:p><a:pPr lvl=\"" + level + "\"/><a:r><a:t>" + text + "</a:t></a:r></a:p>";
  }

  @Test
  void slidesComeInTheirOrderEachWithItsTitleFirst() {
    var first = shape("body", line("One") + line(1, "Inner")) + shape("title", line("Begin"));
    var second = shape("", line("Free text")) + shape("sldNum", line("2"));

    var read = ReadPptx.read(deck(first, second).bytes());

    assertEquals(
        List.of(
            "HEADING1 p1: Begin",
            "LIST_ITEM1 p1: - One",
            "LIST_ITEM2 p1: - Inner",
            "HEADING1 p2: Slide 2",
            "PARAGRAPH p2: Free text"),
        Shown.blocks(read));
    assertEquals(2, read.pages());
    assertEquals("Begin", read.title());
  }

  @Test
  void tablesAreRowsAndFallbacksAreLeftOut() {
    var table =
        "<p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody>%s</a:txBody></a:tc><a:tc><a:txBody>%s</a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>"
            .formatted(line("Berlin") + line("Mitte"), line("3"));
    var twice =
        "<mc:AlternateContent><mc:Fallback>"
            + line("again")
            + "</mc:Fallback></mc:AlternateContent>";

    assertEquals(
        List.of("HEADING1 p1: Slide 1", "TABLE_ROW p1: Berlin Mitte | 3"),
        Shown.blocks(ReadPptx.read(deck(table + twice).bytes())));
  }

  @Test
  void notesStandBehindTheirSlide() {
    var deck = deck(shape("title", line("Plan")));
    deck.links("ppt/slides/slide1.xml", "n", "notesSlide", "../notesSlides/notes1.xml");
    deck.part(
        "ppt/notesSlides/notes1.xml",
        "<p:notes" + NAMES + ">" + shape("body", line("Say hello.")) + "</p:notes>");

    assertEquals(
        List.of("HEADING1 p1: Plan", "QUOTE p1: Say hello."),
        Shown.blocks(ReadPptx.read(deck.bytes())));
  }

  @Test
  void aDeckOfPicturesHasNoText() {
    var problem = assertThrows(ParseProblem.class, () -> ReadPptx.read(deck("<p:pic/>").bytes()));
    assertEquals(ParseFailure.NO_TEXT, problem.failure());
  }
}
