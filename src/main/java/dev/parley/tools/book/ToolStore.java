package dev.parley.tools.book;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.edit.EditStore;
import dev.parley.control.edit.NameTaken;
import dev.parley.platform.observe.Log;
import dev.parley.platform.postgres.Database;
import dev.parley.tools.builtin.Builtin;
import dev.parley.tools.tool.Credential;
import dev.parley.tools.tool.McpServer;
import dev.parley.tools.tool.SchemaFault;
import dev.parley.tools.tool.Tool;
import dev.parley.tools.tool.Tool.Does;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of tools and of servers that have them. Each change is marked for the other replicas and
/// entered in the audit log in its own transaction.
final class ToolStore {
  static final String TOPIC = "tools";
  private static final Log LOG = Log.of(ToolStore.class);
  private static final String TOOLS =
      """
      SELECT workspace_id, id, name, description, kind, server_id, definition, side_effect, enabled,
             auth_header, auth_sealed, auth_hint
      FROM tool ORDER BY name
      """;
  private static final String SERVERS =
      """
      SELECT workspace_id, id, name, url, command, auth_header, auth_sealed, auth_hint
      FROM mcp_server ORDER BY name
      """;
  private static final String STOPPED = "SELECT workspace_id FROM tool_setting WHERE stopped";
  private static final String PUT =
      """
      INSERT INTO tool (workspace_id, id, name, description, kind, server_id, definition,
                        side_effect, enabled, auth_header, auth_sealed, auth_hint, created_at,
                        changed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)
      ON CONFLICT (workspace_id, id) DO UPDATE
      SET name = excluded.name, description = excluded.description,
          definition = excluded.definition, side_effect = excluded.side_effect,
          enabled = excluded.enabled, auth_header = excluded.auth_header,
          auth_sealed = excluded.auth_sealed, auth_hint = excluded.auth_hint,
          changed_at = excluded.changed_at
      """;
  private static final String REMOVE = "DELETE FROM tool WHERE id = $1";
  private static final String ADD_SERVER =
      """
      INSERT INTO mcp_server (workspace_id, id, name, url, command, auth_header, auth_sealed,
                              auth_hint, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """;
  private static final String REMOVE_SERVER = "DELETE FROM mcp_server WHERE id = $1";
  private static final String SWITCH =
      """
      INSERT INTO tool_setting (workspace_id, stopped) VALUES ($1, $2)
      ON CONFLICT (workspace_id) DO UPDATE SET stopped = excluded.stopped
      """;

  private final Database database;
  private final EditStore edits;

  ToolStore(Database database, EditStore edits) {
    this.database = database;
    this.edits = edits;
  }

  /// What every workspace keeps; those that keep nothing are absent.
  Future<Map<WorkspaceId, Kept>> all(Call call) {
    return database.readInEveryWorkspace(call, ToolStore::kept);
  }

  Future<Kept> page(Call call) {
    return database
        .readInWorkspace(call, ToolStore::kept)
        .map(all -> all.getOrDefault(call.workspace(), Kept.NOTHING));
  }

  /// Adds tools, or puts others in their places. Fails with [NameTaken].
  Future<Void> put(Call call, List<Tool> tools, Instant now, AuditEvent event) {
    var rows = tools.stream().map(tool -> values(call, tool, now)).toList();
    var names = String.join(", ", tools.stream().map(Tool::name).toList());
    return edits
        .edit(
            call, event, connection -> connection.preparedQuery(PUT).executeBatch(rows).mapEmpty())
        .recover(failure -> Future.failedFuture(NameTaken.or(failure, names)));
  }

  Future<Void> remove(Call call, UUID id, AuditEvent event) {
    return edits.edit(
        call,
        event,
        connection -> connection.preparedQuery(REMOVE).execute(Tuple.of(id)).mapEmpty());
  }

  /// Fails with [NameTaken].
  Future<Void> add(Call call, McpServer server, Instant now, AuditEvent event) {
    var values =
        credential(
                Tuple.of(call.workspace().value(), server.id(), server.name())
                    .addString(server.url())
                    .addString(server.command()),
                server.credential())
            .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
    return edits
        .edit(
            call,
            event,
            connection -> connection.preparedQuery(ADD_SERVER).execute(values).mapEmpty())
        .recover(failure -> Future.failedFuture(NameTaken.or(failure, server.name())));
  }

  /// Its tools go with it.
  Future<Void> removeServer(Call call, UUID id, AuditEvent event) {
    return edits.edit(
        call,
        event,
        connection -> connection.preparedQuery(REMOVE_SERVER).execute(Tuple.of(id)).mapEmpty());
  }

  Future<Void> switchAll(Call call, boolean stopped, AuditEvent event) {
    var values = Tuple.of(call.workspace().value(), stopped);
    return edits.edit(
        call, event, connection -> connection.preparedQuery(SWITCH).execute(values).mapEmpty());
  }

  private static Tuple values(Call call, Tool tool, Instant now) {
    var server = tool.does() instanceof Does.Mcp mcp ? mcp.server() : null;
    var credential = tool.does() instanceof Does.Http http ? http.credential() : null;
    var values =
        Tuple.of(call.workspace().value(), tool.id(), tool.name(), tool.description())
            .addString(tool.does().kind())
            .addUUID(server)
            .addString(Definition.text(tool))
            .addBoolean(tool.sideEffect())
            .addBoolean(tool.enabled());
    return credential(values, credential).addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
  }

  private static Tuple credential(Tuple values, @Nullable Credential credential) {
    return credential == null
        ? values.addString("").addString("").addString("")
        : values
            .addString(credential.header())
            .addString(credential.sealed())
            .addString(credential.hint());
  }

  private static Future<Map<WorkspaceId, Kept>> kept(SqlConnection connection) {
    var stopped = new HashSet<WorkspaceId>();
    var tools = new HashMap<WorkspaceId, List<Tool>>();
    var servers = new HashMap<WorkspaceId, List<McpServer>>();
    return connection
        .query(STOPPED)
        .execute()
        .onSuccess(rows -> rows.forEach(row -> stopped.add(workspace(row))))
        .compose(_ -> connection.query(SERVERS).execute())
        .onSuccess(rows -> rows.forEach(row -> list(servers, workspace(row)).add(server(row))))
        .compose(_ -> connection.query(TOOLS).execute())
        .map(rows -> {
          rows.forEach(row -> tool(row).ifPresent(list(tools, workspace(row))::add));
          var all = new HashSet<>(stopped);
          all.addAll(tools.keySet());
          all.addAll(servers.keySet());
          var kept = new HashMap<WorkspaceId, Kept>();
          for (var one : all) {
            kept.put(
                one,
                new Kept(
                    stopped.contains(one),
                    tools.getOrDefault(one, List.of()),
                    servers.getOrDefault(one, List.of())));
          }
          return kept;
        });
  }

  private static <T> List<T> list(Map<WorkspaceId, List<T>> lists, WorkspaceId workspace) {
    return lists.computeIfAbsent(workspace, _ -> new ArrayList<>());
  }

  private static WorkspaceId workspace(Row row) {
    return new WorkspaceId(row.getUUID("workspace_id"));
  }

  private static McpServer server(Row row) {
    return new McpServer(
        row.getUUID("id"),
        row.getString("name"),
        row.getString("url"),
        row.getString("command"),
        credential(row));
  }

  /// Empty for one that cannot be used: it was checked when it was stored, but a later Parley may
  /// be stricter.
  private static Optional<Tool> tool(Row row) {
    try {
      var kind = row.getString("kind");
      var definition = Definition.read(row.getString("definition"));
      var name = row.getString("name");
      var builtin = kind.equals("builtin") ? Builtin.of(name) : Optional.<Builtin>empty();
      return Optional.of(
          new Tool(
              row.getUUID("id"),
              name,
              builtin.map(Builtin::description).orElse(row.getString("description")),
              row.getBoolean("side_effect"),
              row.getBoolean("enabled"),
              builtin.map(Builtin::arguments).orElseGet(definition::arguments),
              definition.does(kind, row.getUUID("server_id"), credential(row))));
    } catch (SchemaFault | IllegalStateException e) {
      LOG.error("a tool cannot be used", e, "tool", row.getUUID("id"));
      return Optional.empty();
    }
  }

  private static @Nullable Credential credential(Row row) {
    var header = row.getString("auth_header");
    return header.isEmpty()
        ? null
        : new Credential(header, row.getString("auth_sealed"), row.getString("auth_hint"));
  }
}
