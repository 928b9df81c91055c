package dev.parley.platform.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Where a page of a list ended, for the request of the next one: the moment and the id of its last
/// row.
public record Cursor(Instant at, UUID id) {

  /// The `next` of a page, and the `before` of the request after it.
  public String text() {
    return at + "_" + id;
  }

  /// Fails with a problem when the text is not what [#text] gave.
  public static Cursor read(String text) {
    try {
      var cut = text.lastIndexOf('_');
      return new Cursor(
          Instant.parse(text.substring(0, Math.max(0, cut))),
          UUID.fromString(text.substring(cut + 1)));
    } catch (DateTimeException | IllegalArgumentException _) {
      throw new HttpProblem.Invalid("before is not the next of a page.", List.of());
    }
  }
}
