package dev.parley.identity.totp;

/// Base 32 of RFC 4648, in capitals and without padding: what authenticator apps read.
final class Base32 {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  static String encode(byte[] bytes) {
    var text = new StringBuilder();
    var buffer = 0;
    var held = 0;
    for (var next : bytes) {
      buffer = ((buffer << Byte.SIZE) | (next & 0xFF)) & 0xFFF;
      held += Byte.SIZE;
      while (held >= BITS) {
        held -= BITS;
        text.append(LETTERS.charAt((buffer >> held) & 0x1F));
      }
    }
    if (held > 0) {
      text.append(LETTERS.charAt((buffer << (BITS - held)) & 0x1F));
    }
    return text.toString();
  }

  /// @throws IllegalArgumentException at a letter that is none of the 32
  static byte[] decode(String text) {
    var bytes = new byte[text.length() * BITS / Byte.SIZE];
    var buffer = 0;
    var held = 0;
    var filled = 0;
    for (var i = 0; i < text.length(); i++) {
      var value = LETTERS.indexOf(text.charAt(i));
      if (value < 0) {
        throw new IllegalArgumentException("not base 32");
      }
      buffer = ((buffer << BITS) | value) & 0xFFF;
      held += BITS;
      if (held >= Byte.SIZE) {
        held -= Byte.SIZE;
        bytes[filled++] = (byte) (buffer >> held);
      }
    }
    return bytes;
  }
}
