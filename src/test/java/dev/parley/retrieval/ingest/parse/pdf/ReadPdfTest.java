package dev.parley.retrieval.ingest.parse.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.Shown;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

final class ReadPdfTest {
  private static final String[] FILLER = {
    "Body text runs over several lines so that its size is the most",
    "common one in the file, and the distance of its lines is known to",
    "whoever measures it. It ends here."
  };

  private static List<String> blocks(TestPdf pdf) {
    return Shown.blocks(ReadPdf.read(pdf.bytes()));
  }

  private static ParseFailure failure(byte[] bytes) {
    return assertThrows(ParseProblem.class, () -> ReadPdf.read(bytes)).failure();
  }

  @Test
  void linesBecomeHeadingsParagraphsListsAndCode() {
    var pdf =
        new TestPdf()
            .line(FontName.HELVETICA, 20, 50, 60, "The Guide")
            .line(FontName.HELVETICA, 14, 50, 100, "First steps")
            .lines(50, 130, FILLER)
            .lines(50, 180, "Words that are divi-", "ded at the end of a line are joined.")
            .lines(50, 220, "• one thing", "• another thing that", "goes on")
            .line(FontName.HELVETICA_BOLD, 10, 50, 280, "Small heading")
            .lines(50, 294, "After it.")
            .line(FontName.COURIER, 10, 50, 330, "if x:")
            .line(FontName.COURIER, 10, 74, 342, "y()");

    assertEquals(
        List.of(
            "HEADING1 p1: The Guide",
            "HEADING2 p1: First steps",
            "PARAGRAPH p1: " + String.join(" ", FILLER),
            "PARAGRAPH p1: Words that are divided at the end of a line are joined.",
            "LIST_ITEM1 p1: - one thing",
            "LIST_ITEM1 p1: - another thing that goes on",
            "HEADING3 p1: Small heading",
            "PARAGRAPH p1: After it.",
            "CODE p1: if x:\n    y()"),
        blocks(pdf));
  }

  @Test
  void columnsAreReadOneAfterTheOther() {
    var pdf =
        new TestPdf()
            .lines(50, 100, "The left column begins the story", "and goes down the page until it")
            .lines(320, 100, "continues at the top of the right", "column and ends.");

    assertEquals(
        List.of(
            "PARAGRAPH p1: The left column begins the story and goes down the page until it"
                + " continues at the top of the right column and ends."),
        blocks(pdf));
  }

  @Test
  void pagesDrawnCrissCrossAreReadFromTopToBottom() {
    var pdf = new TestPdf();
    for (var line : List.of(9, 2, 7, 4, 0, 6, 3, 8, 1, 5)) {
      pdf.lines(50, 100 + 40 * line, "Sentence number " + line + ".");
    }

    var expected = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertEquals(
        expected.stream().map(n -> "PARAGRAPH p1: Sentence number " + n + ".").toList(),
        blocks(pdf));
  }

  @Test
  void runningTitlesAndPageNumbersAreLeftOut() {
    var pdf = new TestPdf();
    for (var page = 1; page <= 4; page++) {
      pdf.lines(50, 30, "The Guide, chapter " + page);
      pdf.lines(50, 100, "Text of page " + "abcd".charAt(page - 1) + ".");
      pdf.lines(300, 760, "Page " + page + " of 4");
      if (page < 4) {
        pdf.nextPage();
      }
    }

    assertEquals(
        List.of(
            "PARAGRAPH p1: Text of page a.",
            "PARAGRAPH p2: Text of page b.",
            "PARAGRAPH p3: Text of page c.",
            "PARAGRAPH p4: Text of page d."),
        blocks(pdf));
  }

  @Test
  void aPasswordIsSaidToBeInTheWay() {
    assertEquals(
        ParseFailure.ENCRYPTED, failure(new TestPdf().lines(50, 50, FILLER).locked("x").bytes()));
  }

  @Test
  void aFileThatAnybodyMayOpenIsReadThoughItIsEncrypted() {
    var pdf = new TestPdf().lines(50, 50, "Open to all.").locked("");
    assertEquals(List.of("PARAGRAPH p1: Open to all."), blocks(pdf));
  }

  @Test
  void picturesOfPagesAreSaidToBeScanned() {
    assertEquals(
        ParseFailure.SCANNED, failure(new TestPdf().picture().lines(500, 780, "1").bytes()));
  }

  @Test
  void emptyPagesHaveNoText() {
    assertEquals(ParseFailure.NO_TEXT, failure(new TestPdf().bytes()));
  }

  @Test
  void halfAFileIsDamaged() {
    var junk = "%PDF-1.7\nnothing of what follows is a document\n".getBytes(StandardCharsets.UTF_8);
    assertEquals(ParseFailure.DAMAGED, failure(junk));
    var pdf = new TestPdf().lines(50, 50, FILLER).bytes();
    assertEquals(ParseFailure.DAMAGED, failure(Arrays.copyOf(pdf, 60)));
  }
}
