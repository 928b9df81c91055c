package dev.parley.retrieval.ingest.parse.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Bytes to text when nobody is sure of the encoding: a byte order mark decides, then what was
/// declared, then strict UTF-8, then UTF-16 by its zero bytes, then windows-1252 if the result
/// looks like words.
public final class DecodeText {
  /// Western text has few letters beyond ASCII; more means that the encoding is another one.
  private static final double FOREIGN_SHARE = 0.3;

  private static final int SAMPLE = 64 * 1024;

  private DecodeText() {}

  /// The text that the bytes stand for.
  ///
  /// @param declared charset by the sender's account, such as `iso-8859-2`; ignored when wrong
  /// @throws ParseProblem `unknown_encoding`, or `too_large` when there is certainly too much
  public static String decode(byte[] bytes, @Nullable String declared) {
    if (bytes.length / 4 > ParseLimits.TEXT) {
      throw new ParseProblem(ParseFailure.TOO_LARGE);
    }
    return byMark(bytes)
        .or(() -> charset(declared).flatMap(charset -> strict(bytes, 0, charset)))
        .or(() -> strict(bytes, 0, StandardCharsets.UTF_8))
        .or(() -> byZeros(bytes))
        .or(() -> western(bytes))
        .orElseThrow(() -> new ParseProblem(ParseFailure.UNKNOWN_ENCODING));
  }

  /// Whether the bytes can only be something else than text: zeros or many control characters, and
  /// no sign of UTF-16.
  public static boolean isBinary(byte[] bytes) {
    if (hasWideMark(bytes) || zerosOf(bytes) != Zeros.NONE) {
      return false;
    }
    var size = Math.min(bytes.length, SAMPLE);
    var controls = 0;
    for (var i = 0; i < size; i++) {
      var b = bytes[i];
      if (b == 0) {
        return true;
      }
      if (b > 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B) {
        controls++;
      }
    }
    return controls * 20 > size;
  }

  private static Optional<String> byMark(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return strict(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      return strict(bytes, 4, Charset.forName("UTF-32LE"));
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return strict(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return strict(bytes, 2, StandardCharsets.UTF_16BE);
    }
    return Optional.empty();
  }

  private static boolean hasWideMark(byte[] bytes) {
    return startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF);
  }

  private enum Zeros {
    NONE,
    EVEN,
    ODD
  }

  private static Optional<String> byZeros(byte[] bytes) {
    return switch (zerosOf(bytes)) {
      case NONE -> Optional.empty();
      case EVEN -> strict(bytes, 0, StandardCharsets.UTF_16BE);
      case ODD -> strict(bytes, 0, StandardCharsets.UTF_16LE);
    };
  }

  /// On which side the zero bytes of Latin text in UTF-16 stand.
  private static Zeros zerosOf(byte[] bytes) {
    var size = Math.min(bytes.length, SAMPLE) & ~1;
    var even = 0;
    var odd = 0;
    for (var i = 0; i < size; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (size == 0 || bytes.length % 2 != 0) {
      return Zeros.NONE;
    }
    if (even == 0 && odd * 10 > size * 4) {
      return Zeros.ODD;
    }
    return odd == 0 && even * 10 > size * 4 ? Zeros.EVEN : Zeros.NONE;
  }

  private static Optional<String> western(byte[] bytes) {
    var text = strict(bytes, 0, Charset.forName("windows-1252"));
    return text.filter(decoded ->
        decoded.chars().filter(c -> c > 0x7F).count() < FOREIGN_SHARE * decoded.length());
  }

  private static Optional<Charset> charset(@Nullable String name) {
    try {
      return name == null ? Optional.empty() : Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<String> strict(byte[] bytes, int from, Charset charset) {
    try {
      var text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
              .toString();
      return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (var i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
