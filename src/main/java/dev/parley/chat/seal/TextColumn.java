package dev.parley.chat.seal;

import dev.parley.call.WorkspaceId;
import dev.parley.platform.seal.Place;
import java.util.UUID;

/// The columns that hold what people wrote or were answered.
public enum TextColumn {
  TITLE("conversation", "title"),
  TEXT("message", "text"),
  CITATIONS("message", "citations"),
  PROBLEM("message", "problem"),
  EVENTS("turn_log", "events"),
  SUMMARY("message_summary", "text"),
  FEEDBACK("feedback", "text"),
  SHARE("share", "content"),
  SHARE_TITLE("share", "title"),
  REASON("handover", "reason"),
  PAGE("handover", "page"),
  NOTE("handover_note", "text"),
  CASE("question_case", "content"),
  RESULT("case_result", "content"),
  ATTACHMENT("attachment", "content"),
  ATTACHMENT_NAME("attachment", "name");

  private final String table;
  private final String column;

  TextColumn(String table, String column) {
    this.table = table;
    this.column = column;
  }

  String table() {
    return table;
  }

  String column() {
    return column;
  }

  /// The column in one row.
  public Place in(WorkspaceId workspace, UUID row) {
    return new Place(table, column, workspace, row.toString());
  }

  /// The column in one segment of a turn's log.
  ///
  /// @param firstSeq of the segment
  public Place in(WorkspaceId workspace, UUID turn, int firstSeq) {
    return new Place(table, column, workspace, turn + "/" + firstSeq);
  }
}
