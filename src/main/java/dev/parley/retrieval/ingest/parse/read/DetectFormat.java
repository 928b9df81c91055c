package dev.parley.retrieval.ingest.parse.read;

import dev.parley.retrieval.ingest.parse.docx.ZipParts;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Decides by content and by name how a file is read. What both say must fit together: a wrong name
/// is a mistake somebody wants to know of, or an attempt to slip something past.
final class DetectFormat {
  private DetectFormat() {}

  /// @param mediaType without parameters, lower case; empty when nobody declared one
  /// @throws ParseProblem `empty_file`, `unsupported_type`, `type_mismatch`, `encrypted`, and what
  ///   reading the list of an archive can throw
  static Format of(String name, String mediaType, byte[] bytes) {
    if (bytes.length == 0) {
      throw new ParseProblem(ParseFailure.EMPTY_FILE);
    }
    var named = Format.declared(name, mediaType);
    var content = Content.of(bytes);
    return switch (content) {
      case PDF -> fits(named, Format.PDF, content);
      case ZIP -> zip(name, named, bytes);
      case OLE -> throw ole(name, named, bytes);
      case TEXT, HTML -> text(name, named, content);
      case PICTURE, ARCHIVE, PROGRAM, RTF, BINARY -> throw refused(name, named, content);
    };
  }

  private static Format fits(Optional<Format> named, Format found, Content content) {
    if (named.isPresent() && named.get() != found) {
      throw mismatch(named.get(), content);
    }
    return found;
  }

  private static Format zip(String name, Optional<Format> named, byte[] bytes) {
    if (named.isPresent() && named.get() != Format.DOCX) {
      throw mismatch(named.get(), Content.ZIP);
    }
    if (named.isEmpty() && UnreadFormats.sentence(name).isPresent()) {
      throw refused(name, named, Content.ZIP);
    }
    var parts = ZipParts.read(bytes, part -> part.equals("[Content_Types].xml"));
    var types = parts.get("[Content_Types].xml");
    if (types != null && new String(types, StandardCharsets.UTF_8).contains("wordprocessingml")) {
      return Format.DOCX;
    }
    throw refused(name, named, Content.ZIP);
  }

  private static ParseProblem ole(String name, Optional<Format> named, byte[] bytes) {
    if (Content.isEncryptedOffice(bytes)) {
      return new ParseProblem(ParseFailure.ENCRYPTED);
    }
    return refused(name, named, Content.OLE);
  }

  private static Format text(String name, Optional<Format> named, Content content) {
    if (named.isPresent()) {
      if (!named.get().isText()) {
        throw mismatch(named.get(), content);
      }
      return named.get();
    }
    if (UnreadFormats.sentence(name).isPresent()) {
      throw new ParseProblem(
          ParseFailure.TYPE_MISMATCH,
          "The file's name does not fit its content, which is " + content.spoken() + ".");
    }
    return content == Content.HTML ? Format.HTML : Format.TEXT;
  }

  private static ParseProblem mismatch(Format named, Content content) {
    return new ParseProblem(
        ParseFailure.TYPE_MISMATCH,
        "By its name this is a "
            + named.spoken()
            + " file, but its content is "
            + content.spoken()
            + ".");
  }

  private static ParseProblem refused(String name, Optional<Format> named, Content content) {
    if (named.isPresent()) {
      return mismatch(named.get(), content);
    }
    var sentence =
        UnreadFormats.sentence(name)
            .orElse("Files of this type cannot be read: the content is " + content.spoken() + ".");
    return new ParseProblem(ParseFailure.UNSUPPORTED_TYPE, sentence);
  }
}
