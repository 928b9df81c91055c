package dev.parley.retrieval.ingest.parse.read;

import java.util.List;
import java.util.Optional;

/// Bytes that files of one kind begin with.
///
/// @param at where they stand
/// @param bytes one char for each
record Signature(Content content, int at, String bytes) {
  private static final List<Signature> ALL =
      List.of(
          new Signature(Content.ZIP, 0, "PK\u0003\u0004"),
          new Signature(Content.ZIP, 0, "PK\u0005\u0006"),
          new Signature(Content.OLE, 0, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
          new Signature(Content.RTF, 0, "{\\rtf"),
          new Signature(Content.PICTURE, 0, "\u0089PNG"),
          new Signature(Content.PICTURE, 0, "\u00FF\u00D8\u00FF"),
          new Signature(Content.PICTURE, 0, "GIF8"),
          new Signature(Content.PICTURE, 8, "WEBP"),
          new Signature(Content.PICTURE, 0, "II*\u0000"),
          new Signature(Content.PICTURE, 0, "MM\u0000*"),
          new Signature(Content.ARCHIVE, 0, "\u001F\u008B"),
          new Signature(Content.ARCHIVE, 0, "BZh"),
          new Signature(Content.ARCHIVE, 0, "\u00FD7zXZ"),
          new Signature(Content.ARCHIVE, 0, "7z\u00BC\u00AF"),
          new Signature(Content.ARCHIVE, 0, "Rar!"),
          new Signature(Content.ARCHIVE, 257, "ustar"),
          new Signature(Content.PROGRAM, 0, "\u007FELF"),
          new Signature(Content.PROGRAM, 0, "\u00CA\u00FE\u00BA\u00BE"));

  /// @param head the beginning of a file, one char for each byte
  static Optional<Content> contentOf(String head) {
    return ALL.stream()
        .filter(signature -> head.startsWith(signature.bytes, signature.at))
        .map(Signature::content)
        .findFirst();
  }
}
