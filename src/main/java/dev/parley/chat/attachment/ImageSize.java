package dev.parley.chat.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// How large a picture is, as the head of its file says. Nothing is unpacked: a small file may hold
/// more pixels than any reader has room for.
record ImageSize(int width, int height) {
  private static final int BYTE = 0xff;
  private static final int RIFF_HEAD = 12;
  private static final int LOSSY_SIDE = 0x3fff;
  private static final int FIRST_FRAME = 0xc0;
  private static final int LAST_FRAME = 0xcf;

  long pixels() {
    return (long) width * height;
  }

  /// Empty where the file ends too early, or says nothing that can be.
  static Optional<ImageSize> of(ImageType type, byte[] file) {
    try {
      var size =
          switch (type) {
            case PNG -> png(ByteBuffer.wrap(file));
            case JPEG -> jpeg(ByteBuffer.wrap(file));
            case GIF -> gif(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
            case WEBP -> webp(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN), file);
          };
      return Optional.of(size).filter(one -> one.width > 0 && one.height > 0);
    } catch (IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  private static ImageSize png(ByteBuffer file) {
    return new ImageSize(file.getInt(16), file.getInt(20));
  }

  private static ImageSize gif(ByteBuffer file) {
    return new ImageSize(two(file, 6), two(file, 8));
  }

  /// The first frame stands behind segments of which each says how long it is.
  private static ImageSize jpeg(ByteBuffer file) {
    var at = 2;
    while (true) {
      while ((file.get(at) & BYTE) == BYTE && (file.get(at + 1) & BYTE) == BYTE) {
        at++;
      }
      if ((file.get(at) & BYTE) != BYTE) {
        return new ImageSize(0, 0);
      }
      if (isFrame(file.get(at + 1) & BYTE)) {
        return new ImageSize(two(file, at + 7), two(file, at + 5));
      }
      at += 2 + Math.max(2, two(file, at + 2));
    }
  }

  /// The three marks in between hold tables.
  private static boolean isFrame(int mark) {
    var table = mark == 0xc4 || mark == 0xc8 || mark == 0xcc;
    return mark >= FIRST_FRAME && mark <= LAST_FRAME && !table;
  }

  private static ImageSize webp(ByteBuffer file, byte[] bytes) {
    return switch (new String(bytes, RIFF_HEAD, 4, ISO_8859_1)) {
      case "VP8 " -> new ImageSize(two(file, 26) & LOSSY_SIDE, two(file, 28) & LOSSY_SIDE);
      case "VP8L" -> {
        var sides = file.getInt(21);
        yield new ImageSize(1 + (sides & LOSSY_SIDE), 1 + (sides >>> 14 & LOSSY_SIDE));
      }
      case "VP8X" -> new ImageSize(1 + three(file, 24), 1 + three(file, 27));
      default -> new ImageSize(0, 0);
    };
  }

  private static int two(ByteBuffer file, int at) {
    return Short.toUnsignedInt(file.getShort(at));
  }

  private static int three(ByteBuffer file, int at) {
    return two(file, at) | (file.get(at + 2) & BYTE) << 16;
  }
}
