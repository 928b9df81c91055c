package dev.parley.chat.handover;

import dev.parley.call.WorkspaceId;
import dev.parley.chat.handover.Handover.By;
import dev.parley.chat.handover.Handover.Channel;
import dev.parley.chat.handover.Handover.Outcome;
import dev.parley.chat.handover.Handover.State;
import dev.parley.chat.seal.SealedText;
import dev.parley.chat.seal.TextColumn;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Hand-overs to the columns of their rows and back.
public final class HandoverColumns {
  private final SealedText texts;

  public HandoverColumns(SealedText texts) {
    this.texts = texts;
  }

  /// A row with all columns of a hand-over.
  public Handover handover(WorkspaceId workspace, Row row) {
    var id = row.getUUID("id");
    var sealed = row.getBoolean("sealed");
    var outcome = row.getString("outcome");
    return new Handover(
        id,
        row.getUUID("conversation_id"),
        State.valueOf(upper(row.getString("state"))),
        outcome == null ? null : Outcome.valueOf(upper(outcome)),
        row.getLong("epoch"),
        By.valueOf(upper(row.getString("asked_by"))),
        Channel.valueOf(upper(row.getString("channel"))),
        row.getUUID("agent_id"),
        texts.read(TextColumn.REASON.in(workspace, id), sealed, row.getString("reason")),
        texts.read(TextColumn.PAGE.in(workspace, id), sealed, row.getString("page")),
        row.getInteger("seen"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("updated_at").toInstant(),
        instant(row.getOffsetDateTime("claimed_at")),
        instant(row.getOffsetDateTime("closed_at")));
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
