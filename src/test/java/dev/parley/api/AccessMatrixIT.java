package dev.parley.api;

import static dev.parley.api.TwoWorkspaces.CANARY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Client;
import dev.parley.Client.Reply;
import dev.parley.call.Call;
import dev.parley.platform.postgres.Database;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.Pictures;
import dev.parley.testkit.PostgresFixture;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.openapi.contract.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Every operation of the contract, called by everybody who should not get far: nobody does what
/// they may not, and no text of one workspace reaches another.
final class AccessMatrixIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  /// Would sign the caller out, so nobody calls them who may.
  private static final Set<String> FAREWELLS = Set.of("endSessions");

  /// Go on until their reader leaves, so nobody calls them who may.
  private static final Set<String> ENDLESS = Set.of("readInboxEvents", "readConversationEvents");

  /// What they name may be of any workspace.
  private static final Set<String> BY_NAME = Set.of("switchBuiltin", "putRoute");

  private static final String FILE =
      """
      {"format":"parley.conversation","version":1,"title":"Mine",
       "created_at":"2026-01-01T00:00:00Z","messages":[{"id":"00000000-0000-0000-0000-000000000001",
       "role":"user","text":"Hello?","state":"complete","created_at":"2026-01-01T00:00:00Z"}]}
      """;
  private static final String SOMETHING = "00000000-0000-0000-0000-000000000001";

  private static Vertx vertx;
  private static Contract contract;
  private static TwoWorkspaces world;

  private Map<String, String> paths;

  @BeforeAll
  static void start() throws Exception {
    vertx = Vertx.vertx();
    contract = Await.of(Contract.load(vertx));
    world = new TwoWorkspaces(POSTGRES);
  }

  @BeforeEach
  void fill() {
    paths = world.fillA();
  }

  @AfterAll
  static void stop() {
    world.close();
    var _ = vertx.close();
  }

  @Test
  void nobodyDoesWhatTheyMayNot() {
    var calls = 0;
    var wrong = new ArrayList<String>();
    for (var operation : operations()) {
      var permission = contract.permission(operation.getOperationId());
      for (var actor : world.refused().entrySet()) {
        var reply = send(operation, actor.getValue());
        calls++;
        if (!permission.equals("none") && reply.status() != 401) {
          wrong.add(actor.getKey() + " " + operation.getOperationId() + ": " + reply.status());
        }
        check(wrong, actor.getKey(), operation, reply);
      }
      for (var actor : world.members().entrySet()) {
        if (FAREWELLS.contains(operation.getOperationId())) {
          continue;
        }
        var expected = expected(actor.getKey(), operation, permission);
        if (ENDLESS.contains(operation.getOperationId()) && expected.contains(200)) {
          continue;
        }
        var reply = send(operation, actor.getValue());
        calls++;
        if (!expected.contains(reply.status())) {
          wrong.add(
              "%s %s: %d, not %s; %s"
                  .formatted(
                      actor.getKey(),
                      operation.getOperationId(),
                      reply.status(),
                      expected,
                      reply.body()));
        }
      }
    }

    assertEquals(List.of(), wrong);
    System.out.println("access matrix: " + calls + " calls, 0 wrong answers");
  }

  @Test
  void anOwnerOfAnotherWorkspaceFindsNothing() {
    var wrong = new ArrayList<String>();
    var calls = 0;
    for (var operation : operations()) {
      var permission = contract.permission(operation.getOperationId());
      if (FAREWELLS.contains(operation.getOperationId())
          || operation.getOperationId().equals("readInboxEvents")) {
        continue;
      }
      var reply = send(operation, world.ownerOfB());
      calls++;
      var foreign =
          operation.getOpenAPIPath().contains("{") && !BY_NAME.contains(operation.getOperationId());
      if (!permission.equals("none") && foreign && reply.status() != 404) {
        wrong.add(operation.getOperationId() + ": " + reply.status() + " " + reply.body());
      }
      check(wrong, "owner of B", operation, reply);
    }

    assertEquals(List.of(), wrong);
    var owner = world.ownerOfA();
    assertEquals(200, owner.get(fill("/api/v1/knowledge/documents/{document_id}")).status());
    assertTrue(
        owner.get(fill("/api/v1/chat/conversations/{conversation_id}")).body().contains(CANARY));
    System.out.println("owner of another workspace: " + calls + " calls, 0 wrong, 0 canaries");
  }

  @Test
  void theDatabaseAloneKeepsWorkspacesApart() {
    var tables =
        column(POSTGRES.database(), Calls.in(TwoWorkspaces.workspaceOf(world.ownerOfB())), TABLES);
    var rows = 0;
    for (var table : tables) {
      var every = "SELECT t::text FROM " + table + " t";
      for (var row :
          column(
              POSTGRES.database(), Calls.in(TwoWorkspaces.workspaceOf(world.ownerOfB())), every)) {
        rows++;
        assertTrue(!row.contains(CANARY), () -> table + " shows " + row);
      }
    }

    assertTrue(tables.size() >= 15, tables::toString);
    assertTrue(rows > 0, "workspace B has rows of its own");
    System.out.println("row-level security: " + tables.size() + " tables, 0 canaries");
  }

  /// Those that delete come last: the others need what is there.
  private static List<Operation> operations() {
    return contract.openApi().operations().stream()
        .sorted(Comparator.comparing(one -> HttpMethod.DELETE.equals(one.getHttpMethod())))
        .toList();
  }

  /// What somebody of workspace A may get for A's own objects, which belong to its owner.
  private static Set<Integer> expected(String actor, Operation operation, String permission) {
    var everybody = Set.of("none", "read", "ask", "models", "account", "keys", "knowledge.write");
    var may =
        everybody.contains(permission) || (actor.equals("agent") && permission.equals("inbox"));
    if (!may) {
      return Set.of(403);
    }
    if (permission.equals("knowledge.write") && actor.equals("member")) {
      return Set.of(400, 403, 404); // may read the base, and not change it
    }
    var path = operation.getOpenAPIPath();
    var ofSomebodyElse =
        (path.contains("{conversation_id}") && !permission.equals("inbox"))
            || path.contains("{turn_id}")
            || path.contains("{share_id}")
            || path.contains("{token}")
            || path.contains("{session_id}")
            || path.contains("{key_id}");
    return ofSomebodyElse
        ? Set.of(404)
        : Set.of(200, 201, 202, 204, 303, 400, 401, 403, 409, 429, 502, 503);
  }

  /// Neither a failure of ours nor anything of workspace A.
  private static void check(List<String> wrong, String actor, Operation operation, Reply reply) {
    if (reply.status() == 500) {
      wrong.add(actor + " " + operation.getOperationId() + ": 500");
    }
    if (reply.body().contains(CANARY)) {
      wrong.add(actor + " " + operation.getOperationId() + " was shown " + reply.body());
    }
  }

  private Reply send(Operation operation, Client client) {
    var method = operation.getHttpMethod().name();
    var path = fill(operation.getOpenAPIPath());
    if (operation.getOperationId().equals("uploadDocument")) {
      return client.upload("mine.md", "# Mine\n\nNothing else.\n".getBytes(UTF_8));
    }
    if (operation.getOperationId().equals("uploadAttachment")) {
      return client.attach(path.replace("/attachments", ""), "a.gif", Pictures.gif());
    }
    if (operation.getOperationId().equals("uploadConversationDocument")) {
      return client.give(path.replace("/documents", ""), "mine.md", "# Mine\n\nNothing.\n");
    }
    var body = BODIES.get(operation.getOperationId());
    assertTrue(
        body != null || operation.getRequestBody() == null,
        () -> "no body for " + operation.getOperationId() + ": add one to BODIES");
    return client.send(method, path, body == null ? "" : body);
  }

  private String fill(String path) {
    var filled = path;
    for (var entry : paths.entrySet()) {
      filled = filled.replace("{" + entry.getKey() + "}", entry.getValue());
    }
    return filled;
  }

  private static List<String> column(Database database, Call call, String sql) {
    return Await.of(
        database.readInWorkspace(
            call,
            connection ->
                connection
                    .query(sql)
                    .execute()
                    .map(rows -> {
                      var all = new ArrayList<String>();
                      rows.forEach(row -> all.add(row.getString(0)));
                      return all;
                    })));
  }

  /// Every table that has rows of workspaces, and the role of the product may read.
  private static final String TABLES =
      """
      SELECT c.table_name::text FROM information_schema.columns c
      WHERE c.table_schema = 'public' AND c.column_name = 'workspace_id'
        AND c.table_name NOT IN ('ingest_job', 'source_job')
      ORDER BY 1
      """;

  private static final String TOOL =
      "{\"name\":\"mine\",\"description\":\"d\",\"method\":\"GET\",\"url\":\"https://example.org/\"}";

  private static final String SOURCE = "{\"name\":\"mine\",\"address\":\"https://1.1.1.1/\"}";

  private static final String CASE =
      "{\"question\":\"What?\",\"expect\":{\"contains\":[\"word\"],\"lacks\":[],\"unknown\":false}}";

  private static final String DEFINITION =
      "{\"instructions\":\"\",\"greeting\":\"\",\"suggestions\":[]}";

  private static final String POLICY =
      "{\"name\":\"mine\",\"definition\":{\"where\":[\"input\"],\"keywords\":[\"x\"],"
          + "\"action\":{\"type\":\"deny\"}}}";

  /// What each operation is sent; those without an entry take no body.
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("editMessage", "{\"text\":\"What is it?\"}"),
          Map.entry("putFeedback", "{\"rating\":\"down\"}"),
          Map.entry("importConversation", FILE),
          Map.entry("showBranch", "{\"message_id\":\"" + SOMETHING + "\"}"),
          Map.entry("ask", "{\"query\":\"What is the word " + CANARY.substring(0, 4) + "?\"}"),
          Map.entry("setUp", "{}"),
          Map.entry("register", "{}"),
          Map.entry("logIn", "{}"),
          Map.entry("refresh", "{}"),
          Map.entry("logOut", "{}"),
          Map.entry("forgotPassword", "{}"),
          Map.entry("resetPassword", "{}"),
          Map.entry("changeMe", "{\"name\":\"Somebody\"}"),
          Map.entry("changePassword", "{}"),
          Map.entry("beginTotp", "{}"),
          Map.entry("removeTotp", "{}"),
          Map.entry("confirmTotp", "{\"code\":\"000000\"}"),
          Map.entry("createKey", "{\"name\":\"Mine\"}"),
          Map.entry("changeUser", "{\"role\":\"member\"}"),
          Map.entry("createWorkspace", "{}"),
          Map.entry("invite", "{}"),
          Map.entry("verifyAudit", "{}"),
          Map.entry("addPrice", "{}"),
          Map.entry("createBudget", "{}"),
          Map.entry("changeBudget", "{\"name\":\"Mine\"}"),
          Map.entry("addLimit", "{}"),
          Map.entry("createConversation", "{}"),
          Map.entry("changeConversation", "{\"title\":\"Mine\"}"),
          Map.entry("postMessage", "{\"text\":\"What is the word?\"}"),
          Map.entry("askForPerson", "{}"),
          Map.entry("showTyping", "{\"typing\":true}"),
          Map.entry("claimConversation", "{\"epoch\":0}"),
          Map.entry("giveBackConversation", "{\"to\":\"queue\"}"),
          Map.entry("replyInConversation", "{\"text\":\"What is it?\"}"),
          Map.entry("addNote", "{\"text\":\"Mine\"}"),
          Map.entry("showPresence", "{\"typing\":false}"),
          Map.entry("addCannedReply", "{\"shortcut\":\"mine\",\"text\":\"Mine\"}"),
          Map.entry("changeCannedReply", "{\"shortcut\":\"mine\",\"text\":\"Mine\"}"),
          Map.entry("cancelTurn", ""),
          Map.entry("addPage", "{}"),
          Map.entry("createBase", "{\"name\":\"Mine\"}"),
          Map.entry("changeBase", "{\"name\":\"Mine\"}"),
          Map.entry("setBaseAccess", "{\"everybody\":\"reader\",\"grants\":[]}"),
          Map.entry("addSource", "{}"),
          Map.entry("changeSource", SOURCE),
          Map.entry("startSourceRun", "{}"),
          Map.entry("createChatCompletion", "{}"),
          Map.entry("createEmbedding", "{}"),
          Map.entry("decideToolCall", "{\"decision\":\"allow\"}"),
          Map.entry("addAssistant", "{}"),
          Map.entry("changeAssistant", "{\"name\":\"Mine\"}"),
          Map.entry("saveAssistant", "{\"after\":1,\"definition\":" + DEFINITION + "}"),
          Map.entry("publishAssistant", "{\"version\":1}"),
          Map.entry("tryAssistant", "{\"question\":\"What is the word?\"}"),
          Map.entry("addCase", CASE),
          Map.entry("changeCase", CASE),
          Map.entry("startRun", "{\"version\":1}"),
          Map.entry("addTool", "{}"),
          Map.entry("changeTool", TOOL),
          Map.entry("switchTool", "{\"enabled\":false}"),
          Map.entry("tryTool", "{\"arguments\":{}}"),
          Map.entry("switchTools", "{\"stopped\":false}"),
          Map.entry("switchBuiltin", "{\"enabled\":false}"),
          Map.entry("previewToolImport", "{}"),
          Map.entry("importTools", "{}"),
          Map.entry("addMcpServer", "{}"),
          Map.entry("addMcpTools", "{\"tools\":[{\"remote\":\"r\"}]}"),
          Map.entry("addPolicy", "{}"),
          Map.entry("changePolicy", POLICY),
          Map.entry("orderPolicies", "{\"policies\":[]}"),
          Map.entry("tryPolicies", "{\"text\":\"word\",\"where\":\"input\"}"),
          Map.entry("changeSettings", "{}"),
          Map.entry("restoreSettings", "{\"version\":0}"),
          Map.entry("addProvider", "{}"),
          Map.entry("changeProvider", "{}"),
          Map.entry("testProvider", "{\"model\":\"m\"}"),
          Map.entry(
              "putRoute",
              "{\"targets\":[{\"provider_id\":\"00000000-0000-0000-0000-000000000000\",\"model\":\"m\"}]}"),
          Map.entry("search", "{\"query\":\"What is the word?\"}"));
}
