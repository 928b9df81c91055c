package dev.parley.control.audit;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// A place in a chain that was noted outside the database: whoever rewrites the chain cannot
/// rewrite the note.
///
/// @param hash of the event with that number, in hexadecimal
public record AuditAnchor(long seq, String hash) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

  static AuditAnchor of(long seq, byte[] hash) {
    return new AuditAnchor(seq, HexFormat.of().formatHex(hash));
  }

  /// Reads `<seq>:<hash>`, the form of [#toString].
  public static Optional<AuditAnchor> parse(String text) {
    var form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new AuditAnchor(Long.parseLong(form.group(1)), form.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return seq + ":" + hash;
  }
}
