package dev.parley.gateway.book;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.edit.EditStore;
import dev.parley.control.edit.NameTaken;
import dev.parley.gateway.book.ProviderRow.KeyRow;
import dev.parley.gateway.book.RouteRow.TargetRow;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Rows of providers, keys, routes and targets. Each change is marked for the other replicas and
/// entered in the audit log in its own transaction.
final class BookStore {
  static final String TOPIC = "routes";
  private static final String PROVIDERS =
      "SELECT workspace_id, id, name, kind, base_url, created_at FROM model_provider ORDER BY name";
  private static final String KEYS =
      """
      SELECT workspace_id, id, provider_id, label, sealed, hint, created_at FROM model_provider_key
      ORDER BY created_at, id
      """;
  private static final String ROUTES =
      """
      SELECT workspace_id, id, name, standard, embeddings, max_tokens, cache_seconds, resume,
             created_at
      FROM model_route ORDER BY name
      """;
  private static final String TARGETS =
      """
      SELECT workspace_id, route_id, tier, provider_id, model, weight FROM model_target
      ORDER BY tier, position
      """;
  private static final String PUT_PROVIDER =
      """
      INSERT INTO model_provider (workspace_id, id, name, kind, base_url, created_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (workspace_id, id) DO UPDATE SET name = excluded.name, base_url = excluded.base_url
      """;
  private static final String ADD_KEY =
      """
      INSERT INTO model_provider_key (workspace_id, id, provider_id, label, sealed, hint, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """;
  private static final String DROP_KEY =
      "DELETE FROM model_provider_key WHERE provider_id = $1 AND id = $2";
  private static final String DROP_PROVIDER = "DELETE FROM model_provider WHERE id = $1";
  private static final String NO_STANDARD =
      "UPDATE model_route SET standard = false WHERE standard AND id <> $1";
  private static final String PUT_ROUTE =
      """
      INSERT INTO model_route (workspace_id, id, name, standard, embeddings, max_tokens,
                               cache_seconds, resume, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (workspace_id, id) DO UPDATE
      SET name = excluded.name, standard = excluded.standard, embeddings = excluded.embeddings,
          max_tokens = excluded.max_tokens, cache_seconds = excluded.cache_seconds,
          resume = excluded.resume
      """;
  private static final String DROP_TARGETS = "DELETE FROM model_target WHERE route_id = $1";
  private static final String ADD_TARGET =
      """
      INSERT INTO model_target (workspace_id, route_id, position, tier, provider_id, model, weight)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """;
  private static final String DROP_ROUTE = "DELETE FROM model_route WHERE id = $1";

  private final Database database;
  private final EditStore edits;

  BookStore(Database database, EditStore edits) {
    this.database = database;
    this.edits = edits;
  }

  /// What every workspace keeps; those that keep nothing are absent.
  Future<Map<WorkspaceId, Page>> all(Call call) {
    return database.readInEveryWorkspace(call, BookStore::pages);
  }

  Future<Page> page(Call call) {
    return database
        .readInWorkspace(call, BookStore::pages)
        .map(pages -> pages.getOrDefault(call.workspace(), new Page(List.of(), List.of())));
  }

  /// Adds a provider, or changes its name and address. Fails with [NameTaken].
  Future<Void> put(Call call, ProviderRow row, List<KeyRow> newKeys, AuditEvent event) {
    return edits
        .edit(
            call,
            event,
            connection ->
                connection
                    .preparedQuery(PUT_PROVIDER)
                    .execute(
                        Tuple.of(
                            call.workspace().value(),
                            row.id(),
                            row.name(),
                            row.kind().wireName(),
                            row.baseUrl(),
                            row.createdAt().atOffset(ZoneOffset.UTC)))
                    .compose(_ -> addKeys(call, connection, row.id(), newKeys)))
        .recover(failure -> Future.failedFuture(NameTaken.or(failure, row.name())));
  }

  Future<Void> addKey(Call call, UUID provider, KeyRow key, AuditEvent event) {
    return edits
        .edit(call, event, connection -> addKeys(call, connection, provider, List.of(key)))
        .recover(failure -> Future.failedFuture(NameTaken.or(failure, key.label())));
  }

  Future<Void> dropKey(Call call, UUID provider, UUID key, AuditEvent event) {
    return edits.edit(
        call,
        event,
        connection ->
            connection.preparedQuery(DROP_KEY).execute(Tuple.of(provider, key)).mapEmpty());
  }

  Future<Void> dropProvider(Call call, UUID id, AuditEvent event) {
    return edits.edit(
        call,
        event,
        connection -> connection.preparedQuery(DROP_PROVIDER).execute(Tuple.of(id)).mapEmpty());
  }

  /// Adds a route, or puts another in its place. Fails with [NameTaken].
  Future<Void> put(Call call, RouteRow row, AuditEvent event) {
    return edits
        .edit(
            call,
            event,
            connection ->
                (row.standard()
                        ? connection.preparedQuery(NO_STANDARD).execute(Tuple.of(row.id()))
                        : Future.<RowSet<Row>>succeededFuture())
                    .compose(_ -> connection.preparedQuery(PUT_ROUTE).execute(values(call, row)))
                    .compose(
                        _ -> connection.preparedQuery(DROP_TARGETS).execute(Tuple.of(row.id())))
                    .compose(
                        _ -> connection.preparedQuery(ADD_TARGET).executeBatch(targets(call, row)))
                    .mapEmpty())
        .recover(failure -> Future.failedFuture(NameTaken.or(failure, row.name())));
  }

  Future<Void> dropRoute(Call call, UUID id, AuditEvent event) {
    return edits.edit(
        call,
        event,
        connection -> connection.preparedQuery(DROP_ROUTE).execute(Tuple.of(id)).mapEmpty());
  }

  private static Future<Void> addKeys(
      Call call, SqlConnection connection, UUID provider, List<KeyRow> keys) {
    if (keys.isEmpty()) {
      return Future.succeededFuture();
    }
    var rows =
        keys.stream()
            .map(key ->
                Tuple.of(call.workspace().value(), key.id(), provider, key.label())
                    .addString(key.sealed())
                    .addString(key.hint())
                    .addOffsetDateTime(key.createdAt().atOffset(ZoneOffset.UTC)))
            .toList();
    return connection.preparedQuery(ADD_KEY).executeBatch(rows).mapEmpty();
  }

  private static Tuple values(Call call, RouteRow row) {
    return Tuple.of(call.workspace().value(), row.id(), row.name(), row.standard())
        .addBoolean(row.embeddings())
        .addLong(row.maxTokens())
        .addLong(row.cacheSeconds())
        .addBoolean(row.resume())
        .addOffsetDateTime(row.createdAt().atOffset(ZoneOffset.UTC));
  }

  private static List<Tuple> targets(Call call, RouteRow row) {
    var rows = new ArrayList<Tuple>();
    for (var target : row.targets()) {
      rows.add(
          Tuple.of(call.workspace().value(), row.id(), rows.size(), target.tier())
              .addUUID(target.provider())
              .addString(target.model())
              .addInteger(target.weight()));
    }
    return rows;
  }

  private static Future<Map<WorkspaceId, Page>> pages(SqlConnection connection) {
    var keys = new HashMap<UUID, List<KeyRow>>();
    var targets = new HashMap<UUID, List<TargetRow>>();
    var providers = new HashMap<WorkspaceId, List<ProviderRow>>();
    return connection
        .query(KEYS)
        .execute()
        .onSuccess(
            rows -> rows.forEach(row -> list(keys, row.getUUID("provider_id")).add(key(row))))
        .compose(_ -> connection.query(TARGETS).execute())
        .onSuccess(
            rows -> rows.forEach(row -> list(targets, row.getUUID("route_id")).add(target(row))))
        .compose(_ -> connection.query(PROVIDERS).execute())
        .onSuccess(
            rows -> rows.forEach(row -> list(providers, workspace(row)).add(provider(row, keys))))
        .compose(_ -> connection.query(ROUTES).execute())
        .map(rows -> {
          var routes = new HashMap<WorkspaceId, List<RouteRow>>();
          rows.forEach(row -> list(routes, workspace(row)).add(route(row, targets)));
          var pages = new HashMap<WorkspaceId, Page>();
          providers.forEach((workspace, own) ->
              pages.put(workspace, new Page(own, routes.getOrDefault(workspace, List.of()))));
          return pages;
        });
  }

  private static <K, V> List<V> list(Map<K, List<V>> lists, K key) {
    return lists.computeIfAbsent(key, _ -> new ArrayList<>());
  }

  private static WorkspaceId workspace(Row row) {
    return new WorkspaceId(row.getUUID("workspace_id"));
  }

  private static ProviderRow provider(Row row, Map<UUID, List<KeyRow>> keys) {
    var id = row.getUUID("id");
    return new ProviderRow(
        id,
        row.getString("name"),
        Kind.of(row.getString("kind")),
        row.getString("base_url"),
        at(row),
        keys.getOrDefault(id, List.of()));
  }

  private static KeyRow key(Row row) {
    return new KeyRow(
        row.getUUID("id"),
        row.getString("label"),
        row.getString("sealed"),
        row.getString("hint"),
        at(row));
  }

  private static RouteRow route(Row row, Map<UUID, List<TargetRow>> targets) {
    var id = row.getUUID("id");
    return new RouteRow(
        id,
        row.getString("name"),
        row.getBoolean("standard"),
        row.getBoolean("embeddings"),
        row.getLong("max_tokens"),
        row.getLong("cache_seconds"),
        row.getBoolean("resume"),
        at(row),
        targets.getOrDefault(id, List.of()));
  }

  private static TargetRow target(Row row) {
    return new TargetRow(
        row.getInteger("tier"),
        row.getUUID("provider_id"),
        row.getString("model"),
        row.getInteger("weight"));
  }

  private static Instant at(Row row) {
    return row.getOffsetDateTime("created_at").toInstant();
  }
}
