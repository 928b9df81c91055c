package dev.parley.retrieval.ingest.parse.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why a file gave no text. The code is stored with the job and shown in the API; the sentence is
/// for the person who uploaded the file.
public enum ParseFailure {
  EMPTY_FILE("The file is empty.", false),
  UNSUPPORTED_TYPE("Files of this type cannot be read.", false),
  TYPE_MISMATCH("The content of the file is not what its name says.", false),
  UNKNOWN_ENCODING("The text's encoding was not recognised; save the file as UTF-8.", false),
  ENCRYPTED("The file is protected by a password; remove the protection first.", false),
  SCANNED("The file holds only pictures of pages; it needs text recognition first.", false),
  NO_TEXT("The file holds no readable text.", false),
  DAMAGED("The file is damaged and cannot be opened.", false),
  TOO_LARGE("The file is larger than is allowed.", false),
  TOO_COMPLEX("The file is nested too deeply to be read.", false),
  ARCHIVE_BOMB("The file unpacks to far more than is allowed.", false),
  PARSE_TIMEOUT("Reading the file took longer than is allowed.", true),
  PARSE_OUT_OF_MEMORY("Reading the file took more memory than is allowed.", true),
  PARSER_CRASHED("Reading the file ended unexpectedly.", true),
  PARSER_BUSY("Too many files are being read at the moment.", true),
  PARSER_STOPPED("The server stopped while the file was being read.", true);

  private final String sentence;
  private final boolean retryable;

  ParseFailure(String sentence, boolean retryable) {
    this.sentence = sentence;
    this.retryable = retryable;
  }

  /// The name on the wire, such as `empty_file`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// One sentence in plain words.
  public String sentence() {
    return sentence;
  }

  /// Whether the same file may be read at another time; the others fail the same way again.
  public boolean retryable() {
    return retryable;
  }

  /// The failure with this code, if there is one.
  public static Optional<ParseFailure> ofCode(String code) {
    return Arrays.stream(values()).filter(failure -> failure.code().equals(code)).findFirst();
  }
}
