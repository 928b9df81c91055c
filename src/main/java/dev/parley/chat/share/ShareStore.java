package dev.parley.chat.share;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditStore;
import dev.parley.control.setting.Current;
import dev.parley.platform.http.Json;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of shared conversations.
public final class ShareStore {
  private static final String INSERT =
      """
      INSERT INTO share (workspace_id, id, conversation_id, token_hash, title, content, sealed,
                         created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """;
  private static final String LIST =
      """
      SELECT s.id, s.conversation_id, s.title, s.sealed, s.created_at
      FROM share s
      JOIN conversation c ON c.workspace_id = s.workspace_id AND c.id = s.conversation_id
      WHERE s.workspace_id = current_setting('parley.workspace')::uuid AND s.conversation_id = $1
        AND c.owner_id IS NOT DISTINCT FROM $2
      ORDER BY s.created_at DESC, s.id
      """;
  private static final String DELETE =
      """
      DELETE FROM share s USING conversation c
      WHERE s.workspace_id = current_setting('parley.workspace')::uuid AND s.id = $1
        AND c.workspace_id = s.workspace_id AND c.id = s.conversation_id
        AND c.owner_id IS NOT DISTINCT FROM $2
      """;
  private static final String OPEN =
      """
      SELECT workspace_id, id, content, sealed FROM share
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND token_hash = $1
      """;
  private static final String OPEN_PUBLIC =
      """
      SELECT workspace_id, id, content, sealed FROM share WHERE token_hash = $1
      """;

  private final Database database;
  private final SealedText texts;
  private final AuditStore audit;
  private final Current<Boolean> everybody;

  /// @param everybody whether whoever has a link may read what it leads to
  public ShareStore(
      Database database, SealedText texts, AuditStore audit, Current<Boolean> everybody) {
    this.database = database;
    this.texts = texts;
    this.audit = audit;
    this.everybody = everybody;
  }

  Future<Void> insert(Call call, Share share, Share.Content content, ShareToken token) {
    var workspace = call.workspace();
    var stored = texts.stored(TextColumn.SHARE.in(workspace, share.id()), Json.text(content));
    var title = texts.stored(TextColumn.SHARE_TITLE.in(workspace, share.id()), share.title());
    var row =
        Tuple.of(workspace.value(), share.id(), share.conversationId(), token.hash(), title, stored)
            .addBoolean(texts.on())
            .addOffsetDateTime(share.createdAt().atOffset(ZoneOffset.UTC));
    var event =
        AuditEvent.of(
            AuditAction.SHARE_MADE,
            "share:" + share.id(),
            Map.of("conversation", share.conversationId().toString()));
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(INSERT)
                .execute(row)
                .compose(_ -> audit.append(connection, call, event)));
  }

  /// What the owner shares of a conversation, the latest first.
  Future<List<Share>> list(Call call, @Nullable UUID owner, UUID conversation) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LIST)
                .execute(Tuple.of(conversation, owner))
                .map(rows -> Rows.all(rows, row -> share(call.workspace(), row))));
  }

  /// Ends a share of the owner; false when there is none.
  Future<Boolean> delete(Call call, @Nullable UUID owner, UUID id) {
    var event = AuditEvent.of(AuditAction.SHARE_REVOKED, "share:" + id);
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(id, owner))
                .compose(rows ->
                    rows.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : audit.append(connection, call, event).map(true)));
  }

  /// What a link of the call's workspace leads to.
  Future<Optional<Share.Content>> open(Call call, ShareToken token) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(OPEN)
                .execute(Tuple.of(token.hash()))
                .map(rows -> rows.stream().findFirst().map(this::content)));
  }

  /// What a link leads to that everybody may read, of any workspace.
  Future<Optional<Share.Content>> openPublic(Call call, ShareToken token) {
    return database.readInEveryWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(OPEN_PUBLIC)
                .execute(Tuple.of(token.hash()))
                .map(rows -> rows.stream().findFirst().filter(this::isPublic).map(this::content)));
  }

  /// Whether everybody who has a link may read what it leads to.
  boolean isPublic(Call call) {
    return everybody.in(call);
  }

  private boolean isPublic(Row row) {
    return everybody.in(new WorkspaceId(row.getUUID("workspace_id")));
  }

  private Share share(WorkspaceId workspace, Row row) {
    var id = row.getUUID("id");
    return new Share(
        id,
        row.getUUID("conversation_id"),
        texts.read(
            TextColumn.SHARE_TITLE.in(workspace, id),
            row.getBoolean("sealed"),
            row.getString("title")),
        row.getOffsetDateTime("created_at").toInstant());
  }

  private Share.Content content(Row row) {
    var place =
        TextColumn.SHARE.in(new WorkspaceId(row.getUUID("workspace_id")), row.getUUID("id"));
    var stored = texts.read(place, row.getBoolean("sealed"), row.getString("content"));
    return Json.readOwn(stored, Share.Content.class);
  }
}
