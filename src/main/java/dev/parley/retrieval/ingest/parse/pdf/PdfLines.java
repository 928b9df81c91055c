package dev.parley.retrieval.ingest.parse.pdf;

import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseLimits;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Collects the lines of every page. They come in the order in which the file draws them, which
/// keeps columns apart; a page that is drawn criss-cross is sorted from top to bottom instead.
final class PdfLines extends PDFTextStripper {
  private final List<List<PdfLine>> pages = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<TextPosition> glyphs = new ArrayList<>();
  private List<PdfLine> page = new ArrayList<>();
  private int total;

  private PdfLines() {
    setSortByPosition(false);
  }

  /// The lines of each page, pages in order.
  static List<List<PdfLine>> of(PDDocument document) throws IOException {
    var stripper = new PdfLines();
    stripper.writeText(document, Writer.nullWriter());
    return stripper.pages;
  }

  @Override
  protected void startPage(PDPage started) {
    page = new ArrayList<>();
  }

  @Override
  protected void endPage(PDPage ended) {
    endLine();
    pages.add(isCrissCross(page) ? sorted(page) : page);
  }

  @Override
  protected void writeString(String word, List<TextPosition> positions) {
    total += word.length();
    if (total > ParseLimits.TEXT) {
      throw new ParseProblem(ParseFailure.TOO_LARGE);
    }
    text.append(word);
    glyphs.addAll(positions);
  }

  @Override
  protected void writeWordSeparator() {
    text.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void endArticle() {
    endLine();
  }

  private void endLine() {
    var line = text.toString().strip();
    if (!line.isEmpty() && !glyphs.isEmpty()) {
      page.add(line(line));
    }
    text.setLength(0);
    glyphs.clear();
  }

  private PdfLine line(String line) {
    var first = glyphs.getFirst();
    var last = glyphs.getLast();
    var size = 0f;
    for (var glyph : glyphs) {
      size += glyph.getFontSizeInPt();
    }
    var endX = last.getXDirAdj() + last.getWidthDirAdj();
    return new PdfLine(
        getCurrentPageNo(),
        line,
        first.getXDirAdj(),
        endX,
        first.getYDirAdj(),
        Math.round(2 * size / glyphs.size()) / 2f,
        allIn("bold", "black", "heavy"),
        allIn("mono", "courier", "consol", "menlo"),
        (endX - first.getXDirAdj()) / Math.max(1, line.length()));
  }

  private boolean allIn(String... kinds) {
    return glyphs.stream()
        .map(TextPosition::getFont)
        .distinct()
        .allMatch(font -> {
          var name = font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
          return List.of(kinds).stream().anyMatch(name::contains);
        });
  }

  private static boolean isCrissCross(List<PdfLine> lines) {
    var jumps = 0;
    for (var i = 1; i < lines.size(); i++) {
      var back = lines.get(i - 1).y() - lines.get(i).y();
      jumps += back > 2 * lines.get(i).size() ? 1 : 0;
    }
    return jumps > Math.max(4, lines.size() / 5);
  }

  private static List<PdfLine> sorted(List<PdfLine> lines) {
    return lines.stream()
        .sorted(
            Comparator.<PdfLine>comparingInt(line -> Math.round(line.y() / 3))
                .thenComparingDouble(PdfLine::x))
        .toList();
  }
}
