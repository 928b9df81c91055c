package dev.parley.platform.seal;

import dev.parley.call.WorkspaceId;
import java.util.regex.Pattern;

/// Where a sealed value stands. It opens nowhere else: who may write to the table cannot move the
/// secret of one row, or of one workspace, into another.
///
/// @param row the id of the row inside the workspace
public record Place(String table, String column, WorkspaceId workspace, String row) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  public Place {
    // Only the last part may hold any letter, so that no two places read alike.
    if (!NAME.matcher(table).matches() || !NAME.matcher(column).matches()) {
      throw new IllegalArgumentException(table + "." + column + " is no column");
    }
  }

  String text() {
    return String.join("|", table, column, workspace.toString(), row);
  }
}
