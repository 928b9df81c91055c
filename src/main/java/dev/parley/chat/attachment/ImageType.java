package dev.parley.chat.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of images that models take. Known by how a file begins, never by its name.
enum ImageType {
  PNG("image/png"),
  JPEG("image/jpeg"),
  GIF("image/gif"),
  WEBP("image/webp");

  private final String mediaType;

  ImageType(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /// Empty for any other file.
  static Optional<ImageType> of(byte[] file) {
    return Arrays.stream(values()).filter(type -> type.begins(file)).findFirst();
  }

  private boolean begins(byte[] file) {
    return switch (this) {
      case PNG -> has(file, 0, "\u0089PNG\r\n\u001a\n");
      case JPEG -> has(file, 0, "\u00ff\u00d8\u00ff");
      case GIF -> has(file, 0, "GIF87a") || has(file, 0, "GIF89a");
      case WEBP -> has(file, 0, "RIFF") && has(file, 8, "WEBP");
    };
  }

  private static boolean has(byte[] file, int at, String mark) {
    var wanted = mark.getBytes(ISO_8859_1);
    var end = at + wanted.length;
    return file.length >= end && Arrays.equals(file, at, end, wanted, 0, wanted.length);
  }
}
