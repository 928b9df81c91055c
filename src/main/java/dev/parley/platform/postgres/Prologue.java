package dev.parley.platform.postgres;

import dev.parley.call.WorkspaceId;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// The text that opens a transaction: one message to the server, whatever it sets. Only numbers,
/// UUIDs and the star come into it, so nothing needs escaping.
///
/// @param scope what `parley.workspace` becomes; empty to leave it unset
/// @param readOnly whether the server refuses writes
/// @param limits limits for this transaction; null for those of the session
record Prologue(String scope, boolean readOnly, @Nullable Limits limits) {
  /// No workspace.
  static final String NONE = "";

  /// All of them, as far as a table's policy knows this word.
  static final String EVERY = "*";

  static String only(WorkspaceId workspace) {
    return workspace.value().toString();
  }

  String sql() {
    var begin = readOnly ? "BEGIN READ ONLY" : "BEGIN";
    var settings = new ArrayList<String>();
    if (!scope.isEmpty()) {
      settings.add("set_config('parley.workspace', '" + scope + "', true)");
    }
    if (limits != null) {
      settings.add(limits.ofTransaction());
    }
    return settings.isEmpty() ? begin : begin + "; SELECT " + String.join(", ", settings);
  }
}
