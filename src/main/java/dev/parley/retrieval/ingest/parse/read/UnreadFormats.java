package dev.parley.retrieval.ingest.parse.read;

import java.util.Map;
import java.util.Optional;

/// Formats that people have and that are not read.
final class UnreadFormats {
  /// Ending → kind, as one would name it.
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("doc", "old Word (.doc) files; save the file as .docx"),
          Map.entry("rtf", "RTF files; save the file as .docx"),
          Map.entry("odt", "OpenDocument files; save the file as .docx"),
          Map.entry("xlsx", "Excel files; save the sheet as .csv"),
          Map.entry("xls", "Excel files; save the sheet as .csv"),
          Map.entry("pptx", "PowerPoint files; save the file as .pdf"),
          Map.entry("ppt", "PowerPoint files; save the file as .pdf"),
          Map.entry("epub", "EPUB files"),
          Map.entry("zip", "archives; upload the files inside one by one"),
          Map.entry("gz", "archives; upload the files inside one by one"),
          Map.entry("png", "pictures"),
          Map.entry("jpg", "pictures"),
          Map.entry("jpeg", "pictures"),
          Map.entry("gif", "pictures"),
          Map.entry("webp", "pictures"),
          Map.entry("mp3", "recordings"),
          Map.entry("mp4", "recordings"));

  private UnreadFormats() {}

  /// A sentence about the format that a file's name says it has.
  static Optional<String> sentence(String name) {
    return Optional.ofNullable(KINDS.get(Format.ending(name)))
        .map(kind -> "Parley does not read " + kind + ".");
  }
}
