package dev.parley.retrieval.ingest.parse.read;

import dev.parley.retrieval.ingest.parse.archive.ZipParts;
import dev.parley.retrieval.ingest.parse.text.ParseFailure;
import dev.parley.retrieval.ingest.parse.text.ParseProblem;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Decides by content and by name how a file is read. What both say must fit together: a wrong name
/// is a mistake somebody wants to know of, or an attempt to slip something past.
final class DetectFormat {
  private static final String TYPES = "[Content_Types].xml";
  private static final String EPUB_TYPE = "mimetype";
  private static final byte[] NOTHING = {};

  /// What the main part of an Office file is called, with and without macros. Other types may stand
  /// beside it: of files that are embedded.
  private static final Map<Pattern, Format> MAIN_PARTS =
      Map.of(
          Pattern.compile("(wordprocessingml|ms-word)\\.[\\w.]*main\\+xml"), Format.DOCX,
          Pattern.compile("(presentationml|ms-powerpoint)\\.[\\w.]*main\\+xml"), Format.PPTX,
          Pattern.compile("(spreadsheetml|ms-excel)\\.[\\w.]*main\\+xml"), Format.XLSX);

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
    if (named.isPresent() && !named.get().isArchive()) {
      throw mismatch(named.get(), Content.ZIP);
    }
    if (named.isEmpty() && UnreadFormats.sentence(name).isPresent()) {
      throw refused(name, named, Content.ZIP);
    }
    var found = inside(bytes);
    if (found.isEmpty() || (named.isPresent() && named.get() != found.get())) {
      throw refused(name, named, Content.ZIP);
    }
    return found.get();
  }

  /// What an archive holds, by what its first parts say.
  private static Optional<Format> inside(byte[] bytes) {
    var parts = ZipParts.read(bytes, part -> part.equals(TYPES) || part.equals(EPUB_TYPE));
    var types = new String(parts.getOrDefault(TYPES, NOTHING), StandardCharsets.UTF_8);
    var type = new String(parts.getOrDefault(EPUB_TYPE, NOTHING), StandardCharsets.UTF_8);
    if (type.strip().equals("application/epub+zip")) {
      return Optional.of(Format.EPUB);
    }
    return MAIN_PARTS.entrySet().stream()
        .filter(main -> main.getKey().matcher(types).find())
        .map(Map.Entry::getValue)
        .findFirst();
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
