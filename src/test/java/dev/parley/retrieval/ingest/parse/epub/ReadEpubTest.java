package dev.parley.retrieval.ingest.parse.epub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.retrieval.ingest.parse.archive.TestArchive;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadEpubTest {
  private static TestArchive book() {
    return new TestArchive()
        .part("mimetype", "application/epub+zip")
        .part(
            "META-INF/container.xml",
            "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>")
        .part(
            "OEBPS/book.opf",
            "<package xmlns:dc=\"d\"><metadata><dc:title>Birds</dc:title><dc:title>Second</dc:title></metadata><manifest>"
                + "<item id=\"b\" href=\"text/two%20b.xhtml\"/><item id=\"a\" href=\"text/one.xhtml\"/>"
                + "<item id=\"n\" href=\"nav.xhtml\" properties=\"nav\"/></manifest>"
                + "<spine><itemref idref=\"n\"/><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>")
        .part(
            "OEBPS/nav.xhtml", "<html><body><a href=\"text/one.xhtml\">Contents</a></body></html>")
        .part(
            "OEBPS/text/one.xhtml",
            "<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"h\"><body><h1 id=\"c1\">Herons</h1><p>Grey ones.</p></body></html>")
        .part(
            "OEBPS/text/two b.xhtml",
            "<html><body><h1>Cranes</h1><p>White ones.</p></body></html>");
  }

  @Test
  void chaptersComeInTheOrderOfReading() {
    var read = ReadEpub.read(book().bytes());

    assertEquals(
        List.of(
            "HEADING1 #c1: Herons",
            "PARAGRAPH: Grey ones.",
            "HEADING1: Cranes",
            "PARAGRAPH: White ones."),
        Shown.blocks(read));
    assertEquals("Birds", read.title());
  }

  @Test
  void aLockedChapterIsSaidToBeLockedAndALockedFontIsNot() {
    var fonts = book().part("META-INF/encryption.xml", locked("OEBPS/font.otf"));
    assertEquals(4, Shown.blocks(ReadEpub.read(fonts.bytes())).size());

    var chapter = book().part("META-INF/encryption.xml", locked("OEBPS/text/one.xhtml"));
    var problem = assertThrows(ParseProblem.class, () -> ReadEpub.read(chapter.bytes()));
    assertEquals(ParseFailure.ENCRYPTED, problem.failure());
  }

  @Test
  void aBookThatLeadsNowhereIsDamaged() {
    var lost = new TestArchive().part("mimetype", "application/epub+zip");
    var problem = assertThrows(ParseProblem.class, () -> ReadEpub.read(lost.bytes()));
    assertEquals(ParseFailure.DAMAGED, problem.failure());
  }

  private static String locked(String path) {
    return "<encryption><CipherReference URI=\"" + path + "\"/></encryption>";
  }
}
