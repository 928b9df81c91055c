package dev.parley.platform.seal;

import dev.parley.call.WorkspaceId;
import java.util.UUID;
import java.util.regex.Pattern;

/// A column that holds one sealed value a row, or nothing (null, or an empty text). Its table has
/// the columns `workspace_id` and `id`.
///
/// @param inWords what is sealed there, in the plural
public record SealedColumn(String table, String column, String inWords) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  public SealedColumn {
    if (!NAME.matcher(table).matches() || !NAME.matcher(column).matches()) {
      throw new IllegalArgumentException(table + "." + column + " is no column");
    }
  }

  /// Where the value of a row stands.
  public Place place(WorkspaceId workspace, UUID row) {
    return new Place(table, column, workspace, row.toString());
  }
}
