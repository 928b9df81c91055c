package dev.parley.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Client;
import dev.parley.Client.Reply;
import dev.parley.Product;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.identity.token.Access;
import dev.parley.identity.token.AccessTokens;
import dev.parley.identity.token.TokenConfig;
import dev.parley.platform.config.Secret;
import dev.parley.platform.ids.Ids;
import dev.parley.testkit.Pictures;
import dev.parley.testkit.PostgresFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// A running product with workspaces A and B, and everybody who might knock at A's doors.
final class TwoWorkspaces implements AutoCloseable {
  /// Stands in everything that workspace A holds.
  static final String CANARY = "zx81canary";

  private static final String SECRET = "a-key-of-these-tests-that-is-long-enough";
  private static final String PASSWORD = "four words make a password";
  private static final String NOBODY = "";

  private static final String BUDGET =
      "{\"name\":\"%s\",\"subject\":\"workspace\",\"period\":\"day\",\"limit_nano\":9000000}"
          .formatted(CANARY);
  private static final String LIMIT =
      "{\"subject\":\"user\",\"model\":\"%s\",\"concurrent\":9}".formatted(CANARY);
  private static final String PRICE =
      "{\"provider\":\"%1$s\",\"model\":\"%1$s\",\"per_million\":{\"input\":1,\"output\":1}}"
          .formatted(CANARY);

  private final Product product;
  private final Client open;
  private final Client ownerOfA;
  private final Client ownerOfB;
  private final Map<String, Client> members;
  private final Map<String, Client> refused;
  private int providers;
  private int replies;
  private int sources;

  TwoWorkspaces(PostgresFixture postgres) throws Exception {
    product =
        Product.guarded(
            postgres.settings(), "JWT_SECRET_KEY", SECRET, "RATE_LIMIT_REQUESTS", "1000000");
    open = new Client(product.url());
    ownerOfA = signedIn(setUp());
    ownerOfB = signedIn(register("bo@example.org", "Bo", invitedOwnerOfB()));
    members =
        Map.of(
            "member", signedIn(register("mia@example.org", "Mia", NOBODY)),
            "agent", signedIn(register("amy@example.org", "Amy", invite("amy", "agent"))));
    refused = refusedActors();
  }

  @Override
  public void close() {
    product.close();
  }

  Client ownerOfA() {
    return ownerOfA;
  }

  Client ownerOfB() {
    return ownerOfB;
  }

  /// People of A who may do something, and not everything.
  Map<String, Client> members() {
    return members;
  }

  /// Those who must not get in at all.
  Map<String, Client> refused() {
    return refused;
  }

  /// One of everything, with the canary in it.
  Map<String, String> fillA() {
    var ids = new LinkedHashMap<String, String>();
    var document = ownerOfA.read("secret.md", "# Plans\n\nThe word is " + CANARY + ".\n");
    ids.put("document_id", document.path("id").asText());
    replies++;
    var base =
        "{\"name\":\"" + CANARY + replies + "\",\"access\":{\"everybody\":\"none\",\"grants\":[]}}";
    var made = ownerOfA.post("/api/v1/knowledge/bases", base).json();
    ids.put("base_id", made.at("/base/id").asText());
    source(ids);
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
    judgeAndShare(ids, posted);
    handOver(ids);
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
    moneyAndModels(ids);
    toolsAndRules(ids);
    ids.forEach((name, id) -> assertTrue(!id.isEmpty(), name));
    return ids;
  }

  private void moneyAndModels(Map<String, String> ids) {
    ids.put("budget_id", make("budgets", BUDGET));
    ids.put("limit_id", make("limits", LIMIT));
    var _ = make("prices", PRICE);
    providers++;
    var provider = "{\"name\":\"" + CANARY + providers + "\",\"kind\":\"openai\"}";
    ids.put("provider_id", make("models/providers", provider));
    ids.put("provider_key_id", ids.get("provider_id"));
    ids.put("route", "somewhere");
  }

  private static final String TOOL =
      ("{\"name\":\"t%%d\",\"description\":\"%1$s\",\"method\":\"GET\",\"url\":\"https://example.org/%1$s\","
              + "\"credential\":{\"header\":\"Authorization\",\"value\":\"%1$s\"}}")
          .formatted(CANARY);
  private static final String SERVER =
      ("{\"name\":\"m%%d\",\"url\":\"https://1.1.1.1/%1$s\","
              + "\"credential\":{\"header\":\"Authorization\",\"value\":\"%1$s\"}}")
          .formatted(CANARY);
  private static final String POLICY =
      "{\"name\":\""
          + CANARY
          + "%d\",\"definition\":{\"where\":[\"tool\"],\"keywords\":[\""
          + CANARY
          + "\"],\"action\":{\"type\":\"deny\"}}}";

  private static final String ASSISTANT =
      ("{\"slug\":\"a%%d\",\"name\":\"%1$s\",\"definition\":{\"instructions\":\"%1$s\","
              + "\"greeting\":\"%1$s\",\"suggestions\":[\"%1$s\"]}}")
          .formatted(CANARY);

  private static final String CASE =
      "{\"question\":\"%1$s\",\"expect\":{\"contains\":[\"%1$s\"],\"lacks\":[],\"unknown\":false}}"
          .formatted(CANARY);

  private void source(Map<String, String> ids) {
    sources++;
    var path = "/api/v1/knowledge/sources";
    var wanted =
        "{\"name\":\"%1$s %2$d\",\"kind\":\"page\",\"address\":\"https://1.1.1.1/%1$s\"}"
            .formatted(CANARY, sources);
    var made = ownerOfA.post(path, wanted);
    assertEquals(201, made.status(), made.body());
    ids.put("source_id", made.json().path("id").asText());
    var runs = path + "/" + ids.get("source_id") + "/runs";
    var _ = ownerOfA.post(runs, "{}"); // the schedule may have been first
    ids.put("source_run_id", ownerOfA.get(runs).json().at("/runs/0/id").asText());
  }

  private void toolsAndRules(Map<String, String> ids) {
    ids.put("policy_id", make("policies", POLICY.formatted(providers)));
    ids.put("tool_id", make("tools", TOOL.formatted(providers)));
    ids.put("server_id", make("mcp_servers", SERVER.formatted(providers)));
    ids.put("builtin", "time");
    var made = ownerOfA.post("/api/v1/admin/assistants", ASSISTANT.formatted(providers)).json();
    ids.put("assistant_id", made.at("/assistant/id").asText());
    ids.put("version", "1");
    var live = "/api/v1/admin/assistants/" + ids.get("assistant_id") + "/publish";
    assertEquals(200, ownerOfA.post(live, "{\"version\":1}").status());
    var path = "assistants/" + ids.get("assistant_id");
    ids.put("case_id", make(path + "/cases", CASE));
    ids.put("run_id", make(path + "/runs", "{\"version\":1}"));
    ids.put("tool_call_id", "1");
    ids.put("version", Integer.toString(choose()));
  }

  /// Returns the number of the version.
  private int choose() {
    var path = "/api/v1/admin/settings";
    var known = ownerOfA.get(path).json().path("version").asInt();
    var wish =
        "{\"version\":%d,\"note\":\"%2$s\",\"values\":{\"workspace.suggestions\":[\"%2$s %1$d\"]}}"
            .formatted(known, CANARY);
    var chosen = ownerOfA.patch(path, wish);
    assertEquals(200, chosen.status(), chosen.body());
    return chosen.json().path("version").asInt();
  }

  private void judgeAndShare(Map<String, String> ids, Reply posted) {
    ids.put("request_id", String.valueOf(posted.header("x-request-id")));
    ids.put("message_id", posted.json().path("message").path("id").asText());
    var answer = posted.json().path("turn").path("answer_id").asText();
    var path = "/api/v1/chat/conversations/" + ids.get("conversation_id");
    var judged = "{\"rating\":\"down\",\"text\":\"" + CANARY + "\"}";
    assertEquals(
        200, ownerOfA.send("PUT", path + "/messages/" + answer + "/feedback", judged).status());
    var attached = ownerOfA.attach(path, CANARY, Pictures.gif()).json();
    ids.put("attachment_id", attached.path("id").asText());
    var shown =
        "{\"text\":\"%s\",\"attachment_ids\":[\"%s\"]}"
            .formatted(CANARY, attached.path("id").asText());
    var turn = ownerOfA.post(path + "/messages", shown).json().at("/turn/id").asText();
    var _ = ownerOfA.events("/api/v1/chat/turns/" + turn + "/events", 0, Integer.MAX_VALUE);
    var share = ownerOfA.send("POST", path + "/shares", "").json();
    ids.put("share_id", share.path("share").path("id").asText());
    ids.put("token", "of-nothing");
  }

  private void handOver(Map<String, String> ids) {
    var conversation = ids.get("conversation_id");
    var wish = "{\"reason\":\"" + CANARY + "\"}";
    var asked = ownerOfA.post("/api/v1/chat/conversations/" + conversation + "/handover", wish);
    assertEquals(200, asked.status(), asked.body());
    var note = ownerOfA.post("/api/v1/inbox/" + conversation + "/notes", text(CANARY));
    assertEquals(201, note.status(), note.body());
    replies++;
    var canned = "{\"shortcut\":\"%1$s%2$d\",\"text\":\"%1$s\"}".formatted(CANARY, replies);
    var reply = ownerOfA.post("/api/v1/inbox/canned-replies", canned);
    ids.put("canned_reply_id", reply.json().path("id").asText());
  }

  private static String text(String text) {
    return "{\"text\":\"" + text + "\"}";
  }

  private String make(String what, String body) {
    return ownerOfA.post("/api/v1/admin/" + what, body).json().path("id").asText();
  }

  private Map<String, Client> refusedActors() throws Exception {
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
  private String expired() {
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

  static WorkspaceId workspaceOf(Client client) {
    var session = client.get("/api/v1/session").json();
    return new WorkspaceId(UUID.fromString(session.path("workspace").path("id").asText()));
  }

  private Reply setUp() {
    return open.post(
        "/api/v1/setup",
        """
        {"token":"%s","workspace_name":"%s","owner_name":"Olga %s",
         "owner_email":"olga@example.org","owner_password":"%s"}
        """
            .formatted(product.setupToken(), CANARY, CANARY, PASSWORD));
  }

  private String invitedOwnerOfB() {
    var made =
        ownerOfA.post(
            "/api/v1/admin/workspaces", "{\"name\":\"B\",\"owner_email\":\"bo@example.org\"}");
    assertEquals(201, made.status(), made.body());
    return tokenOf(made.json());
  }

  private String invite(String name, String role) {
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

  private Reply register(String email, String name, String invitation) {
    return open.post(
        "/api/v1/auth/register",
        "{\"email\":\"%s\",\"name\":\"%s\",\"password\":\"%s\"%s}"
            .formatted(
                email,
                name,
                PASSWORD,
                invitation.isEmpty() ? "" : ",\"invitation\":\"" + invitation + "\""));
  }

  private Client signedIn(Reply reply) {
    assertTrue(reply.status() == 200 || reply.status() == 201, reply::body);
    return open.as(reply.json().path("access_token").asText());
  }
}
