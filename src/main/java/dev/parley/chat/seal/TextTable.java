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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

  static final List<TextTable> ALL =
      List.of(
          TITLES,
          table("messages", "id", TEXT, CITATIONS, PROBLEM),
          LOGS,
          table("summaries", "message_id", SUMMARY),
          table("feedback", "message_id", FEEDBACK),
          table("shares", "id", SHARE, SHARE_TITLE),
          table("hand-overs", "id", REASON, PAGE),
          table("notes", "id", NOTE),
          table("test cases", "id", CASE),
          table("test results", "id", RESULT),
          table("attachments", "id", ATTACHMENT, ATTACHMENT_NAME).fewAtOnce());

  /// A table whose rows are sealed all at once and have their texts in one part.
  private static TextTable table(String inWords, String id, TextColumn... columns) {
    var names = Arrays.stream(columns).map(TextColumn::column).toList();
    var first = names.getFirst();
    var texts =
        IntStream.range(0, names.size())
            .mapToObj(at ->
                "CASE WHEN NOT current THEN batch.%s END AS text_%d"
                    .formatted(names.get(at), at + 1))
            .collect(Collectors.joining(", "));
    var sealed =
        IntStream.range(0, names.size())
            .mapToObj(at -> "%s = $%d".formatted(names.get(at), at + 5))
            .collect(Collectors.joining(", "));
    var page =
        """
        SELECT %1$s AS id, 0 AS part, sealed, current, %2$s
        FROM (SELECT *, sealed AND starts_with(%3$s, $4) AS current FROM %4$s
              WHERE workspace_id = $1 AND %1$s > $2 AND $3 = 0 ORDER BY %1$s LIMIT $5) AS batch
        ORDER BY %1$s
        """
            .formatted(id, texts, first, columns[0].table());
    var replace =
        """
        UPDATE %4$s SET sealed = true, %2$s
        WHERE workspace_id = $1 AND %1$s = $2 AND $3 = 0 AND %3$s = $4
        """
            .formatted(id, sealed, first, columns[0].table());
    return new TextTable(inWords, List.of(columns), page, replace);
  }

  /// For texts of some megabytes each.
  private TextTable fewAtOnce() {
    return new TextTable(inWords, columns, page.replace("LIMIT $5", "LIMIT least($5, 4)"), replace);
  }

  /// Where the text of a column stands.
  Place place(int column, WorkspaceId workspace, TextRow row) {
    var at = columns.get(column);
    return at == EVENTS ? at.in(workspace, row.id(), row.part()) : at.in(workspace, row.id());
  }
}
