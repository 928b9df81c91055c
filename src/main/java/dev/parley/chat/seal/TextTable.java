package dev.parley.chat.seal;

import static dev.parley.chat.seal.TextColumn.ATTACHMENT;
import static dev.parley.chat.seal.TextColumn.ATTACHMENT_NAME;
import static dev.parley.chat.seal.TextColumn.CASE;
import static dev.parley.chat.seal.TextColumn.CITATIONS;
import static dev.parley.chat.seal.TextColumn.EVENTS;
import static dev.parley.chat.seal.TextColumn.FEEDBACK;
import static dev.parley.chat.seal.TextColumn.NOTE;
import static dev.parley.chat.seal.TextColumn.PAGE;
import static dev.parley.chat.seal.TextColumn.PROBLEM;
import static dev.parley.chat.seal.TextColumn.REASON;
import static dev.parley.chat.seal.TextColumn.RESULT;
import static dev.parley.chat.seal.TextColumn.SHARE;
import static dev.parley.chat.seal.TextColumn.SHARE_TITLE;
import static dev.parley.chat.seal.TextColumn.SUMMARY;
import static dev.parley.chat.seal.TextColumn.TEXT;
import static dev.parley.chat.seal.TextColumn.TITLE;

import dev.parley.call.WorkspaceId;
import dev.parley.chat.seal.TextStore.TextRow;
import dev.parley.platform.seal.Place;
import java.util.List;

/// A table with texts, for sealing what it holds.
///
/// @param columns in the order in which statements name them
/// @param page rows of the workspace `$1` behind the row `$2`, `$3`, `$5` at most; each says
///   whether the first key has sealed it, whose texts begin with `$4`, and has its texts only if
///   not
/// @param replace puts texts into a row, unless it was changed since it was read: takes workspace,
///   row, part, the first text as it was, and all texts as they are to be
record TextTable(String inWords, List<TextColumn> columns, String page, String replace) {
  static final TextTable TITLES =
      new TextTable(
          "titles",
          List.of(TITLE),
          """
          SELECT id, 0 AS part, sealed, current, CASE WHEN NOT current THEN title END AS text_1
          FROM (SELECT *, title = '' OR sealed AND starts_with(title, $4) AS current FROM conversation
                WHERE workspace_id = $1 AND id > $2 AND $3 = 0 ORDER BY id LIMIT $5) AS page
          ORDER BY id
          """,
          """
          UPDATE conversation SET sealed = true, title = $5
          WHERE workspace_id = $1 AND id = $2 AND $3 = 0 AND title = $4
          """);
  static final TextTable MESSAGES =
      new TextTable(
          "messages",
          List.of(TEXT, CITATIONS, PROBLEM),
          """
          SELECT id, 0 AS part, sealed, current, CASE WHEN NOT current THEN text END AS text_1,
                 CASE WHEN NOT current THEN citations END AS text_2,
                 CASE WHEN NOT current THEN problem END AS text_3
          FROM (SELECT *, sealed AND starts_with(text, $4) AS current FROM message
                WHERE workspace_id = $1 AND id > $2 AND $3 = 0 ORDER BY id LIMIT $5) AS page
          ORDER BY id
          """,
          """
          UPDATE message SET sealed = true, text = $5, citations = $6, problem = $7
          WHERE workspace_id = $1 AND id = $2 AND $3 = 0 AND text = $4
          """);
  static final TextTable LOGS =
      new TextTable(
          "logs of turns",
          List.of(EVENTS),
          """
          SELECT turn_id AS id, first_seq AS part, sealed, current,
                 CASE WHEN NOT current THEN events END AS text_1
          FROM (SELECT *, sealed AND starts_with(events, $4) AS current FROM turn_log
                WHERE workspace_id = $1 AND (turn_id, first_seq) > ($2, $3)
                ORDER BY turn_id, first_seq LIMIT $5) AS page
          ORDER BY turn_id, first_seq
          """,
          """
          UPDATE turn_log SET sealed = true, events = $5
          WHERE workspace_id = $1 AND turn_id = $2 AND first_seq = $3 AND events = $4
          """);

  static final TextTable SUMMARIES =
      new TextTable(
          "summaries",
          List.of(SUMMARY),
          """
          SELECT message_id AS id, 0 AS part, sealed, current,
                 CASE WHEN NOT current THEN text END AS text_1
          FROM (SELECT *, sealed AND starts_with(text, $4) AS current FROM message_summary
                WHERE workspace_id = $1 AND message_id > $2 AND $3 = 0
                ORDER BY message_id LIMIT $5) AS page
          ORDER BY message_id
          """,
          """
          UPDATE message_summary SET sealed = true, text = $5
          WHERE workspace_id = $1 AND message_id = $2 AND $3 = 0 AND text = $4
          """);
  static final TextTable FEEDBACKS =
      new TextTable(
          "feedback",
          List.of(FEEDBACK),
          """
          SELECT message_id AS id, 0 AS part, sealed, current,
                 CASE WHEN NOT current THEN text END AS text_1
          FROM (SELECT *, sealed AND starts_with(text, $4) AS current FROM feedback
                WHERE workspace_id = $1 AND message_id > $2 AND $3 = 0
                ORDER BY message_id LIMIT $5) AS page
          ORDER BY message_id
          """,
          """
          UPDATE feedback SET sealed = true, text = $5
          WHERE workspace_id = $1 AND message_id = $2 AND $3 = 0 AND text = $4
          """);
  static final TextTable SHARES =
      new TextTable(
          "shares",
          List.of(SHARE, SHARE_TITLE),
          """
          SELECT id, 0 AS part, sealed, current, CASE WHEN NOT current THEN content END AS text_1,
                 CASE WHEN NOT current THEN title END AS text_2
          FROM (SELECT *, sealed AND starts_with(content, $4) AS current FROM share
                WHERE workspace_id = $1 AND id > $2 AND $3 = 0 ORDER BY id LIMIT $5) AS page
          ORDER BY id
          """,
          """
          UPDATE share SET sealed = true, content = $5, title = $6
          WHERE workspace_id = $1 AND id = $2 AND $3 = 0 AND content = $4
          """);

  static final TextTable HANDOVERS =
      new TextTable(
          "hand-overs",
          List.of(REASON, PAGE),
          """
          SELECT id, 0 AS part, sealed, current, CASE WHEN NOT current THEN reason END AS text_1,
                 CASE WHEN NOT current THEN page.page END AS text_2
          FROM (SELECT *, sealed AND starts_with(reason, $4) AS current FROM handover
                WHERE workspace_id = $1 AND id > $2 AND $3 = 0 ORDER BY id LIMIT $5) AS page
          ORDER BY id
          """,
          """
          UPDATE handover SET sealed = true, reason = $5, page = $6
          WHERE workspace_id = $1 AND id = $2 AND $3 = 0 AND reason = $4
          """);
  static final TextTable NOTES =
      new TextTable(
          "notes",
          List.of(NOTE),
          """
          SELECT id, 0 AS part, sealed, current, CASE WHEN NOT current THEN text END AS text_1
          FROM (SELECT *, sealed AND starts_with(text, $4) AS current FROM handover_note
                WHERE workspace_id = $1 AND id > $2 AND $3 = 0 ORDER BY id LIMIT $5) AS page
          ORDER BY id
          """,
          """
          UPDATE handover_note SET sealed = true, text = $5
          WHERE workspace_id = $1 AND id = $2 AND $3 = 0 AND text = $4
          """);

  static final TextTable CASES =
      new TextTable(
          "test cases",
          List.of(CASE),
          """
          SELECT id, 0 AS part, sealed, current, CASE WHEN NOT current THEN content END AS text_1
          FROM (SELECT *, sealed AND starts_with(content, $4) AS current FROM question_case
                WHERE workspace_id = $1 AND id > $2 AND $3 = 0 ORDER BY id LIMIT $5) AS page
          ORDER BY id
          """,
          """
          UPDATE question_case SET sealed = true, content = $5
          WHERE workspace_id = $1 AND id = $2 AND $3 = 0 AND content = $4
          """);
  static final TextTable RESULTS =
      new TextTable(
          "test results",
          List.of(RESULT),
          """
          SELECT id, 0 AS part, sealed, current, CASE WHEN NOT current THEN content END AS text_1
          FROM (SELECT *, sealed AND starts_with(content, $4) AS current FROM case_result
                WHERE workspace_id = $1 AND id > $2 AND $3 = 0 ORDER BY id LIMIT $5) AS page
          ORDER BY id
          """,
          """
          UPDATE case_result SET sealed = true, content = $5
          WHERE workspace_id = $1 AND id = $2 AND $3 = 0 AND content = $4
          """);

  /// A few at a time: each is some megabytes long.
  static final TextTable ATTACHMENTS =
      new TextTable(
          "attachments",
          List.of(ATTACHMENT, ATTACHMENT_NAME),
          """
          SELECT id, 0 AS part, sealed, current, CASE WHEN NOT current THEN content END AS text_1,
                 CASE WHEN NOT current THEN name END AS text_2
          FROM (SELECT *, sealed AND starts_with(content, $4) AS current FROM attachment
                WHERE workspace_id = $1 AND id > $2 AND $3 = 0 ORDER BY id
                LIMIT least($5, 4)) AS page
          ORDER BY id
          """,
          """
          UPDATE attachment SET sealed = true, content = $5, name = $6
          WHERE workspace_id = $1 AND id = $2 AND $3 = 0 AND content = $4
          """);

  static final List<TextTable> ALL =
      List.of(
          TITLES,
          MESSAGES,
          LOGS,
          SUMMARIES,
          FEEDBACKS,
          SHARES,
          HANDOVERS,
          NOTES,
          CASES,
          RESULTS,
          ATTACHMENTS);

  /// Where the text of a column stands.
  Place place(int column, WorkspaceId workspace, TextRow row) {
    var at = columns.get(column);
    return at == EVENTS ? at.in(workspace, row.id(), row.part()) : at.in(workspace, row.id());
  }
}
