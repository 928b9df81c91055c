package dev.parley.retrieval.ingest.parse;

import static dev.parley.retrieval.ingest.parse.text.ParseFailure.ARCHIVE_BOMB;
import static dev.parley.retrieval.ingest.parse.text.ParseFailure.DAMAGED;
import static dev.parley.retrieval.ingest.parse.text.ParseFailure.EMPTY_FILE;
import static dev.parley.retrieval.ingest.parse.text.ParseFailure.ENCRYPTED;
import static dev.parley.retrieval.ingest.parse.text.ParseFailure.NO_TEXT;
import static dev.parley.retrieval.ingest.parse.text.ParseFailure.PARSE_OUT_OF_MEMORY;
import static dev.parley.retrieval.ingest.parse.text.ParseFailure.PARSE_TIMEOUT;
import static dev.parley.retrieval.ingest.parse.text.ParseFailure.SCANNED;
import static dev.parley.retrieval.ingest.parse.text.ParseFailure.TOO_COMPLEX;
import static dev.parley.retrieval.ingest.parse.text.ParseFailure.TOO_LARGE;
import static dev.parley.retrieval.ingest.parse.text.ParseFailure.TYPE_MISMATCH;
import static dev.parley.retrieval.ingest.parse.text.ParseFailure.UNKNOWN_ENCODING;
import static dev.parley.retrieval.ingest.parse.text.ParseFailure.UNSUPPORTED_TYPE;

import dev.parley.retrieval.ingest.parse.archive.TestArchive;
import dev.parley.retrieval.ingest.parse.docx.TestDocx;
import dev.parley.retrieval.ingest.parse.pdf.HostilePdf;
import dev.parley.retrieval.ingest.parse.pdf.TestPdf;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/// Files that are made to do harm, or that are simply broken, and what may be said of each. They
/// are made when they are needed: together they do not fit into memory.
record HostileFiles(String name, Supplier<byte[]> bytes, Set<ParseFailure> reasons) {

  static List<HostileFiles> all() {
    var all = new ArrayList<HostileFiles>();
    all.addAll(misnamed());
    all.addAll(words());
    all.addAll(brokenWords());
    all.addAll(pdfs());
    all.addAll(texts());
    return all;
  }

  /// Files that take as long as they are given.
  static List<HostileFiles> endless() {
    return List.of(
        file("forms.pdf", HostilePdf::formInItself, PARSE_TIMEOUT),
        file(
            "formats.html",
            () -> utf8("<b><div>".repeat(1_000_000)),
            PARSE_TIMEOUT,
            PARSE_OUT_OF_MEMORY));
  }

  private static HostileFiles file(String name, Supplier<byte[]> bytes, ParseFailure... reasons) {
    return new HostileFiles(name, bytes, Set.of(reasons));
  }

  private static List<HostileFiles> misnamed() {
    var docx = new TestDocx().body(TestDocx.paragraph("", "Text")).bytes();
    var pdf = new TestPdf().lines(50, 50, "Text.").bytes();
    var png = bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13);
    var gzip = bytes(0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 0);
    var elf = bytes(0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0);
    return List.of(
        file("empty.md", () -> new byte[0], EMPTY_FILE),
        file("empty.pdf", () -> new byte[0], EMPTY_FILE),
        file("zip.pdf", () -> docx, TYPE_MISMATCH),
        file("zip.md", () -> docx, TYPE_MISMATCH),
        file("zip.html", () -> docx, TYPE_MISMATCH),
        file("pdf.txt", () -> pdf, TYPE_MISMATCH),
        file("pdf.docx", () -> pdf, TYPE_MISMATCH),
        file("png.md", () -> png, TYPE_MISMATCH),
        file("gzip.docx", () -> gzip, TYPE_MISMATCH),
        file("elf", () -> elf, UNSUPPORTED_TYPE),
        file("noise.md", () -> noise(100_000), TYPE_MISMATCH),
        file("noise", () -> noise(100_000), UNSUPPORTED_TYPE),
        file("text.pdf", () -> utf8("not a PDF"), TYPE_MISMATCH),
        file("text.png", () -> utf8("not a picture"), TYPE_MISMATCH));
  }

  private static List<HostileFiles> words() {
    var lol = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"lol\">");
    for (var i = 1; i < 12; i++) {
      lol.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10));
      lol.append("\">");
    }
    lol.append("]><d><body><p><r><t>&a11;</t></r></p></body></d>");
    var outside =
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d><p><t>&x;</t></p></d>";
    return List.of(
        file("blanks.docx", () -> body(" ".repeat(150 << 20)), ARCHIVE_BOMB),
        file("many.docx", HostileFiles::manyParts, ARCHIVE_BOMB),
        file(
            "inner.docx",
            () -> new TestDocx().part("a.zip", "\0".repeat(120 << 20)).bytes(),
            ARCHIVE_BOMB),
        file("lol.docx", () -> document(lol.toString()), DAMAGED),
        file("outside.docx", () -> document(outside), DAMAGED),
        file("nested.docx", () -> document("<w:p>".repeat(100_000)), TOO_COMPLEX, DAMAGED),
        file("deep.docx", () -> document("<a>".repeat(200_000)), DAMAGED),
        file("rows.docx", () -> body(manyParagraphs(300_000)), TOO_LARGE),
        file(
            "attributes.docx",
            () -> document("<a " + attributes(200_000) + "/>"),
            DAMAGED,
            NO_TEXT),
        file("sheet.xlsx", () -> sheet(" ".repeat(150 << 20)), ARCHIVE_BOMB),
        file("far.xlsx", () -> sheet(farCells(2_000)), TOO_LARGE),
        file("lol.xlsx", () -> sheet("<!DOCTYPE d [<!ENTITY a \"b\">]>&a;"), DAMAGED),
        file(
            "letters.eml",
            () -> utf8("Subject: a\nContent-Type: message/rfc822\n\n".repeat(50_000)),
            TOO_COMPLEX,
            DAMAGED),
        file("quotes.csv", () -> utf8("a,\"" + "x".repeat(11 << 20)), TOO_LARGE),
        file("name.docx", () -> document("<" + "a".repeat(5 << 20) + "/>"), DAMAGED, NO_TEXT));
  }

  private static byte[] sheet(String rows) {
    return TestArchive.office("spreadsheetml.sheet")
        .part(
            "xl/workbook.xml",
            "<w xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheet name=\"a\" r:id=\"a\"/></w>")
        .links("xl/workbook.xml", "a", "worksheet", "sheet.xml")
        .part("xl/sheet.xml", "<s>" + rows + "</s>")
        .bytes();
  }

  /// Rows with one cell each, in the last column that a sheet can have.
  private static String farCells(int rows) {
    return "<row><c r=\"XFD1\"><v>1</v></c></row>".repeat(rows);
  }

  private static byte[] manyParts() {
    var docx = new TestDocx();
    for (var i = 0; i < 3_000; i++) {
      docx.part("word/part" + i + ".xml", "<a/>");
    }
    return docx.bytes();
  }

  private static String manyParagraphs(int count) {
    var text = new StringBuilder();
    for (var i = 0; i < count; i++) {
      text.append("<w:p><w:r><w:t>")
          .append(Integer.toHexString(i * 31))
          .append("</w:t></w:r></w:p>");
    }
    return text.toString();
  }

  private static String attributes(int count) {
    var text = new StringBuilder();
    for (var i = 0; i < count; i++) {
      text.append('a').append(i).append("=\"\" ");
    }
    return text.toString();
  }

  private static List<HostileFiles> brokenWords() {
    var whole = new TestDocx().body(TestDocx.paragraph("", "Text ".repeat(1_000))).bytes();
    var types = new TestDocx().bytes();
    return List.of(
        file("half.docx", () -> Arrays.copyOf(whole, whole.length / 2), DAMAGED, TYPE_MISMATCH),
        file("head.docx", () -> Arrays.copyOf(whole, 20), DAMAGED, TYPE_MISMATCH),
        file("nothing.docx", () -> types, DAMAGED),
        file("noxml.docx", () -> document("no XML at all"), DAMAGED),
        file("open.docx", () -> document("<w:p xmlns:w=\"w\"><w:r>"), DAMAGED),
        file("blank.docx", () -> body(""), NO_TEXT),
        file("flipped.docx", () -> flipped(whole), DAMAGED, TYPE_MISMATCH),
        file("old.docx", () -> ole(false), TYPE_MISMATCH),
        file("locked.docx", () -> ole(true), ENCRYPTED));
  }

  private static List<HostileFiles> pdfs() {
    var whole = new TestPdf().lines(50, 50, "Text.").bytes();
    return List.of(
        file("locked.pdf", () -> new TestPdf().lines(50, 50, "x").locked("p").bytes(), ENCRYPTED),
        file("scan.pdf", () -> new TestPdf().picture().bytes(), SCANNED),
        file("blank.pdf", () -> new TestPdf().bytes(), NO_TEXT),
        file("half.pdf", () -> Arrays.copyOf(whole, whole.length / 2), DAMAGED, NO_TEXT),
        file("head.pdf", () -> utf8("%PDF-1.7\n"), DAMAGED),
        file("noise.pdf", () -> HostilePdf.noise(noise(500_000)), DAMAGED, NO_TEXT),
        file("cycle.pdf", HostilePdf::cyclicPages, DAMAGED, NO_TEXT, TOO_COMPLEX),
        file("loop.pdf", HostilePdf::cyclicReferences, DAMAGED, NO_TEXT, TOO_COMPLEX),
        file("arrays.pdf", HostilePdf::deepArrays, DAMAGED, NO_TEXT, TOO_COMPLEX),
        file("count.pdf", HostilePdf::countless, DAMAGED, NO_TEXT, TOO_LARGE),
        file(
            "bomb.pdf",
            HostilePdf::flateBomb,
            PARSE_OUT_OF_MEMORY,
            PARSE_TIMEOUT,
            DAMAGED,
            NO_TEXT,
            TOO_LARGE),
        file("xref.pdf", HostilePdf::xrefLoop, DAMAGED, NO_TEXT));
  }

  private static List<HostileFiles> texts() {
    return List.of(
        file("line.txt", () -> utf8("a".repeat(50 << 20)), TOO_LARGE),
        file("line.md", () -> utf8("*a ".repeat((50 << 20) / 3)), TOO_LARGE, PARSE_OUT_OF_MEMORY),
        file("line.html", () -> utf8("<p>" + "a".repeat(50 << 20)), TOO_LARGE, PARSE_OUT_OF_MEMORY),
        file("blocks.md", () -> utf8("a\n\n".repeat(300_000)), TOO_LARGE),
        file("depth.html", () -> utf8("<div>".repeat(100_000)), NO_TEXT),
        file("script.html", () -> utf8("<script>" + "x".repeat(1 << 20)), NO_TEXT),
        file("blank.md", () -> utf8("\n \n<!-- nothing -->\n"), NO_TEXT),
        file("matter.md", () -> utf8("---\nweight: 1\n---\n"), NO_TEXT),
        file("koi8.txt", HostileFiles::cyrillic, UNKNOWN_ENCODING));
  }

  private static byte[] cyrillic() {
    return "Съешь же ещё этих мягких французских булок".getBytes(Charset.forName("KOI8-R"));
  }

  private static byte[] body(String content) {
    return new TestDocx().body(content).bytes();
  }

  private static byte[] document(String xml) {
    return new TestDocx().part("word/document.xml", xml).bytes();
  }

  private static byte[] ole(boolean encrypted) {
    var ole = Arrays.copyOf(bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1), 8192);
    var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, ole, encrypted ? 1024 : 1025, name.length);
    return ole;
  }

  private static byte[] flipped(byte[] whole) {
    var copy = whole.clone();
    for (var i = 40; i < copy.length; i += 7) {
      copy[i] ^= 0x55;
    }
    return copy;
  }

  private static byte[] noise(int size) {
    var noise = new byte[size];
    new Random(42).nextBytes(noise);
    noise[0] = 0;
    return noise;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (var i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
