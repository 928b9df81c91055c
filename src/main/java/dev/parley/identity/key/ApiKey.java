package dev.parley.identity.key;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;

/// The text of an API key: `sk_<8 id>_<43 secret>_<6 checksum>`, base 62; `pk_` where everybody may
/// see it. The id finds the row, the secret (256 bits) proves it, the checksum tells a mistyped key
/// from a wrong one without a look-up.
public record ApiKey(Kind kind, String id, String text) {
  private static final int ID_LENGTH = 8;
  private static final int CHECKSUM_LENGTH = 6;
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ID = 3;
  private static final int ID_END = ID + ID_LENGTH;
  private static final int LENGTH = ID_END + 1 + Secrets.STRONG + 1 + CHECKSUM_LENGTH;

  /// A new key that nobody can guess.
  static ApiKey mint(Kind kind, SecureRandom random) {
    var id = Secrets.letters(random, ID_LENGTH);
    var body = kind.prefix + "_" + id + "_" + Secrets.mint(random);
    return new ApiKey(kind, id, body + "_" + checksum(body));
  }

  /// Whether a credential is meant to be a key.
  public static boolean looksLike(String text) {
    return text.startsWith(Kind.SECRET.prefix + "_")
        || text.startsWith(Kind.PUBLISHABLE.prefix + "_");
  }

  /// The key, if the text has the form of one and its checksum is right.
  public static Optional<ApiKey> parse(String text) {
    if (text.length() != LENGTH || !looksLike(text) || !isWord(text, ID, ID_END)) {
      return Optional.empty();
    }
    var cut = text.length() - CHECKSUM_LENGTH;
    var whole =
        text.charAt(ID_END) == '_'
            && isWord(text, ID_END + 1, cut - 1)
            && text.charAt(cut - 1) == '_'
            && checksum(text.substring(0, cut - 1)).equals(text.substring(cut));
    var kind = text.startsWith(Kind.SECRET.prefix) ? Kind.SECRET : Kind.PUBLISHABLE;
    return whole
        ? Optional.of(new ApiKey(kind, text.substring(ID, ID_END), text))
        : Optional.empty();
  }

  private static boolean isWord(String text, int from, int to) {
    for (var i = from; i < to; i++) {
      if (DIGITS.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /// What is stored. The secret has 256 random bits, so one round of SHA-256 is enough.
  public byte[] hash() {
    return Secrets.sha256(text);
  }

  /// How the text begins, for people to tell their keys apart.
  String hint() {
    return kind.prefix + "_" + id;
  }

  private static String checksum(String body) {
    var crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    var rest = crc.getValue();
    var text = new StringBuilder();
    for (var i = 0; i < CHECKSUM_LENGTH; i++) {
      text.append(DIGITS.charAt((int) (rest % DIGITS.length())));
      rest /= DIGITS.length();
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return hint() + "_***";
  }

  /// What a key is for.
  public enum Kind {
    /// Programs; whoever has it can use it.
    SECRET("sk"),
    /// Web pages; good for asking, on listed sites only.
    PUBLISHABLE("pk");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }
}
