package dev.parley.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// Files that begin like pictures, which is as far as Parley reads them.
public final class Pictures {
  private Pictures() {}

  /// A picture of one pixel.
  public static byte[] gif() {
    return "GIF89a\1\0\1\0".getBytes(ISO_8859_1);
  }

  /// A picture of one pixel.
  ///
  /// @param content what follows the head
  public static byte[] png(byte[] content) {
    return png(1, 1, content);
  }

  public static byte[] png(int width, int height, byte[] content) {
    var file = new ByteArrayOutputStream();
    file.writeBytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(ISO_8859_1));
    file.writeBytes(ByteBuffer.allocate(8).putInt(width).putInt(height).array());
    file.writeBytes(content);
    return file.toByteArray();
  }
}
