package dev.parley.retrieval.ingest.parse.read;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The formats that are read, and the endings and media types that name them.
enum Format {
  MARKDOWN("Markdown", "md markdown mdx mdown mkd", "text/markdown"),
  HTML("HTML", "html htm xhtml", "text/html application/xhtml+xml"),
  PDF("PDF", "pdf", "application/pdf"),
  DOCX(
      "Word",
      "docx docm dotx",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  PPTX(
      "PowerPoint",
      "pptx pptm ppsx potx",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
  XLSX(
      "Excel",
      "xlsx xlsm xltx",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  EPUB("EPUB", "epub", "application/epub+zip"),
  MAIL("e-mail", "eml", "message/rfc822"),
  CSV("CSV", "csv tsv", "text/csv text/tab-separated-values"),
  TEXT("text", "txt text log rst adoc asciidoc org srt vtt", ""),
  /// Text whose blanks and line breaks mean something.
  VERBATIM(
      "text",
      "json jsonl ndjson yaml yml toml xml ini conf properties sql sh java py js ts tsx"
          + " jsx go rs c h cpp hpp cs rb php kt swift scala css proto tf",
      "application/json application/yaml application/xml");

  private final String spoken;
  private final String endings;
  private final String mediaTypes;

  Format(String spoken, String endings, String mediaTypes) {
    this.spoken = spoken;
    this.endings = endings;
    this.mediaTypes = mediaTypes;
  }

  /// What a person calls it.
  String spoken() {
    return spoken;
  }

  /// Whether a file of this format is text to the last byte.
  boolean isText() {
    return this != PDF && !isArchive();
  }

  /// Whether a file of this format is a ZIP archive of parts.
  boolean isArchive() {
    return this == DOCX || this == PPTX || this == XLSX || this == EPUB;
  }

  /// What the name says; without a word from it, what the sender said.
  static Optional<Format> declared(String name, String mediaType) {
    var byType = ofMediaType(mediaType);
    // A page of a web server may be called .php or .js.
    return byType
        .filter(type -> type == HTML)
        .flatMap(type -> ofName(name).filter(named -> named != VERBATIM).or(() -> byType))
        .or(() -> ofName(name))
        .or(() -> byType);
  }

  /// Whether files of this name are read.
  static boolean reads(String name) {
    return ofName(name).isPresent();
  }

  private static Optional<Format> ofName(String name) {
    var ending = ending(name);
    return Arrays.stream(values()).filter(format -> lists(format.endings, ending)).findFirst();
  }

  private static Optional<Format> ofMediaType(String mediaType) {
    return Arrays.stream(values())
        .filter(format -> lists(format.mediaTypes, mediaType))
        .findFirst();
  }

  private static boolean lists(String words, String word) {
    return !word.isEmpty() && (" " + words + " ").contains(" " + word + " ");
  }

  /// What stands behind the last dot of a file's name, in lower case; empty when there is none.
  static String ending(String name) {
    var file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var dot = file.lastIndexOf('.');
    return dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
