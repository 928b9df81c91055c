package dev.parley.metering.usage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.metering.usage.UsageReader.Style;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a call used, beside the words in which its provider said so.
///
/// @param raw the provider's own JSON, for whoever has to settle an invoice; null where we counted
public record Counted(Usage usage, @Nullable String raw) {

  /// Counted by us: the provider said nothing.
  public static Counted byUs(Usage usage) {
    return new Counted(usage, null);
  }

  /// As [UsageReader#read].
  public static Optional<Counted> read(JsonNode usage, Style style) {
    return UsageReader.read(usage, style).map(read -> new Counted(read, usage.toString()));
  }
}
