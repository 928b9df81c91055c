package dev.parley.platform.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteSizeTest {
  @ParameterizedTest
  @CsvSource({
    "10485760,10485760,10MiB",
    "10MiB,10485760,10MiB",
    "10 mib,10485760,10MiB",
    "10MB,10000000,10000000B",
    "512KiB,524288,512KiB",
    "0,0,0B",
    "7b,7,7B"
  })
  void readsAndShowsSizes(String text, long bytes, String shown) {
    assertEquals(bytes, ByteSize.parse(text).bytes());
    assertEquals(shown, ByteSize.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "ten", "10 TiB", "1.5MiB", "999999999999999999GiB"})
  void refusesWhatIsNoSize(String text) {
    assertThrows(ConfigFault.class, () -> ByteSize.parse(text));
  }
}
