package dev.parley.chat.export;

import dev.parley.call.Call;
import dev.parley.chat.conversation.Message;
import dev.parley.chat.conversation.MessageColumns;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditStore;
import dev.parley.platform.http.Cursor;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whole conversations, out of the tables and in.
public final class ExportStore {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int BATCH = 500;
  private static final String PAGE =
      """
      SELECT id, parent_id, role, text, state, created_at, turn_id, model, citations, input_tokens,
             output_tokens, estimated, problem, sealed, author_id
      FROM message
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND conversation_id = $1
        AND (created_at, id) > ($2, $3)
      ORDER BY created_at, id LIMIT $4
      """;
  private static final String INSERT =
      """
      INSERT INTO conversation (workspace_id, id, owner_id, title, created_at, updated_at, sealed,
                                active_leaf_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (workspace_id, id) DO NOTHING
      """;

  private final Database database;
  private final SealedText texts;
  private final MessageColumns messages;
  private final AuditStore audit;

  public ExportStore(Database database, SealedText texts, AuditStore audit) {
    this.database = database.forLongWork(LONGEST);
    this.texts = texts;
    this.messages = new MessageColumns(texts);
    this.audit = audit;
  }

  /// Messages of a conversation behind another one, in the order in which they were said.
  Future<List<Message>> page(Call call, UUID conversation, Cursor after, int most) {
    var parameters = Tuple.of(conversation, after.at().atOffset(ZoneOffset.UTC), after.id(), most);
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(PAGE)
                .execute(parameters)
                .map(rows -> Rows.all(rows, row -> messages.message(call.workspace(), row))));
  }

  /// Stores a conversation that was taken in, all or nothing. False when it is there already.
  Future<Boolean> insert(Call call, @Nullable UUID owner, TakenConversation taken) {
    var workspace = call.workspace();
    var title =
        taken.title().isEmpty()
            ? ""
            : texts.stored(TextColumn.TITLE.in(workspace, taken.id()), taken.title());
    var row =
        Tuple.from(
            Arrays.asList(
                workspace.value(),
                taken.id(),
                owner,
                title,
                taken.createdAt().atOffset(ZoneOffset.UTC),
                taken.takenAt().atOffset(ZoneOffset.UTC),
                texts.on(),
                taken.leaf()));
    var event =
        AuditEvent.of(
            AuditAction.CONVERSATION_IMPORTED,
            "conversation:" + taken.id(),
            Map.of("messages", Integer.toString(taken.messages().size())));
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(INSERT)
                .execute(row)
                .compose(rows ->
                    rows.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : insert(connection, call, taken, 0)
                            .compose(_ -> audit.append(connection, call, event))
                            .map(true)));
  }

  private Future<?> insert(SqlConnection connection, Call call, TakenConversation taken, int from) {
    var all = taken.messages();
    if (from >= all.size()) {
      return Future.succeededFuture();
    }
    var rows =
        all.subList(from, Math.min(from + BATCH, all.size())).stream()
            .map(message -> messages.parameters(call.workspace(), taken.id(), message))
            .toList();
    return connection
        .preparedQuery(MessageColumns.INSERT)
        .executeBatch(rows)
        .compose(_ -> insert(connection, call, taken, from + BATCH));
  }
}
