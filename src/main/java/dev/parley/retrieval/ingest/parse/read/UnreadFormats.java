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
          Map.entry("xls", "old Excel (.xls) files; save the file as .xlsx"),
          Map.entry("ppt", "old PowerPoint (.ppt) files; save the file as .pptx"),
          Map.entry("ods", "OpenDocument files; save the file as .xlsx"),
          Map.entry("odp", "OpenDocument files; save the file as .pptx"),
          Map.entry("msg", "Outlook (.msg) files; save the e-mail as .eml"),
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
