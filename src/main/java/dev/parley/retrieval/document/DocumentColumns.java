package dev.parley.retrieval.document;

import dev.parley.retrieval.document.DocumentRow.State;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Columns to records, for the stores of this package.
final class DocumentColumns {
  /// The columns that [#document] reads.
  static final String ALL =
      """
      id, base_id, name, title, url, fetch_url, media_type, size_bytes, content_hash, state, version,
      passages, done, total, error_code, error_message, created_at, updated_at
      """;

  private DocumentColumns() {}

  static DocumentRow document(Row row) {
    return new DocumentRow(
        row.getUUID("id"),
        row.getUUID("base_id"),
        row.getString("name"),
        row.getString("title"),
        row.getString("url"),
        row.getString("fetch_url"),
        row.getString("media_type"),
        row.getLong("size_bytes"),
        Optional.ofNullable(row.getBuffer("content_hash")).map(Buffer::getBytes).orElse(null),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInteger("version"),
        row.getInteger("passages"),
        row.getInteger("done"),
        row.getInteger("total"),
        row.getString("error_code"),
        row.getString("error_message"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("updated_at").toInstant());
  }

  static Chunk chunk(Row row) {
    return new Chunk(
        row.getInteger("ordinal"),
        List.of(row.getArrayOfStrings("heading_path")),
        row.getInteger("page"),
        row.getString("anchor"),
        row.getInteger("start_at"),
        row.getInteger("end_at"),
        row.getString("text"),
        row.getInteger("tokens"));
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
