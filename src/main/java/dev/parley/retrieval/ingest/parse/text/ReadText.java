package dev.parley.retrieval.ingest.parse.text;

import dev.parley.retrieval.document.ParsedDocument;

/// Plain text: paragraphs stand between empty lines. Lines inside a paragraph keep their breaks,
/// because logs, tables and verse mean them.
public final class ReadText {
  private ReadText() {}

  public static ParsedDocument read(String source) {
    var out = new TextWriter();
    var paragraph = new StringBuilder();
    source
        .lines()
        .forEach(line -> {
          if (line.isBlank()) {
            flush(paragraph, out);
          } else {
            paragraph.append(line).append('\n');
          }
        });
    flush(paragraph, out);
    return out.finish(null, null);
  }

  /// Text whose blanks mean something: source code, configuration, data.
  public static ParsedDocument verbatim(String source) {
    var out = new TextWriter();
    out.code(source);
    return out.finish(null, null);
  }

  private static void flush(StringBuilder paragraph, TextWriter out) {
    out.paragraph(paragraph.toString());
    paragraph.setLength(0);
  }
}
