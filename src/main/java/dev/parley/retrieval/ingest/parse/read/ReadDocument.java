package dev.parley.retrieval.ingest.parse.read;

import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.csv.ReadCsv;
import dev.parley.retrieval.ingest.parse.docx.ReadDocx;
import dev.parley.retrieval.ingest.parse.epub.ReadEpub;
import dev.parley.retrieval.ingest.parse.html.ReadHtml;
import dev.parley.retrieval.ingest.parse.mail.ReadMail;
import dev.parley.retrieval.ingest.parse.markdown.ReadMarkdown;
import dev.parley.retrieval.ingest.parse.pdf.ReadPdf;
import dev.parley.retrieval.ingest.parse.pptx.ReadPptx;
import dev.parley.retrieval.ingest.parse.text.DecodeText;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import dev.parley.retrieval.ingest.parse.text.ReadText;
import dev.parley.retrieval.ingest.parse.xlsx.ReadXlsx;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads one file in the calling thread, with no limit of time or memory: only for files that are
/// trusted, and for the process that is made to die of the others.
public final class ReadDocument {
  private ReadDocument() {}

  /// The text of a file.
  ///
  /// @param name the file's name or the path of its address; its ending counts
  /// @param mediaType as declared by whoever sent the file, such as `text/html; charset=utf-8`
  /// @throws ParseProblem for every reason for which there is no text
  public static ParsedDocument read(String name, @Nullable String mediaType, byte[] bytes) {
    var declared = mediaType == null ? "" : mediaType;
    var type = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    var charset = charset(declared);
    try {
      return switch (DetectFormat.of(name, type, bytes)) {
        case MARKDOWN -> ReadMarkdown.read(DecodeText.decode(bytes, charset));
        case HTML -> ReadHtml.read(bytes, charset);
        case TEXT -> ReadText.read(DecodeText.decode(bytes, charset));
        case VERBATIM -> ReadText.verbatim(DecodeText.decode(bytes, charset));
        case PDF -> ReadPdf.read(bytes);
        case DOCX -> ReadDocx.read(bytes);
        case PPTX -> ReadPptx.read(bytes);
        case XLSX -> ReadXlsx.read(bytes);
        case EPUB -> ReadEpub.read(bytes);
        case MAIL -> ReadMail.read(bytes);
        case CSV -> ReadCsv.read(DecodeText.decode(bytes, charset));
      };
    } catch (ParseProblem known) {
      throw known;
    } catch (StackOverflowError deep) {
      throw new ParseProblem(ParseFailure.TOO_COMPLEX, deep);
    } catch (RuntimeException broken) {
      // Readers of foreign formats throw anything at input they did not expect.
      throw new ParseProblem(ParseFailure.DAMAGED, broken);
    }
  }

  private static @Nullable String charset(String mediaType) {
    var at = mediaType.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (at < 0) {
      return null;
    }
    var value = mediaType.substring(at + "charset=".length());
    return value.split(";", 2)[0].replace("\"", "").strip();
  }
}
