package dev.parley.retrieval.ingest.parse;

import static java.util.Objects.requireNonNull;

import dev.parley.retrieval.ingest.parse.archive.TestArchive;
import dev.parley.retrieval.ingest.parse.docx.TestDocx;
import dev.parley.retrieval.ingest.parse.pdf.TestPdf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Good files of every format, damaged at random places as disks, networks and editors damage them.
/// The same number always gives the same file.
final class DamagedFiles {
  private static final String RELATIONSHIPS =
      " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  private final Map<String, byte[]> whole = new LinkedHashMap<>();

  DamagedFiles() {
    whole.put("a.docx", new TestDocx().body(TestDocx.paragraph("", "Words ".repeat(200))).bytes());
    whole.put("a.pdf", new TestPdf().lines(50, 50, "Words.", "More of them.").bytes());
    whole.put("a.xlsx", sheet());
    whole.put("a.pptx", slides());
    whole.put("a.epub", book());
    whole.put("a.eml", utf8(LETTER));
    whole.put("a.html", utf8("<html><body>" + "<h1>Birds</h1><p>Herons.</p>".repeat(50)));
    whole.put("a.md", utf8("# Birds\n\n| a | b |\n|---|---|\n| c | d |\n\n".repeat(50)));
    whole.put("a.csv", utf8("a,b,c\n" + "1,\"two, or\nmore\",3\n".repeat(50)));
    whole.put("a.json", utf8("{\"birds\":[" + "{\"name\":\"heron\"},".repeat(50) + "{}]}"));
  }

  private static final String LETTER =
      """
      Subject: Herons
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain; charset=utf-8

      They stand.
      --b
      Content-Type: text/html
      Content-Transfer-Encoding: base64

      PGgxPlRoZXkgc3RhbmQ8L2gxPg==
      --b--
      """;

  /// Names of the good files; each tells its format.
  List<String> names() {
    return List.copyOf(whole.keySet());
  }

  byte[] whole(String name) {
    return requireNonNull(whole.get(name)).clone();
  }

  byte[] damaged(String name, int number) {
    var random = new Random(31L * name.hashCode() + number);
    var bytes = whole(name);
    return switch (number % 5) {
      case 0 -> Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length - 1));
      case 1 -> changed(bytes, random, 1 + random.nextInt(8));
      case 2 -> changed(bytes, random, bytes.length / 20 + 1);
      case 3 -> overwritten(bytes, random);
      default -> doubled(bytes, random);
    };
  }

  private static byte[] changed(byte[] bytes, Random random, int times) {
    for (var i = 0; i < times; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /// As a disk does: a block of zeros.
  private static byte[] overwritten(byte[] bytes, Random random) {
    var from = random.nextInt(bytes.length);
    Arrays.fill(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(512)), (byte) 0);
    return bytes;
  }

  /// As a transfer does: a part comes twice.
  private static byte[] doubled(byte[] bytes, Random random) {
    var at = random.nextInt(bytes.length);
    var part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 300));
    var all = Arrays.copyOf(bytes, bytes.length + part.length);
    System.arraycopy(bytes, at, all, at + part.length, bytes.length - at);
    System.arraycopy(part, 0, all, at, part.length);
    return all;
  }

  private static byte[] sheet() {
    return TestArchive.office("spreadsheetml.sheet")
        .part("xl/workbook.xml", "<w" + RELATIONSHIPS + "><sheet name=\"a\" r:id=\"a\"/></w>")
        .links("xl/workbook.xml", "a", "worksheet", "sheet.xml")
        .part(
            "xl/sheet.xml",
            "<s>"
                + "<row><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>".repeat(50)
                + "</s>")
        .bytes();
  }

  private static byte[] slides() {
    var names = " xmlns:p=\"p\" xmlns:a=\"a\"" + RELATIONSHIPS;
    return TestArchive.office("presentationml.presentation")
        .part(
            "ppt/presentation.xml",
            "<p:presentation" + names + "><p:sldId id=\"256\" r:id=\"r\"/></p:presentation>")
        .links("ppt/presentation.xml", "r", "slide", "slides/slide1.xml")
        .part(
            "ppt/slides/slide1.xml",
            "<p:sld"
                + names
                + "><p:sp><p:txBody>"
                + "<a:p><a:r><a:t>Herons</a:t></a:r></a:p>".repeat(20)
                + "</p:txBody></p:sp></p:sld>")
        .bytes();
  }

  private static byte[] book() {
    return new TestArchive()
        .part("mimetype", "application/epub+zip")
        .part(
            "META-INF/container.xml",
            "<container><rootfiles><rootfile full-path=\"book.opf\"/></rootfiles></container>")
        .part(
            "book.opf",
            "<package xmlns:dc=\"d\"><metadata><dc:title>Birds</dc:title></metadata><manifest>"
                + "<item id=\"a\" href=\"one.xhtml\"/></manifest>"
                + "<spine><itemref idref=\"a\"/></spine></package>")
        .part("one.xhtml", "<html><body>" + "<p>Herons.</p>".repeat(50) + "</body></html>")
        .bytes();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
