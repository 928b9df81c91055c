package dev.parley.chat.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageTypeTest {
  @Test
  void anImageIsKnownByHowItBegins() {
    assertEquals(Optional.of(ImageType.PNG), of("\u0089PNG\r\n\u001a\n..."));
    assertEquals(Optional.of(ImageType.JPEG), of("\u00ff\u00d8\u00ff\u00e0..."));
    assertEquals(Optional.of(ImageType.GIF), of("GIF89a..."));
    assertEquals(Optional.of(ImageType.GIF), of("GIF87a"));
    assertEquals(Optional.of(ImageType.WEBP), of("RIFF\u0010\u0000\u0000\u0000WEBPVP8 "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "PNG",
        "GIF88a",
        "RIFF....WAVE",
        "%PDF-1.7"
      })
  void anythingElseIsNone(String file) {
    assertEquals(Optional.empty(), of(file));
  }

  private static Optional<ImageType> of(String file) {
    return ImageType.of(file.getBytes(ISO_8859_1));
  }
}
