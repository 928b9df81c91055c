package dev.parley.retrieval.ingest.parse.pdf;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/// Draws small PDFs line by line. Places are measured from the upper left corner.
public final class TestPdf {
  private final PDDocument document = new PDDocument();
  private PDPage page = new PDPage();

  public TestPdf() {
    document.addPage(page);
  }

  @CanIgnoreReturnValue
  public TestPdf nextPage() {
    page = new PDPage();
    document.addPage(page);
    return this;
  }

  @CanIgnoreReturnValue
  public TestPdf line(FontName font, float size, float x, float y, String text) {
    try (var draw =
        new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
      draw.beginText();
      draw.setFont(new PDType1Font(font), size);
      draw.newLineAtOffset(x, page.getMediaBox().getHeight() - y);
      draw.showText(text);
      draw.endText();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Lines of body text, one below the other.
  @CanIgnoreReturnValue
  public TestPdf lines(float x, float y, String... lines) {
    for (var i = 0; i < lines.length; i++) {
      line(FontName.HELVETICA, 10, x, y + 12 * i, lines[i]);
    }
    return this;
  }

  /// A filled form instead of text, as a scan is to us.
  @CanIgnoreReturnValue
  public TestPdf picture() {
    try {
      var image =
          LosslessFactory.createFromImage(
              document, new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));
      try (var draw =
          new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
        draw.drawImage(image, 0, 0, 600, 800);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @CanIgnoreReturnValue
  public TestPdf locked(String password) {
    try {
      document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public byte[] bytes() {
    try (document) {
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
