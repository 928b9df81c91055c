package dev.parley.retrieval.ingest.parse.csv;

import dev.parley.retrieval.document.ParsedDocument;
import dev.parley.retrieval.ingest.parse.text.ReadText;
import dev.parley.retrieval.ingest.parse.text.TextWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/// A table in plain text (RFC 4180, and its sisters with semicolons or tabulators). A file whose
/// quotes do not fit is read as the text that it is.
public final class ReadCsv {
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  private ReadCsv() {}

  public static ParsedDocument read(String text) {
    var format =
        CSVFormat.RFC4180.builder().setDelimiter(separator(text)).setIgnoreEmptyLines(true).get();
    var out = new TextWriter();
    try (var rows = format.parse(new StringReader(text))) {
      for (var row : rows) {
        out.row(row.toList());
      }
    } catch (UncheckedIOException | IOException _) {
      return ReadText.verbatim(text);
    }
    return out.finish(null, null);
  }

  /// The one that the first line has most of, outside of quotes.
  private static char separator(String text) {
    var counts = new int[SEPARATORS.size()];
    var quoted = false;
    for (var i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
      var character = text.charAt(i);
      quoted ^= character == '"';
      var at = SEPARATORS.indexOf(character);
      if (at >= 0 && !quoted) {
        counts[at]++;
      }
    }
    var best = 0;
    for (var i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return SEPARATORS.get(best);
  }
}
