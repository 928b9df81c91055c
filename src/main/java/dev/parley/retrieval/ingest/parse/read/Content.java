package dev.parley.retrieval.ingest.parse.read;

import dev.parley.retrieval.ingest.parse.text.DecodeText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// What the first bytes of a file say that it is, whatever it is called.
enum Content {
  PDF("a PDF"),
  ZIP("a ZIP archive"),
  /// The container of old Office files and of password-protected new ones.
  OLE("an old Office file"),
  PICTURE("a picture"),
  ARCHIVE("a compressed archive"),
  PROGRAM("a program"),
  RTF("an RTF file"),
  BINARY("binary data"),
  TEXT("plain text"),
  HTML("a web page");

  private final String spoken;

  Content(String spoken) {
    this.spoken = spoken;
  }

  /// What a person calls it, with its article.
  String spoken() {
    return spoken;
  }

  static Content of(byte[] bytes) {
    var head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
    var signed = Signature.contentOf(head);
    if (signed.isPresent()) {
      return signed.get();
    }
    var pdf = head.indexOf("%PDF-");
    if (pdf >= 0 && (pdf == 0 || DecodeText.isBinary(bytes))) {
      return PDF;
    }
    if (DecodeText.isBinary(bytes)) {
      return BINARY;
    }
    var start = head.replaceFirst("^(\u00EF\u00BB\u00BF)?\\s*", "").toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html") || start.startsWith("<html") ? HTML : TEXT;
  }

  /// Whether an OLE container holds an encrypted Office file.
  static boolean isEncryptedOffice(byte[] bytes) {
    var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    for (var i = 0; i + name.length <= bytes.length; i += 2) {
      if (Arrays.equals(bytes, i, i + name.length, name, 0, name.length)) {
        return true;
      }
    }
    return false;
  }
}
