package dev.parley.retrieval.ingest.parse.pdf;

import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.TextWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/// A PDF that opens without a password.
public final class ReadPdf {
  private static final int MAX_PAGES = 5_000;

  /// Fewer characters a page than this, on pages with pictures, is a scan with a stamp on it.
  private static final int STAMP = 10;

  private ReadPdf() {}

  public static ParsedDocument read(byte[] bytes) {
    var cache = IOUtils.createMemoryOnlyStreamCache();
    try (var document = Loader.loadPDF(bytes, "", null, null, cache)) {
      return read(document);
    } catch (InvalidPasswordException locked) {
      throw new ParseProblem(ParseFailure.ENCRYPTED, locked);
    } catch (IOException broken) {
      throw new ParseProblem(
          isEncrypted(bytes) ? ParseFailure.ENCRYPTED : ParseFailure.DAMAGED, broken);
    }
  }

  /// Encryption by certificate fails in other ways than a wrong password.
  private static boolean isEncrypted(byte[] bytes) {
    var tail = new String(bytes, StandardCharsets.ISO_8859_1);
    return tail.contains("/Encrypt ") && tail.contains("/Adobe.PubSec");
  }

  private static ParsedDocument read(PDDocument document) throws IOException {
    var count = document.getNumberOfPages();
    if (count > MAX_PAGES) {
      throw new ParseProblem(
          ParseFailure.TOO_LARGE, "The file has more than " + MAX_PAGES + " pages.");
    }
    var pages = PdfLines.of(document);
    requireText(document, pages);

    var lines = PdfFurniture.without(pages);
    var out = new TextWriter();
    var blocks = new PdfBlocks(PdfSizes.of(lines), out);
    for (var i = 0; i < lines.size(); i++) {
      blocks.page(i + 1, lines.get(i));
    }
    var named = document.getDocumentInformation().getTitle();
    return out.finish(isTitle(named) ? named : null, count);
  }

  /// Word processors put the name of their file there.
  private static boolean isTitle(@Nullable String named) {
    return named != null
        && !named.isBlank()
        && !named.startsWith("Microsoft ")
        && !named.strip().equalsIgnoreCase("untitled")
        && named.codePoints().filter(Character::isLetter).limit(2).count() == 2;
  }

  private static void requireText(PDDocument document, List<List<PdfLine>> pages) {
    var letters = 0L;
    var signs = 0L; // of a font that does not say which letters its shapes are
    for (var page : pages) {
      for (var line : page) {
        letters += line.text().codePoints().filter(Character::isLetterOrDigit).count();
        signs += line.text().codePoints().filter(ReadPdf::isUnknown).count();
      }
    }
    if (letters < (long) STAMP * pages.size() && hasPictures(document)) {
      throw new ParseProblem(ParseFailure.SCANNED);
    }
    if (signs > letters) {
      throw new ParseProblem(
          ParseFailure.NO_TEXT, "The file's fonts do not say which letters they show.");
    }
  }

  private static boolean isUnknown(int c) {
    return c == 0xFFFD || Character.getType(c) == Character.PRIVATE_USE;
  }

  private static boolean hasPictures(PDDocument document) {
    var with = 0;
    for (PDPage page : document.getPages()) {
      var resources = page.getResources();
      var any = resources != null && resources.getXObjectNames().iterator().hasNext();
      with += any ? 1 : 0;
    }
    return 2 * with >= document.getNumberOfPages();
  }
}
