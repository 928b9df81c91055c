package dev.parley.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Client;
import dev.parley.Client.Reply;
import dev.parley.Product;
import dev.parley.call.Call;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.identity.token.Access;
import dev.parley.identity.token.AccessTokens;
import dev.parley.identity.token.TokenConfig;
import dev.parley.platform.config.Secret;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.postgres.ConnectSettings;
import dev.parley.platform.postgres.Database;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.PostgresFixture;
import io.vertx.core.Vertx;
import io.vertx.openapi.contract.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Every operation of the contract, called by everybody who should not get far: nobody does what
/// they may not, and no text of one workspace reaches another.
final class AccessMatrixIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  /// Stands in everything that workspace A holds.
  private static final String CANARY = "zx81canary";

  private static final String SECRET = "a-key-of-these-tests-that-is-long-enough";
  private static final String PASSWORD = "four words make a password";
  private static final String NOBODY = "";

  /// Would sign the caller out, so nobody calls them who may.
  private static final Set<String> FAREWELLS = Set.of("endSessions");

  private static Vertx vertx;
  private static Contract contract;
  private static Product product;
  private static Client open;
  private static Map<String, String> paths;
  private static Map<String, Client> refused;
  private static Map<String, Client> members;
  private static Client ownerOfB;
  private static Client ownerOfA;
  private static WorkspaceId workspaceB;

  @BeforeAll
  static void start() throws Exception {
    vertx = Vertx.vertx();
    contract = Await.of(Contract.load(vertx));
    product =
        Product.guarded(
            "DATABASE_URL",
            url(POSTGRES.application()),
            "DATABASE_MIGRATION_URL",
            url(POSTGRES.owner()),
            "JWT_SECRET_KEY",
            SECRET,
            "RATE_LIMIT_REQUESTS",
            "1000000");
    open = new Client(product.url());
    ownerOfA = signedIn(setUp());
    ownerOfB = signedIn(register("bo@example.org", "Bo", invitedOwnerOfB()));
    workspaceB = workspaceOf(ownerOfB);
    paths = fillWorkspaceA();
    members =
        Map.of(
            "member", signedIn(register("mia@example.org", "Mia", NOBODY)),
            "agent", signedIn(register("amy@example.org", "Amy", invite("amy", "agent"))));
    refused = refusedActors();
  }

  @AfterAll
  static void stop() {
    product.close();
    var _ = vertx.close();
  }

  @Test
  void nobodyDoesWhatTheyMayNot() {
    var calls = 0;
    var wrong = new ArrayList<String>();
    for (var operation : contract.openApi().operations()) {
      var permission = contract.permission(operation.getOperationId());
      for (var actor : refused.entrySet()) {
        var reply = send(operation, actor.getValue());
        calls++;
        if (!permission.equals("none") && reply.status() != 401) {
          wrong.add(actor.getKey() + " " + operation.getOperationId() + ": " + reply.status());
        }
        check(wrong, actor.getKey(), operation, reply);
      }
      for (var actor : members.entrySet()) {
        if (FAREWELLS.contains(operation.getOperationId())) {
          continue;
        }
        var reply = send(operation, actor.getValue());
        calls++;
        var expected = expected(actor.getKey(), operation, permission);
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
    for (var operation : contract.openApi().operations()) {
      var permission = contract.permission(operation.getOperationId());
      if (FAREWELLS.contains(operation.getOperationId())) {
        continue;
      }
      var reply = send(operation, ownerOfB);
      calls++;
      var foreign = operation.getOpenAPIPath().contains("{");
      if (!permission.equals("none") && foreign && reply.status() != 404) {
        wrong.add(operation.getOperationId() + ": " + reply.status() + " " + reply.body());
      }
      check(wrong, "owner of B", operation, reply);
    }

    assertEquals(List.of(), wrong);
    assertTrue(ownerOfA.get(fill("/api/v1/knowledge/documents/{document_id}")).status() == 200);
    assertTrue(
        ownerOfA.get(fill("/api/v1/chat/conversations/{conversation_id}")).body().contains(CANARY));
    System.out.println("owner of another workspace: " + calls + " calls, 0 wrong, 0 canaries");
  }

  @Test
  void theDatabaseAloneKeepsWorkspacesApart() {
    var tables = column(POSTGRES.database(), Calls.in(workspaceB), TABLES);
    var rows = 0;
    for (var table : tables) {
      var every = "SELECT t::text FROM " + table + " t";
      for (var row : column(POSTGRES.database(), Calls.in(workspaceB), every)) {
        rows++;
        assertTrue(!row.contains(CANARY), () -> table + " shows " + row);
      }
    }

    assertTrue(tables.size() >= 15, tables::toString);
    assertTrue(rows > 0, "workspace B has rows of its own");
    System.out.println("row-level security: " + tables.size() + " tables, 0 canaries");
  }

  /// What somebody of workspace A may get for A's own objects, which belong to its owner.
  private static Set<Integer> expected(String actor, Operation operation, String permission) {
    var everybody = Set.of("none", "read", "ask", "account", "keys");
    var may =
        everybody.contains(permission)
            || (actor.equals("agent") && permission.equals("knowledge.write"));
    if (!may) {
      return Set.of(403);
    }
    var path = operation.getOpenAPIPath();
    var ofSomebodyElse =
        path.contains("{conversation_id}")
            || path.contains("{turn_id}")
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

  private static Reply send(Operation operation, Client client) {
    var method = operation.getHttpMethod().name();
    var path = fill(operation.getOpenAPIPath());
    if (operation.getOperationId().equals("uploadDocument")) {
      return client.upload("mine.md", "# Mine\n\nNothing else.\n".getBytes(UTF_8));
    }
    var body = BODIES.get(operation.getOperationId());
    assertTrue(
        body != null || operation.getRequestBody() == null,
        () -> "no body for " + operation.getOperationId() + ": add one to BODIES");
    return client.send(method, path, body == null ? "" : body);
  }

  private static String fill(String path) {
    var filled = path;
    for (var entry : paths.entrySet()) {
      filled = filled.replace("{" + entry.getKey() + "}", entry.getValue());
    }
    return filled;
  }

  /// One of everything, with the canary in it.
  private static Map<String, String> fillWorkspaceA() {
    var ids = new LinkedHashMap<String, String>();
    var document = ownerOfA.read("secret.md", "# Plans\n\nThe word is " + CANARY + ".\n");
    ids.put("document_id", document.path("id").asText());
    var conversation =
        ownerOfA.post("/api/v1/chat/conversations", "{\"title\":\"" + CANARY + "\"}");
    ids.put("conversation_id", conversation.json().path("id").asText());
    var posted =
        ownerOfA.post(
            "/api/v1/chat/conversations/" + ids.get("conversation_id") + "/messages",
            "{\"text\":\"What is the word " + CANARY + "?\"}");
    ids.put("turn_id", posted.json().path("turn").path("id").asText());
    var _ =
        ownerOfA.events(
            "/api/v1/chat/turns/" + ids.get("turn_id") + "/events", 0, Integer.MAX_VALUE);
    var key = ownerOfA.post("/api/v1/keys", "{\"name\":\"" + CANARY + "\"}").json();
    ids.put("key_id", key.path("key").path("id").asText());
    var me = ownerOfA.get("/api/v1/auth/me").json();
    ids.put("user_id", me.path("id").asText());
    var sessions = ownerOfA.get("/api/v1/auth/sessions").json().path("sessions");
    ids.put("session_id", sessions.path(0).path("id").asText());
    var invitation =
        ownerOfA.post(
            "/api/v1/admin/invitations",
            "{\"email\":\"" + CANARY + "@example.org\",\"role\":\"member\"}");
    ids.put("invitation_id", invitation.json().path("invitation").path("id").asText());
    ids.forEach((name, id) -> assertTrue(!id.isEmpty(), name));
    return ids;
  }

  private static Map<String, Client> refusedActors() throws Exception {
    var disabled = signedIn(register("dora@example.org", "Dora", NOBODY));
    var dora = disabled.get("/api/v1/auth/me").json().path("id").asText();
    assertEquals(
        200, ownerOfA.patch("/api/v1/admin/users/" + dora, "{\"enabled\":false}").status());

    var key = ownerOfA.post("/api/v1/keys", "{\"name\":\"Gone\"}").json();
    var id = key.path("key").path("id").asText();
    assertEquals(204, ownerOfA.delete("/api/v1/keys/" + id).status());

    var tokens =
        open.post(
                "/api/v1/auth/login",
                "{\"email\":\"olga@example.org\",\"password\":\"" + PASSWORD + "\"}",
                "X-Refresh-Token",
                "body")
            .json();
    return Map.of(
        "disabled user", disabled,
        "revoked key", open.as(key.path("text").asText()),
        "expired token", open.as(expired()),
        "refresh token", open.as(tokens.path("refresh_token").asText()),
        "anonymous", open);
  }

  /// A token of the owner of A, of an hour ago.
  private static String expired() {
    var me = ownerOfA.get("/api/v1/auth/me").json();
    var sessions = ownerOfA.get("/api/v1/auth/sessions").json().path("sessions");
    var past = InstantSource.fixed(Instant.now().minus(Duration.ofHours(1)));
    var none = new Secret("");
    var config =
        new TokenConfig(
            TokenConfig.Algorithm.HS256,
            new Secret(SECRET),
            none,
            none,
            none,
            Duration.ofMinutes(10),
            "parley",
            "parley");
    var access =
        new Access(
            new UserId(UUID.fromString(me.path("id").asText())),
            workspaceOf(ownerOfA),
            UUID.fromString(sessions.path(0).path("id").asText()),
            "owner");
    return AccessTokens.of(config, Path.of("target"), new Ids(past), past).issue(access).token();
  }

  private static WorkspaceId workspaceOf(Client client) {
    var session = client.get("/api/v1/session").json();
    return new WorkspaceId(UUID.fromString(session.path("workspace").path("id").asText()));
  }

  private static Reply setUp() {
    return open.post(
        "/api/v1/setup",
        """
        {"token":"%s","workspace_name":"%s","owner_name":"Olga %s",
         "owner_email":"olga@example.org","owner_password":"%s"}
        """
            .formatted(product.setupToken(), CANARY, CANARY, PASSWORD));
  }

  private static String invitedOwnerOfB() {
    var made =
        ownerOfA.post(
            "/api/v1/admin/workspaces", "{\"name\":\"B\",\"owner_email\":\"bo@example.org\"}");
    assertEquals(201, made.status(), made.body());
    return tokenOf(made.json());
  }

  private static String invite(String name, String role) {
    var made =
        ownerOfA.post(
            "/api/v1/admin/invitations",
            "{\"email\":\"%s@example.org\",\"role\":\"%s\"}".formatted(name, role));
    return tokenOf(made.json());
  }

  private static String tokenOf(JsonNode made) {
    var link = made.path("link").asText();
    return link.substring(link.indexOf('#') + 1);
  }

  private static Reply register(String email, String name, String invitation) {
    return open.post(
        "/api/v1/auth/register",
        "{\"email\":\"%s\",\"name\":\"%s\",\"password\":\"%s\"%s}"
            .formatted(
                email,
                name,
                PASSWORD,
                invitation.isEmpty() ? "" : ",\"invitation\":\"" + invitation + "\""));
  }

  private static Client signedIn(Reply reply) {
    assertTrue(reply.status() == 200 || reply.status() == 201, reply::body);
    return open.as(reply.json().path("access_token").asText());
  }

  private static String url(ConnectSettings settings) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(
            settings.user(),
            settings.password().value(),
            settings.host(),
            settings.port(),
            settings.database());
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
        AND c.table_name <> 'ingest_job'
      ORDER BY 1
      """;

  /// What each operation is sent; those without an entry take no body.
  private static final Map<String, String> BODIES =
      Map.ofEntries(
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
          Map.entry("createConversation", "{}"),
          Map.entry("renameConversation", "{\"title\":\"Mine\"}"),
          Map.entry("postMessage", "{\"text\":\"What is the word?\"}"),
          Map.entry("cancelTurn", ""),
          Map.entry("addPage", "{}"),
          Map.entry("search", "{\"query\":\"What is the word?\"}"));
}
