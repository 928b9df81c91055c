package dev.parley.chat.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImageSizeTest {
  @ParameterizedTest
  @CsvSource({"png,PNG", "jpg,JPEG", "gif,GIF"})
  void theSizeIsWhatAnEncoderWrote(String format, ImageType type) throws IOException {
    var file = encoded(format);

    assertEquals(Optional.of(new ImageSize(300, 2)), ImageSize.of(type, file));
    for (var length = 0; length < file.length; length++) {
      var cut = ImageSize.of(type, Arrays.copyOf(file, length));
      assertEquals(300, cut.map(ImageSize::width).orElse(300), "cut at " + length);
    }
  }

  @Test
  void theThreeKindsOfWebp() {
    assertEquals(300, webp("VP8 \0\0\0\0...\u009d\1*,\1\2\0").orElseThrow().width());
    assertEquals(Optional.of(new ImageSize(300, 2)), webp("VP8L\0\0\0\0/+A\0\0"));
    assertEquals(Optional.of(new ImageSize(300, 2)), webp("VP8X\0\0\0\0....+\1\0\1\0\0"));
    assertEquals(Optional.empty(), webp("ALPH................."));
  }

  @Test
  void nothingIsNoPicture() {
    assertEquals(Optional.empty(), of(ImageType.GIF, "GIF89a\0\0\1\0"));
    assertEquals(Optional.empty(), of(ImageType.JPEG, "\u00ff\u00d8\u00ff\u00e0\0\0\0\0\0\0"));
  }

  private static Optional<ImageSize> webp(String chunk) {
    return of(ImageType.WEBP, "RIFF\0\0\0\0WEBP" + chunk);
  }

  private static Optional<ImageSize> of(ImageType type, String file) {
    return ImageSize.of(type, file.getBytes(ISO_8859_1));
  }

  private static byte[] encoded(String format) throws IOException {
    var file = new ByteArrayOutputStream();
    var picture = new BufferedImage(300, 2, BufferedImage.TYPE_INT_RGB);
    if (!ImageIO.write(picture, format, file)) {
      throw new IOException("there is no encoder of " + format);
    }
    return file.toByteArray();
  }
}
