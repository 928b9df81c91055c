package dev.parley.retrieval.ingest.parse.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.retrieval.document.Block.Kind;
import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.archive.TestArchive;
import dev.parley.retrieval.ingest.parse.docx.TestDocx;
import dev.parley.retrieval.ingest.parse.pdf.TestPdf;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.Shown;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReadDocumentTest {
  private static final byte[] TEXT = "Plain *words*.".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PDF = new TestPdf().lines(50, 50, "From a PDF.").bytes();
  private static final byte[] DOCX =
      new TestDocx().body(TestDocx.paragraph("", "From Word.")).bytes();

  private static String text(String name, @Nullable String type, byte[] bytes) {
    return ReadDocument.read(name, type, bytes).text();
  }

  private static ParseProblem problem(String name, byte[] bytes) {
    return assertThrows(ParseProblem.class, () -> ReadDocument.read(name, null, bytes));
  }

  private static ParseFailure failure(String name, byte[] bytes) {
    return problem(name, bytes).failure();
  }

  @Test
  void nameAndContentTogetherDecideTheFormat() {
    assertEquals("Plain words.", text("a.md", null, TEXT));
    assertEquals("Plain *words*.", text("a.txt", null, TEXT));
    assertEquals("From a PDF.", text("a.PDF", null, PDF));
    assertEquals("From Word.", text("folder.x/a.docx", null, DOCX));
    var yaml = ReadDocument.read("a.yaml", null, TEXT);
    assertEquals(Kind.CODE, yaml.blocks().getFirst().kind());
  }

  @Test
  void withoutATellingNameTheContentOrTheSenderDecides() {
    var html = "<!doctype html><p>Page</p>".getBytes(StandardCharsets.UTF_8);
    assertEquals("Page", text("https://example.org/page", null, html));
    assertEquals("Page", text("/index.php", "text/html; charset=utf-8", html));
    assertEquals("From a PDF.", text("download", null, PDF));
    assertEquals("From Word.", text("download", "application/octet-stream", DOCX));
    assertEquals("Plain words.", text("README", "text/markdown", TEXT));
    assertEquals("Plain *words*.", text("README", null, TEXT));
  }

  @Test
  void theCharsetOfTheSenderIsUsed() {
    var bytes = "naïve".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("naïve", text("x", "text/plain; charset=\"ISO-8859-1\"", bytes));
  }

  @Test
  void aWrongNameIsSaidInPlainWords() {
    assertEquals(ParseFailure.TYPE_MISMATCH, failure("a.pdf", DOCX));
    assertEquals(ParseFailure.TYPE_MISMATCH, failure("a.pdf", TEXT));
    assertEquals(ParseFailure.TYPE_MISMATCH, failure("a.docx", PDF));
    assertEquals(ParseFailure.TYPE_MISMATCH, failure("a.md", random()));
    assertEquals(
        "By its name this is a text file, but its content is a PDF.",
        problem("a.txt", PDF).getMessage());
  }

  private static byte[] random() {
    var bytes = new byte[5_000];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  @Test
  void whatIsNotReadIsNamed() {
    assertEquals(ParseFailure.EMPTY_FILE, failure("a.md", new byte[0]));
    assertEquals(ParseFailure.UNSUPPORTED_TYPE, failure("a.bin", random()));
    var archive = new TestArchive().part("mimetype", "application/x-other").bytes();
    assertEquals(
        "Parley does not read OpenDocument files; save the file as .xlsx.",
        problem("a.ods", archive).getMessage());
    assertEquals(ParseFailure.TYPE_MISMATCH, failure("a.docx", archive));
  }

  @Test
  void anArchiveIsKnownByWhatItHolds() {
    var sheet = TestArchive.office("spreadsheetml.sheet").bytes();
    assertEquals(ParseFailure.TYPE_MISMATCH, failure("a.docx", sheet));
    assertEquals(ParseFailure.TYPE_MISMATCH, failure("a.epub", sheet));
    assertEquals(ParseFailure.DAMAGED, failure("a.xlsx", sheet), "it has no workbook");
    assertEquals(ParseFailure.DAMAGED, failure("a", sheet));
    var slides = TestArchive.office("presentationml.presentation");
    // A slide may hold a sheet.
    slides.part("ppt/embeddings/a.xlsx", "x").part("ppt/presentation.xml", "<presentation/>");
    assertEquals(ParseFailure.NO_TEXT, failure("a.pptx", slides.bytes()));
  }

  @Test
  void tablesAndLettersAreReadByTheirNames() {
    assertEquals(List.of("TABLE_ROW: a | b"), Shown.blocks(read("a.csv", "a,b\n")));
    assertEquals("Hello", read("a.eml", "Subject: Hello\n\nWorld").title());
  }

  private static ParsedDocument read(String name, String text) {
    return ReadDocument.read(name, null, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anOfficeFileWithAPasswordIsEncrypted() {
    var bytes = new byte[4096];
    var magic = new int[] {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
    for (var i = 0; i < magic.length; i++) {
      bytes[i] = (byte) magic[i];
    }
    assertEquals(ParseFailure.TYPE_MISMATCH, failure("a.docx", bytes));
    assertEquals(ParseFailure.UNSUPPORTED_TYPE, failure("a.doc", bytes));
    var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, bytes, 1024, name.length);
    assertEquals(ParseFailure.ENCRYPTED, failure("a.docx", bytes));
  }

  @Test
  void blankTextIsNoText() {
    assertEquals(ParseFailure.NO_TEXT, failure("a.txt", " \n\n ".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void everyFailureHasItsOwnCodeAndOneSentence() {
    var codes = new HashSet<String>();
    for (var failure : ParseFailure.values()) {
      assertTrue(codes.add(failure.code()));
      assertTrue(failure.sentence().endsWith("."), failure.code());
      assertEquals(failure, ParseFailure.ofCode(failure.code()).orElseThrow());
    }
  }
}
