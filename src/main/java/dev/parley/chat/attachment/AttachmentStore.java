package dev.parley.chat.attachment;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.chat.conversation.Conversations;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import dev.parley.gateway.spi.ModelMessage.Image;
import dev.parley.platform.config.ByteSize;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.postgres.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of attachments. Those that no message shows within a day are forgotten when the next one
/// comes.
public final class AttachmentStore {
  /// How many a conversation holds.
  private static final int MOST = 200;

  private static final String FORGET =
      """
      DELETE FROM attachment a
      WHERE a.workspace_id = current_setting('parley.workspace')::uuid AND a.conversation_id = $1
        AND a.created_at < $2::timestamptz - interval '1 day'
        AND NOT EXISTS (SELECT FROM message_attachment m
                        WHERE m.workspace_id = a.workspace_id AND m.attachment_id = a.id)
      """;

  /// Two at once may pass the bounds by one.
  private static final String TAKEN =
      """
      SELECT count(*) FILTER (WHERE c.id = $1) AS there, coalesce(sum(a.bytes), 0) AS bytes
      FROM attachment a
      JOIN conversation c ON c.workspace_id = a.workspace_id AND c.id = a.conversation_id
      WHERE a.workspace_id = current_setting('parley.workspace')::uuid
        AND c.owner_id IS NOT DISTINCT FROM $2
      """;

  private static final String ADD =
      """
      INSERT INTO attachment (workspace_id, id, conversation_id, name, media_type, bytes, content,
                              sealed, created_at)
      SELECT c.workspace_id, $3, c.id, $4, $5, $6, $7, $8, $9 FROM conversation c
      WHERE c.workspace_id = current_setting('parley.workspace')::uuid AND c.id = $1
        AND c.owner_id IS NOT DISTINCT FROM $2
      """;

  private static final String CONTENT =
      """
      SELECT a.id, a.name, a.media_type, a.bytes, a.content, a.sealed, a.created_at
      FROM attachment a
      JOIN conversation c ON c.workspace_id = a.workspace_id AND c.id = a.conversation_id
      WHERE a.workspace_id = current_setting('parley.workspace')::uuid AND a.id = $1
        AND a.conversation_id = $2 AND c.owner_id IS NOT DISTINCT FROM $3
      """;
  private static final String CONTENT_OF_MESSAGE =
      """
      SELECT a.id, a.name, a.media_type, a.bytes, a.content, a.sealed, a.created_at
      FROM attachment a
      JOIN message_attachment m ON m.workspace_id = a.workspace_id AND m.attachment_id = a.id
      WHERE a.workspace_id = current_setting('parley.workspace')::uuid AND a.id = $1
        AND m.message_id = $2
      """;
  private static final String SHOWN =
      """
      SELECT m.message_id, a.id, a.name, a.media_type, a.bytes, a.sealed, a.created_at
      FROM attachment a
      JOIN message_attachment m ON m.workspace_id = a.workspace_id AND m.attachment_id = a.id
      WHERE a.workspace_id = current_setting('parley.workspace')::uuid AND a.conversation_id = $1
      ORDER BY m.message_id, m.position
      """;
  private static final String SHOW =
      """
      INSERT INTO message_attachment (workspace_id, message_id, attachment_id, position)
      SELECT a.workspace_id, $1, a.id, wanted.place
      FROM unnest($3::uuid[]) WITH ORDINALITY AS wanted (id, place)
      JOIN attachment a ON a.workspace_id = current_setting('parley.workspace')::uuid
        AND a.id = wanted.id AND a.conversation_id = $2
      """;
  private static final String IMAGES =
      """
      SELECT m.message_id, a.id, a.media_type, a.content, a.sealed
      FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, place)
      JOIN message_attachment m ON m.workspace_id = current_setting('parley.workspace')::uuid
        AND m.message_id = wanted.id
      JOIN attachment a ON a.workspace_id = m.workspace_id AND a.id = m.attachment_id
      ORDER BY wanted.place, m.position LIMIT $2
      """;

  private final Database database;
  private final SealedText texts;
  private final ByteSize room;

  /// @param room what the images of one person may take together
  public AttachmentStore(Database database, SealedText texts, ByteSize room) {
    this.database = database;
    this.texts = texts;
    this.room = room;
  }

  /// Fails when the owner has no such conversation, or it or they have as much as they may.
  ///
  /// @param base64 the file
  Future<Void> add(
      Call call, @Nullable UUID owner, UUID conversation, Attachment made, String base64) {
    var workspace = call.workspace();
    var at = made.createdAt().atOffset(ZoneOffset.UTC);
    var row =
        Tuple.from(
            Arrays.asList(
                conversation,
                owner,
                made.id(),
                texts.stored(TextColumn.ATTACHMENT_NAME.in(workspace, made.id()), made.name()),
                made.mediaType(),
                made.bytes(),
                texts.stored(TextColumn.ATTACHMENT.in(workspace, made.id()), base64),
                texts.on(),
                at));
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(conversation, at))
                .compose(
                    _ -> connection.preparedQuery(TAKEN).execute(Tuple.of(conversation, owner)))
                .compose(rows -> checked(rows.iterator().next(), made))
                .compose(_ -> connection.preparedQuery(ADD).execute(row))
                .compose(rows ->
                    rows.rowCount() > 0
                        ? Future.<Void>succeededFuture()
                        : Future.failedFuture(Conversations.none())));
  }

  private Future<Void> checked(Row taken, Attachment made) {
    if (taken.getLong("there") >= MOST) {
      return Future.failedFuture(new AttachmentProblem.TooMany(MOST));
    }
    return taken.getLong("bytes") + made.bytes() > room.bytes()
        ? Future.failedFuture(new AttachmentProblem.NoRoom(room))
        : Future.succeededFuture();
  }

  /// One of the owner's, with its content.
  Future<Optional<Shown>> find(
      Call call, @Nullable UUID owner, UUID conversation, UUID attachment) {
    return find(call, CONTENT, Tuple.of(attachment, conversation, owner));
  }

  /// One that a message shows, whosever it is.
  public Future<Optional<Shown>> ofMessage(Call call, UUID message, UUID attachment) {
    return find(call, CONTENT_OF_MESSAGE, Tuple.of(attachment, message));
  }

  private Future<Optional<Shown>> find(Call call, String which, Tuple key) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(which)
                .execute(key)
                .map(rows ->
                    Rows.first(
                        rows,
                        row ->
                            new Shown(
                                attachment(call.workspace(), row),
                                content(call.workspace(), row)))));
  }

  /// What the messages of a conversation show.
  public Future<List<OfMessage>> of(Call call, UUID conversation) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(SHOWN)
                .execute(Tuple.of(conversation))
                .map(rows ->
                    Rows.all(
                        rows,
                        row ->
                            new OfMessage(
                                row.getUUID("message_id"), attachment(call.workspace(), row)))));
  }

  /// Lets a message show attachments of its conversation, in the transaction that stores it. Fails
  /// with [AttachmentProblem.Unknown] unless all are there.
  public static Future<Void> show(
      SqlConnection connection, UUID conversation, UUID message, List<UUID> attachments) {
    if (attachments.isEmpty()) {
      return Future.succeededFuture();
    }
    return connection
        .preparedQuery(SHOW)
        .execute(Tuple.of(message, conversation, attachments.toArray(UUID[]::new)))
        .compose(rows ->
            rows.rowCount() == attachments.size()
                ? Future.succeededFuture()
                : Future.failedFuture(new AttachmentProblem.Unknown()));
  }

  /// What messages show, by message.
  ///
  /// @param messages the most important first
  /// @param most how many images there may be together
  public Future<Map<UUID, List<Image>>> images(Call call, List<UUID> messages, int most) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(IMAGES)
                .execute(Tuple.of(messages.toArray(UUID[]::new), most))
                .map(rows -> {
                  var all = new HashMap<UUID, List<Image>>();
                  for (var row : rows) {
                    all.computeIfAbsent(row.getUUID("message_id"), _ -> new ArrayList<>())
                        .add(
                            new Image.Inline(
                                row.getString("media_type"), content(call.workspace(), row)));
                  }
                  return all;
                }));
  }

  private Attachment attachment(WorkspaceId workspace, Row row) {
    var id = row.getUUID("id");
    var place = TextColumn.ATTACHMENT_NAME.in(workspace, id);
    return new Attachment(
        id,
        texts.read(place, row.getBoolean("sealed"), row.getString("name")),
        row.getString("media_type"),
        row.getInteger("bytes"),
        row.getOffsetDateTime("created_at").toInstant());
  }

  private String content(WorkspaceId workspace, Row row) {
    var place = TextColumn.ATTACHMENT.in(workspace, row.getUUID("id"));
    return texts.read(place, row.getBoolean("sealed"), row.getString("content"));
  }

  /// An attachment with its file, as the API gives it: the file stands in the JSON, so that no
  /// browser takes it for a page of ours.
  public record Shown(Attachment attachment, String base64) {}

  /// An attachment as a message shows it.
  public record OfMessage(UUID messageId, Attachment attachment) {}
}
