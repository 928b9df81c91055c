package dev.parley.chat.inbox;

import dev.parley.call.Call;
import dev.parley.chat.conversation.Owner;
import dev.parley.chat.handover.HandoverProblem;
import dev.parley.chat.handover.Happening.Kind;
import dev.parley.chat.handover.HappeningStore;
import dev.parley.chat.handover.HappeningStore.Noted;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Rows of notes.
final class NoteStore {
  private static final int MOST = 500;

  /// To a conversation that was handed over once, whose row it holds.
  private static final String INSERT =
      """
      WITH held AS (
        SELECT workspace_id, id FROM conversation
        WHERE workspace_id = current_setting('parley.workspace')::uuid AND id = $2
          AND EXISTS (SELECT FROM handover h
                      WHERE h.workspace_id = conversation.workspace_id AND h.conversation_id = $2)
        FOR NO KEY UPDATE
      )
      INSERT INTO handover_note (workspace_id, id, conversation_id, author_id, text, sealed,
                                 created_at)
      SELECT workspace_id, $1, id, $3, $4, $5, $6 FROM held
      """;

  private static final String LIST =
      """
      SELECT id, author_id, text, sealed, created_at FROM handover_note
      WHERE workspace_id = current_setting('parley.workspace')::uuid AND conversation_id = $1
      ORDER BY created_at, id LIMIT $2
      """;

  private final Database database;
  private final SealedText texts;
  private final HappeningStore happenings;

  NoteStore(Database database, SealedText texts, HappeningStore happenings) {
    this.database = database;
    this.texts = texts;
    this.happenings = happenings;
  }

  Future<Note> add(Call call, UUID conversation, Note note) {
    var text = texts.stored(TextColumn.NOTE.in(call.workspace(), note.id()), note.text());
    var at = note.createdAt().atOffset(ZoneOffset.UTC);
    var row = Tuple.of(note.id(), conversation, note.authorId(), text, texts.on(), at);
    var noted = new Noted(conversation, Kind.NOTED, Owner.of(call), null, note.createdAt());
    return database.inWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(INSERT)
                .execute(row)
                .compose(rows ->
                    rows.rowCount() == 0
                        ? Future.failedFuture(new HandoverProblem.None())
                        : happenings.append(connection, noted).map(note)));
  }

  /// The oldest first.
  Future<List<Note>> list(Call call, UUID conversation) {
    return database.readInWorkspace(
        call,
        connection ->
            connection
                .preparedQuery(LIST)
                .execute(Tuple.of(conversation, MOST))
                .map(rows -> {
                  var all = new ArrayList<Note>();
                  for (var row : rows) {
                    var id = row.getUUID("id");
                    all.add(
                        new Note(
                            id,
                            row.getUUID("author_id"),
                            texts.read(
                                TextColumn.NOTE.in(call.workspace(), id),
                                row.getBoolean("sealed"),
                                row.getString("text")),
                            row.getOffsetDateTime("created_at").toInstant()));
                  }
                  return all;
                }));
  }
}
