package dev.parley.chat.conversation;

import dev.parley.call.WorkspaceId;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import dev.parley.platform.http.Json;
import dev.parley.platform.http.ProblemBody;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Messages to the columns of their rows and back.
public final class MessageColumns {
  /// Takes what [#parameters] gives.
  public static final String INSERT =
      """
      INSERT INTO message (workspace_id, id, conversation_id, parent_id, role, text, state, turn_id,
                           model, citations, input_tokens, output_tokens, estimated, problem,
                           created_at, sealed, author_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
      """;

  private final SealedText texts;

  public MessageColumns(SealedText texts) {
    this.texts = texts;
  }

  public Tuple parameters(WorkspaceId workspace, UUID conversation, Message message) {
    var id = message.id();
    var usage = message.usage();
    var problem = message.problem();
    var citations = Json.text(message.citations());
    return Tuple.from(
        Arrays.asList(
            workspace.value(),
            id,
            conversation,
            message.parentId(),
            message.role().name().toLowerCase(Locale.ROOT),
            texts.stored(TextColumn.TEXT.in(workspace, id), message.text()),
            message.state().name().toLowerCase(Locale.ROOT),
            message.turnId(),
            message.model(),
            texts.stored(TextColumn.CITATIONS.in(workspace, id), citations),
            usage == null ? null : usage.inputTokens(),
            usage == null ? null : usage.outputTokens(),
            usage == null ? null : usage.estimated(),
            problem == null
                ? null
                : texts.stored(TextColumn.PROBLEM.in(workspace, id), Json.text(problem)),
            message.createdAt().atOffset(ZoneOffset.UTC),
            texts.on(),
            message.authorId()));
  }

  /// A row with all columns of a message.
  public Message message(WorkspaceId workspace, Row row) {
    var id = row.getUUID("id");
    var input = row.getLong("input_tokens");
    var problem = row.getString("problem");
    return new Message(
        id,
        row.getUUID("parent_id"),
        Message.Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
        text(workspace, row),
        Message.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getUUID("turn_id"),
        row.getString("model"),
        List.of(
            Json.readOwn(
                read(TextColumn.CITATIONS, workspace, row, "citations"), Citation[].class)),
        input == null
            ? null
            : new TokenCounts(input, row.getLong("output_tokens"), row.getBoolean("estimated")),
        problem == null
            ? null
            : Json.readOwn(read(TextColumn.PROBLEM, workspace, row, "problem"), ProblemBody.class),
        row.getUUID("author_id"));
  }

  /// What the message of a row says, of its `id`, `text` and `sealed`.
  String text(WorkspaceId workspace, Row row) {
    return read(TextColumn.TEXT, workspace, row, "text");
  }

  private String read(TextColumn column, WorkspaceId workspace, Row row, String name) {
    var place = column.in(workspace, row.getUUID("id"));
    return texts.read(place, row.getBoolean("sealed"), row.getString(name));
  }
}
