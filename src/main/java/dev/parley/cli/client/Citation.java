package dev.parley.cli.client;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A place that an answer rests on.
///
/// @param number what stands in square brackets in the answer
/// @param anchor fragment of the nearest heading, without `#`
public record Citation(
    int number,
    String title,
    @Nullable String url,
    @Nullable String anchor,
    @Nullable Integer page,
    List<String> headingPath,
    String quote) {
  public Citation {
    headingPath = Objects.requireNonNullElse(headingPath, List.of());
  }
}
