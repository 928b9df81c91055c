package dev.parley.retrieval.ingest.parse.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/// PDFs written by hand to trap whoever reads them.
public final class HostilePdf {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> places = new ArrayList<>();

  private HostilePdf() {
    write("%PDF-1.7\n");
  }

  /// A page tree that contains itself.
  public static byte[] cyclicPages() {
    return new HostilePdf()
        .object("<</Type/Catalog/Pages 2 0 R>>")
        .object("<</Type/Pages/Kids[3 0 R]/Count 5>>")
        .object("<</Type/Pages/Kids[2 0 R 3 0 R]/Count 5/Parent 2 0 R>>")
        .end(0);
  }

  /// References that lead only to each other.
  public static byte[] cyclicReferences() {
    return new HostilePdf()
        .object("<</Type/Catalog/Pages 2 0 R>>")
        .object("3 0 R")
        .object("4 0 R")
        .object("2 0 R")
        .end(0);
  }

  /// A form that draws itself.
  public static byte[] formInItself() {
    var form = "/F Do /F Do";
    return new HostilePdf()
        .object("<</Type/Catalog/Pages 2 0 R>>")
        .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
        .object(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
                + "/Resources<</XObject<</F 5 0 R>>>>>>")
        .object(stream("", form))
        .object(
            stream(
                "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>", form))
        .end(0);
  }

  /// Arrays in arrays.
  public static byte[] deepArrays() {
    return new HostilePdf()
        .object("<</Type/Catalog/Pages 2 0 R/X " + "[".repeat(500_000) + ">>")
        .object("<</Type/Pages/Kids[]/Count 0>>")
        .end(0);
  }

  /// More pages than there are, and one page many times.
  public static byte[] countless() {
    return new HostilePdf()
        .object("<</Type/Catalog/Pages 2 0 R>>")
        .object("<</Type/Pages/Kids[" + "3 0 R ".repeat(100_000) + "]/Count 2000000000>>")
        .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")
        .end(0);
  }

  /// Content that unpacks to 300 MiB.
  public static byte[] flateBomb() {
    var deflater = new Deflater(9);
    var zeros = new byte[1 << 20];
    var buffer = new byte[1 << 20];
    var packed = new ByteArrayOutputStream();
    for (var i = 0; i < 300; i++) {
      deflater.setInput(zeros);
      while (!deflater.needsInput()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    var content = packed.toString(StandardCharsets.ISO_8859_1);
    return new HostilePdf()
        .object("<</Type/Catalog/Pages 2 0 R>>")
        .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
        .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>")
        .object(stream("/Filter/FlateDecode", content))
        .end(0);
  }

  /// A table of objects whose predecessor is itself.
  public static byte[] xrefLoop() {
    return new HostilePdf()
        .object("<</Type/Catalog/Pages 2 0 R>>")
        .object("<</Type/Pages/Kids[]/Count 0>>")
        .end(-1);
  }

  /// A header before bytes without sense.
  public static byte[] noise(byte[] noise) {
    var pdf = new HostilePdf();
    pdf.out.writeBytes(noise);
    return pdf.out.toByteArray();
  }

  private static String stream(String entries, String content) {
    return "<<" + entries + "/Length " + content.length() + ">>stream\n" + content + "\nendstream";
  }

  private HostilePdf object(String content) {
    places.add(out.size());
    write(places.size() + " 0 obj\n" + content + "\nendobj\n");
    return this;
  }

  /// @param previous place of the table before; 0 for none, -1 for this one itself
  private byte[] end(int previous) {
    var table = out.size();
    write("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
    for (var place : places) {
      write(String.format("%010d 00000 n \n", place));
    }
    var prev = previous == 0 ? "" : "/Prev " + table;
    write("trailer\n<</Size " + (places.size() + 1) + "/Root 1 0 R" + prev + ">>\n");
    write("startxref\n" + table + "\n%%EOF\n");
    return out.toByteArray();
  }

  private void write(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
