package dev.parley.platform.config;

import static dev.parley.platform.config.ConfigFault.require;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// An amount of bytes.
public record ByteSize(long bytes) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,18})\\s*([a-z]*)");
  private static final Map<String, Long> UNITS =
      Map.of(
          "",
          1L,
          "b",
          1L,
          "kb",
          1_000L,
          "mb",
          1_000_000L,
          "gb",
          1_000_000_000L,
          "kib",
          1L << 10,
          "mib",
          1L << 20,
          "gib",
          1L << 30);
  private static final String ALLOWED = "must be a size such as 10485760, 512KiB, 10MiB or 10MB";

  public ByteSize {
    require(bytes >= 0, "bytes must not be negative");
  }

  /// Reads `10485760`, `10MiB` (1024 × 1024) or `10MB` (1000 × 1000), in any case.
  public static ByteSize parse(String text) {
    var match = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
    require(match.matches() && UNITS.containsKey(match.group(2)), ALLOWED);
    try {
      var number = Long.parseLong(match.group(1));
      return new ByteSize(Math.multiplyExact(number, UNITS.getOrDefault(match.group(2), 1L)));
    } catch (ArithmeticException _) {
      throw new ConfigFault("is too large: it " + ALLOWED);
    }
  }

  @Override
  public String toString() {
    if (bytes > 0 && bytes % (1L << 20) == 0) {
      return (bytes >> 20) + "MiB";
    }
    return bytes > 0 && bytes % (1L << 10) == 0 ? (bytes >> 10) + "KiB" : bytes + "B";
  }
}
