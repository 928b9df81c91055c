package dev.parley.chat.inbox;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.Owner;
import dev.parley.chat.handover.HandoverColumns;
import dev.parley.chat.inbox.InboxItem.Said;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import dev.parley.platform.http.Cursor;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads conversations that were handed over.
final class InboxStore {
  private static final String COLUMNS =
      """
      SELECT h.*, c.title, c.sealed AS title_sealed, c.owner_id, c.last_happening,
             m.id AS said_id, m.role AS said_role, m.text AS said_text, m.sealed AS said_sealed,
             m.created_at AS said_at,
             (SELECT count(*) FROM happening p
              JOIN message u ON u.workspace_id = p.workspace_id AND u.id = p.message_id
              WHERE p.workspace_id = h.workspace_id AND p.conversation_id = h.conversation_id
                AND p.seq > h.seen AND u.role = 'user') AS unread
      FROM handover h
      JOIN conversation c ON c.workspace_id = h.workspace_id AND c.id = h.conversation_id
      LEFT JOIN message m ON m.workspace_id = c.workspace_id AND m.id = c.active_leaf_id
        AND (h.closed_at IS NULL OR m.created_at <= h.closed_at)
      """;

  /// Who has waited longest comes first.
  private static final String QUEUE =
      COLUMNS
          + """
          WHERE h.workspace_id = current_setting('parley.workspace')::uuid AND h.state = 'open'
            AND ($1::timestamptz IS NULL OR (h.created_at, h.id) > ($1, $2))
          ORDER BY h.created_at, h.id LIMIT $3
          """;

  private static final String MINE =
      COLUMNS
          + """
          WHERE h.workspace_id = current_setting('parley.workspace')::uuid AND h.state = 'claimed'
            AND h.agent_id IS NOT DISTINCT FROM $4
            AND ($1::timestamptz IS NULL OR (h.updated_at, h.id) < ($1, $2))
          ORDER BY h.updated_at DESC, h.id DESC LIMIT $3
          """;
  private static final String ALL =
      COLUMNS
          + """
          WHERE h.workspace_id = current_setting('parley.workspace')::uuid
            AND ($1::timestamptz IS NULL OR (h.updated_at, h.id) < ($1, $2))
          ORDER BY h.updated_at DESC, h.id DESC LIMIT $3
          """;
  private static final String FIND =
      COLUMNS
          + """
          WHERE h.workspace_id = current_setting('parley.workspace')::uuid
            AND h.conversation_id = $1
          ORDER BY h.created_at DESC, h.id DESC LIMIT 1
          """;
  private static final String COUNTS =
      """
      SELECT count(*) FILTER (WHERE state = 'open') AS queue,
             count(*) FILTER (WHERE state = 'claimed' AND agent_id IS NOT DISTINCT FROM $1) AS mine
      FROM handover
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND state <> 'closed'
      """;
  private static final String EARLIER =
      """
      SELECT count(*) AS many FROM conversation
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND owner_id = $1 AND id <> $2
      """;

  private final Database database;
  private final SealedText texts;
  private final HandoverColumns handovers;

  InboxStore(Database database, SealedText texts) {
    this.database = database;
    this.texts = texts;
    this.handovers = new HandoverColumns(texts);
  }

  Future<List<InboxItem>> list(Call call, Filter filter, @Nullable Cursor before, int limit) {
    var page =
        Tuple.of(
            before == null ? null : before.at().atOffset(ZoneOffset.UTC),
            before == null ? null : before.id(),
            limit);
    var sql =
        switch (filter) {
          case QUEUE -> QUEUE;
          case MINE -> MINE;
          case ALL -> ALL;
        };
    var values = filter == Filter.MINE ? page.addUUID(Owner.of(call)) : page;
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(sql)
                .execute(values)
                .map(rows -> Rows.all(rows, row -> item(call.workspace(), row))));
  }

  /// The last hand-over of a conversation.
  Future<Optional<InboxItem>> find(Call call, UUID conversation) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FIND)
                .execute(Tuple.of(conversation))
                .map(rows -> rows.stream().findFirst().map(row -> item(call.workspace(), row))));
  }

  Future<Counts> counts(Call call) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(COUNTS)
                .execute(Tuple.of(Owner.of(call)))
                .map(rows -> rows.iterator().next())
                .map(row -> new Counts(row.getLong("queue"), row.getLong("mine"))));
  }

  /// How many other conversations somebody has.
  Future<Long> others(Call call, UUID owner, UUID conversation) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(EARLIER)
                .execute(Tuple.of(owner, conversation))
                .map(rows -> rows.iterator().next().getLong("many")));
  }

  private InboxItem item(WorkspaceId workspace, Row row) {
    var conversation = row.getUUID("conversation_id");
    var title = row.getString("title");
    var sealed = row.getBoolean("title_sealed") && !title.isEmpty();
    return new InboxItem(
        handovers.handover(workspace, row),
        texts.read(TextColumn.TITLE.in(workspace, conversation), sealed, title),
        row.getUUID("owner_id"),
        said(workspace, row),
        Math.toIntExact(row.getLong("unread")),
        row.getInteger("last_happening"));
  }

  private @Nullable Said said(WorkspaceId workspace, Row row) {
    var id = row.getUUID("said_id");
    if (id == null) {
      return null;
    }
    var place = TextColumn.TEXT.in(workspace, id);
    return Said.of(
        Message.Role.valueOf(row.getString("said_role").toUpperCase(Locale.ROOT)),
        texts.read(place, row.getBoolean("said_sealed"), row.getString("said_text")),
        row.getOffsetDateTime("said_at").toInstant());
  }

  /// Which conversations are wanted.
  enum Filter {
    QUEUE,
    MINE,
    /// The closed ones too.
    ALL
  }

  /// How many wait, and how many the caller has.
  record Counts(long queue, long mine) {}
}
