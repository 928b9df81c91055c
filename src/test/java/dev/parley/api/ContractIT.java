package dev.parley.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Client;
import dev.parley.Client.Reply;
import dev.parley.Product;
import dev.parley.testkit.AuthenticatorApp;
import dev.parley.testkit.Await;
import dev.parley.testkit.Pictures;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every operation answers in the form that `openapi.yaml` promises: each one is called and its
/// answer is checked against its schema.
final class ContractIT {
  /// Their answers are not JSON: plain text, or events.
  private static final Set<String> NOT_JSON =
      Set.of(
          "livez",
          "readyz",
          "metrics",
          "openapi",
          "readTurnEvents",
          "readConversationEvents",
          "readInboxEvents",
          "exportAudit",
          "exportUsage");

  private static final String PASSWORD = "four words make a password";
  private static final String ASKED =
      "{\"model\":\"extractive\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
  private static final String NOWHERE = "00000000-0000-0000-0000-000000000000";

  private static Vertx vertx;
  private static Contract contract;
  private static Product product;
  private static Client client;

  private final Set<String> checked = new TreeSet<>();

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    contract = Await.of(Contract.load(vertx));
    product =
        Product.with(Map.of("REGISTRATION", "open", "OUTBOUND_ALLOWED_NETWORKS", "127.0.0.0/8"));
    client = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    product.close();
    var _ = vertx.close();
  }

  @Test
  void everyAnswerIsWhatTheContractPromises() {
    checkOperations();
    checkKnowledge();
    new ContractOfSources(client, this::check).check();
    checkChat();
    new ContractOfHandover(client, this::check).check();
    var owner = checkSigningIn();
    checkOwnAccount(owner);
    checkKeysAndPeople(owner);
    checkModels();
    checkAudit();
    checkPolicies();
    new ContractOfTools(client, this::check).check();
    new ContractOfAssistants(client, this::check).check();
    checkMoney();

    var all =
        contract.openApi().operations().stream()
            .map(Operation::getOperationId)
            .filter(id -> !NOT_JSON.contains(id))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(all, checked);
  }

  @Test
  void theDocumentIsServedAsItIs() {
    var served = client.get("/openapi.json");

    assertEquals(200, served.status());
    assertEquals("3.1.0", served.json().path("openapi").asText());
  }

  @Test
  void metricsHaveTheirNames() {
    var _ = client.get("/health");
    var text = client.get("/metrics").body();

    for (var name :
        Set.of(
            "http_requests_total{method=\"GET\",endpoint=\"/health\",status=\"200\",}",
            "http_request_duration_seconds_bucket{method=\"GET\",endpoint=\"/health\",",
            "active_sessions ",
            "escalations_total{by=\"user\",}",
            "escalations_open{state=\"open\",}",
            "jvm_memory_bytes_used",
            "process_cpu_seconds_total")) {
      assertTrue(text.contains(name), name);
    }
  }

  private void checkOperations() {
    check("health", client.get("/health"), 200);
    check("healthz", client.get("/healthz"), 200);
    check("getSession", client.get("/api/v1/session"), 200);
    check("getSignInMethods", client.get("/api/v1/auth/methods"), 200);
    check("startOidc", client.get("/api/v1/auth/oidc/start"), 303);
    check("finishOidc", client.get("/api/v1/auth/oidc/callback?code=c&state=s"), 303);
    check("getJwks", client.get("/.well-known/jwks.json"), 200);
  }

  private Client checkSigningIn() {
    var setUp =
        client.post(
            "/api/v1/setup",
            """
            {"token":"%s","workspace_name":"w","owner_name":"o",
             "owner_email":"o@example.org","owner_password":"%s"}
            """
                .formatted(product.setupToken(), PASSWORD));
    check("setUp", setUp, 201);
    var auth = "/api/v1/auth";
    var wish =
        "{\"email\":\"p@example.org\",\"name\":\"p\",\"password\":\"%s\"}".formatted(PASSWORD);
    check("register", client.post(auth + "/register", wish), 201);
    var credentials = "{\"email\":\"o@example.org\",\"password\":\"%s\"}".formatted(PASSWORD);
    var in = client.post(auth + "/login", credentials, "X-Refresh-Token", "body");
    check("logIn", in, 200);
    var token = "{\"refresh_token\":\"%s\"}";
    var refreshed =
        client.post(auth + "/refresh", token.formatted(in.json().path("refresh_token").asText()));
    check("refresh", refreshed, 200);
    var last = token.formatted(refreshed.json().path("refresh_token").asText());
    check("logOut", client.post(auth + "/logout", last), 204);
    var forgot = "{\"email\":\"nobody@example.org\"}";
    check("forgotPassword", client.post(auth + "/password/forgot", forgot), 202);
    var reset = "{\"token\":\"wrong\",\"password\":\"%s\"}".formatted(PASSWORD);
    check("resetPassword", client.post(auth + "/password/reset", reset), 403);
    return client.as(setUp.json().path("access_token").asText());
  }

  private void checkOwnAccount(Client owner) {
    var auth = "/api/v1/auth";
    check("getMe", owner.get(auth + "/me"), 200);
    check("changeMe", owner.patch(auth + "/me", "{\"name\":\"Olga\"}"), 200);
    var change = "{\"current\":\"%1$s\",\"password\":\"%1$s, again\"}".formatted(PASSWORD);
    check("changePassword", owner.post(auth + "/password", change), 204);
    check("listSessions", owner.get(auth + "/sessions"), 200);
    check("endSession", owner.delete(auth + "/sessions/" + NOWHERE), 404);
    var proof = "{\"password\":\"%s, again\"}".formatted(PASSWORD);
    var begun = owner.post(auth + "/totp", proof);
    check("beginTotp", begun, 200);
    var code = new AuthenticatorApp(begun.json().path("secret").asText()).code(Instant.now());
    var confirmed = owner.post(auth + "/totp/confirm", "{\"code\":\"" + code + "\"}");
    check("confirmTotp", confirmed, 200);
    check("removeTotp", owner.post(auth + "/totp/remove", proof), 204);
  }

  private void checkKeysAndPeople(Client owner) {
    var key = owner.post("/api/v1/keys", "{\"name\":\"k\",\"scopes\":[\"ask\"]}");
    check("createKey", key, 201);
    check("listKeys", owner.get("/api/v1/keys"), 200);
    var id = key.json().path("key").path("id").asText();
    check("revokeKey", owner.delete("/api/v1/keys/" + id), 204);
    var admin = "/api/v1/admin";
    check("listUsers", owner.get(admin + "/users"), 200);
    check("changeUser", owner.patch(admin + "/users/" + NOWHERE, "{\"role\":\"agent\"}"), 404);
    var wanted = "{\"email\":\"q@example.org\",\"role\":\"agent\"}";
    var invited = owner.post(admin + "/invitations", wanted);
    check("invite", invited, 201);
    var invitation = invited.json().path("invitation").path("id").asText();
    check("withdrawInvitation", owner.delete(admin + "/invitations/" + invitation), 204);
    var workspace = "{\"name\":\"other\",\"owner_email\":\"r@example.org\"}";
    check("createWorkspace", owner.post(admin + "/workspaces", workspace), 201);
    check("getMyUsage", owner.get("/api/v1/usage/me"), 200);
    check("endSessions", owner.delete("/api/v1/auth/sessions"), 204);
  }

  private void checkKnowledge() {
    var uploaded = client.upload("a/b.md", "# Otters\n\nOtters hold hands.\n".getBytes(UTF_8));
    check("uploadDocument", uploaded, 202);
    var id = client.read("a/b.md", "# Otters\n\nOtters hold hands.\n").path("id").asText();
    var path = "/api/v1/knowledge/documents/" + id;
    check("getDocument", client.get(path), 200);
    check("getDocumentContent", client.get(path + "/content"), 200);
    check("listDocuments", client.get("/api/v1/knowledge/documents?limit=1"), 200);
    bases();
    check("search", client.post("/api/v1/knowledge/search", "{\"query\":\"otters\"}"), 200);
    check("addPage", client.post("/api/v1/knowledge/pages", "{\"url\":\"nothing\"}"), 400);
    check("deleteDocument", client.delete("/api/v1/knowledge/documents/" + NOWHERE), 404);
  }

  private void bases() {
    var bases = "/api/v1/knowledge/bases";
    check("listBases", client.get(bases), 200);
    var made = client.post(bases, "{\"name\":\"Rivers and lakes\"}");
    check("createBase", made, 201);
    assertEquals("rivers-and-lakes", made.json().at("/base/slug").asText());
    check("createBase", client.post(bases, "{\"name\":\"Rivers & lakes\"}"), 201);
    check("createBase", client.post(bases, "{\"name\":\"Rivers and lakes!\"}"), 409);
    var path = bases + "/" + made.json().at("/base/id").asText();
    check("getBase", client.get(path), 200);
    check("getBase", client.get(bases + "/" + NOWHERE), 404);
    check("changeBase", client.patch(path, "{\"description\":\"Wet ones\"}"), 200);
    var access = "{\"everybody\":\"none\",\"grants\":[{\"role\":\"member\",\"level\":\"reader\"}]}";
    check("setBaseAccess", client.send("PUT", path + "/access", access), 200);
    var nobody = access.replace("\"role\":\"member\"", "\"user_id\":\"" + NOWHERE + "\"");
    check("setBaseAccess", client.send("PUT", path + "/access", nobody), 400);
    check("deleteBase", client.delete(path), 204);
    check("deleteBase", client.delete(path), 404);
  }

  private void checkChat() {
    check("ask", client.post("/ask", "{\"query\":\"What do otters do?\"}"), 200);
    var created = client.post("/api/v1/chat/conversations", "{}");
    check("createConversation", created, 201);
    var path = "/api/v1/chat/conversations/" + created.json().path("id").asText();
    var posted = client.post(path + "/messages", "{\"text\":\"Do otters hold hands?\"}");
    check("postMessage", posted, 202);
    var turn = "/api/v1/chat/turns/" + posted.json().path("turn").path("id").asText();
    check("cancelTurn", client.post(turn + "/cancel", "{}"), 202);
    var _ = client.events(turn + "/events", 0, Integer.MAX_VALUE);
    check("getTurn", client.get(turn), 200);
    var attached = client.attach(path, "a.gif", Pictures.gif());
    check("uploadAttachment", attached, 201);
    var attachment = path + "/attachments/" + attached.json().path("id").asText();
    check("getAttachment", client.get(attachment), 200);
    var given = client.give(path, "otters.md", "# Otters\n\nThey sleep.\n");
    check("uploadConversationDocument", given, 202);
    check("listConversationDocuments", client.get(path + "/documents"), 200);
    var document = path + "/documents/" + given.json().path("id").asText();
    check("deleteConversationDocument", client.delete(document), 204);
    check("getConversation", client.get(path), 200);
    check("listConversations", client.get("/api/v1/chat/conversations"), 200);
    check("changeConversation", client.patch(path, "{\"title\":\"Otters\"}"), 200);
    checkBranches(path, posted.json().path("message").path("id").asText());
    check("deleteConversation", client.delete("/api/v1/chat/conversations/" + NOWHERE), 404);
  }

  private void checkBranches(String path, String question) {
    var message = path + "/messages/" + question;
    var edited = client.post(message + "/edit", "{\"text\":\"What do otters hold?\"}");
    check("editMessage", edited, 202);
    var turn = "/api/v1/chat/turns/" + edited.json().path("turn").path("id").asText();
    var _ = client.events(turn + "/events", 0, Integer.MAX_VALUE);
    var again = client.send("POST", message + "/regenerate", "");
    check("regenerateAnswer", again, 202);
    var next = again.json().path("turn");
    var stream = "/api/v1/chat/turns/" + next.path("id").asText() + "/events";
    var _ = client.events(stream, 0, Integer.MAX_VALUE);
    checkFeedback(path + "/messages/" + next.path("answer_id").asText() + "/feedback");
    checkSharing(path);
    var chosen = "{\"message_id\":\"" + question + "\"}";
    check("showBranch", client.send("PUT", path + "/branch", chosen), 200);
  }

  private void checkFeedback(String path) {
    var judged = "{\"rating\":\"down\",\"reason\":\"wrong\",\"text\":\"They hold paws.\"}";
    check("putFeedback", client.send("PUT", path, judged), 200);
    check("listFeedback", client.get("/api/v1/admin/feedback?rating=down"), 200);
    check("deleteFeedback", client.delete(path), 204);
  }

  private void checkSharing(String path) {
    checkSettings("{\"version\":0,\"note\":\"n\",\"values\":{\"sharing.public\":true}}");
    var made = client.send("POST", path + "/shares", "");
    check("createShare", made, 201);
    check("listShares", client.get(path + "/shares"), 200);
    var token = made.json().path("token").asText();
    check("readShare", client.get("/api/v1/chat/shared/" + token), 200);
    check("readPublicShare", client.get("/api/v1/shared/" + token), 200);
    var id = made.json().path("share").path("id").asText();
    check("revokeShare", client.delete("/api/v1/chat/shares/" + id), 204);
    var file = client.get(path + "/export");
    check("exportConversation", file, 200);
    check("importConversation", client.post("/api/v1/chat/import", file.body()), 201);
  }

  private void checkSettings(String wish) {
    var path = "/api/v1/admin/settings";
    check("changeSettings", client.patch(path, wish), 200);
    check("getSettings", client.get(path), 200);
    check("listSettingVersions", client.get(path + "/versions?limit=1"), 200);
    check("getSettingVersion", client.get(path + "/versions/1"), 200);
    check("compareSettingVersions", client.get(path + "/comparison?from=0&to=1"), 200);
    var back = path + "/versions/1/restore";
    check("restoreSettings", client.post(back, "{\"version\":1}"), 200);
  }

  private void checkModels() {
    check("listModels", client.get("/v1/models"), 200);
    check("createChatCompletion", client.post("/v1/chat/completions", ASKED), 200);
    var local = "{\"model\":\"bge-small-en-v1.5-int8\",\"input\":\"otters\"}";
    check("createEmbedding", client.post("/v1/embeddings", local), 200);
    var models = "/api/v1/admin/models";
    var wanted = "{\"name\":\"near\",\"kind\":\"openai\",\"base_url\":\"http://127.0.0.1:9/v1\",";
    var key = "\"keys\":[{\"label\":\"first\",\"key\":\"a-key-of-a-provider\"}]}";
    var added = client.post(models + "/providers", wanted + key);
    check("addProvider", added, 201);
    var id = added.json().path("id").asText();
    var provider = models + "/providers/" + id;
    check("testProvider", client.post(provider + "/test", "{\"model\":\"m\"}"), 200);
    var another = "{\"key\":{\"label\":\"second\",\"key\":\"another-key\"}}";
    var changed = client.patch(provider, another);
    check("changeProvider", changed, 200);
    var route = "{\"targets\":[{\"provider_id\":\"%s\",\"model\":\"m\"}]}".formatted(id);
    check("putRoute", client.send("PUT", models + "/routes/far", route), 200);
    check("listProviders", client.get(models), 200);
    check("removeRoute", client.delete(models + "/routes/far"), 204);
    var second = changed.json().path("keys").path(1).path("id").asText();
    check("removeProviderKey", client.delete(provider + "/keys/" + second), 204);
    check("removeProvider", client.delete(provider), 204);
  }

  private void checkAudit() {
    var path = "/api/v1/admin/audit";
    check("verifyAudit", client.post(path + "/verify", "{}"), 200);
    check("listAudit", client.get(path + "?limit=1&action=audit.verified"), 200);
  }

  private void checkPolicies() {
    var path = "/api/v1/admin/policies";
    var wanted =
        """
        {"name":"addresses","definition":{"where":["input","output"],"kinds":["email"],
         "keywords":["k"],"patterns":["x{1,3}"],"action":{"type":"redact","reversible":true}}}
        """;
    var added = client.post(path, wanted);
    check("addPolicy", added, 201);
    var id = added.json().path("id").asText();
    check("listPolicies", client.get(path), 200);
    var tried = "{\"text\":\"a@example.org\",\"where\":\"input\"}";
    check("tryPolicies", client.post(path + "/try", tried), 200);
    check("changePolicy", client.send("PUT", path + "/" + id, wanted), 200);
    check("orderPolicies", client.post(path + "/order", "{\"policies\":[\"" + id + "\"]}"), 200);
    check("removePolicy", client.delete(path + "/" + id), 204);
  }

  private void checkMoney() {
    var admin = "/api/v1/admin";
    check("getUsage", client.get(admin + "/usage?group_by=kind&bucket=hour"), 200);
    var asked = client.post("/ask", "{\"query\":\"What is Parley?\"}");
    var why = client.get(admin + "/usage/calls/" + asked.header("x-request-id"));
    check("explainCall", why, 200);
    check("listPrices", client.get(admin + "/prices?provider=openai"), 200);
    var price =
        """
        {"provider":"openai","model":"m","per_million":{"input":1,"output":2},
         "from":"2026-01-01T00:00:00Z"}
        """;
    check("addPrice", client.post(admin + "/prices", price), 201);
    var wanted = "{\"name\":\"all\",\"subject\":\"workspace\",\"period\":\"day\",\"limit_nano\":5}";
    var budget = client.post(admin + "/budgets", wanted);
    check("createBudget", budget, 201);
    check("listBudgets", client.get(admin + "/budgets"), 200);
    var path = admin + "/budgets/" + budget.json().path("id").asText();
    check("changeBudget", client.patch(path, "{\"limit_nano\":7}"), 200);
    check("getBudget", client.get(path), 200);
    check("deleteBudget", client.delete(path), 204);
    var limit =
        client.post(admin + "/limits", "{\"subject\":\"user\",\"tokens_per_window\":1000000}");
    check("addLimit", limit, 201);
    check("listLimits", client.get(admin + "/limits"), 200);
    var id = limit.json().path("id").asText();
    check("deleteLimit", client.delete(admin + "/limits/" + id), 204);
  }

  private void check(String operation, Reply reply, int status) {
    assertEquals(status, reply.status(), () -> operation + ": " + reply.body());
    var answer =
        reply.body().isEmpty()
            ? ValidatableResponse.create(status)
            : ValidatableResponse.create(status, Buffer.buffer(reply.body()), "application/json");
    var validator = ResponseValidator.create(vertx, contract.openApi());
    var _ = Await.of(validator.validate(answer, operation));
    checked.add(operation);
  }
}
