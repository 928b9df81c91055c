package dev.parley.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Client;
import dev.parley.Client.Reply;
import dev.parley.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Signing in as people do it, against the whole product.
@TestMethodOrder(OrderAnnotation.class)
final class SignInIT {
  private static final String PASSWORD = "four words make a password";
  private static final String OTHER_PASSWORD = "another four words for it";

  private static Product product;
  private static Client stranger;
  private static Client owner;

  @BeforeAll
  static void start() {
    product = Product.guarded();
    stranger = new Client(product.url());
    owner = stranger; // until there is one
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  @Order(1)
  void theSetUpLinkMakesTheOwnerOnce() {
    assertTrue(methods().path("setup_needed").asBoolean());

    var made = setUp("olga@example.org");
    assertEquals(201, made.status(), made.body());
    owner = stranger.as(made.json().path("access_token").asText());

    assertEquals("owner", owner.get("/api/v1/auth/me").json().path("role").asText());
    assertEquals("link_gone", setUp("oscar@example.org").json().path("code").asText());
    assertFalse(methods().path("setup_needed").asBoolean());
  }

  @Test
  @Order(2)
  void aMemberRegistersSignsInAndOut() {
    var registered = register("mina@example.org");
    assertEquals(201, registered.status(), registered.body());
    assertEquals("member", registered.json().path("user").path("role").asText());
    assertEquals("email_taken", register("MINA@example.org").json().path("code").asText());

    var in = logIn("Mina@Example.org", PASSWORD);
    assertEquals(200, in.status(), in.body());
    var mina = stranger.as(in.json().path("access_token").asText());
    assertEquals("mina@example.org", mina.get("/api/v1/auth/me").json().path("email").asText());
    assertTrue(in.header("Set-Cookie").contains("HttpOnly; SameSite=Strict"));

    var cookie = in.header("Set-Cookie").split(";", 2)[0];
    var out = stranger.post("/api/v1/auth/logout", "{}", "Cookie", cookie, "X-CSRF", "1");
    assertEquals(204, out.status(), out.body());
    assertEquals(401, mina.get("/api/v1/auth/me").status());
  }

  @Test
  @Order(3)
  void wrongPasswordAndUnknownAddressLookTheSame() {
    var wrong = logIn("mina@example.org", "not her password");
    var unknown = logIn("nobody@example.org", "not her password");

    assertEquals(401, wrong.status());
    assertEquals(wrong.json().path("detail").asText(), unknown.json().path("detail").asText());
    assertEquals(wrong.json().path("code").asText(), unknown.json().path("code").asText());
  }

  @Test
  @Order(4)
  void weakPasswordsAreRefusedAtTheirField() {
    var reply =
        stranger.post(
            "/api/v1/auth/register",
            "{\"email\":\"weak@example.org\",\"name\":\"Weak\",\"password\":\"password123\"}");

    assertEquals(400, reply.status());
    assertEquals("/password", reply.json().path("errors").path(0).path("pointer").asText());
  }

  @Test
  @Order(5)
  void aRefreshTokenIsGoodOnceAndItsReuseEndsTheSession() {
    var first = logInForTokens("mina@example.org");
    var second = refresh(first);
    assertEquals(200, second.status(), second.body());
    var token = second.json().path("refresh_token").asText();
    assertNotEquals(first, token);

    // Two tabs at the same time: the same successor.
    assertEquals(token, refresh(first).json().path("refresh_token").asText());

    var third = refresh(token);
    assertEquals(200, third.status());
    assertEquals("refresh_superseded", refresh(first).json().path("code").asText());
  }

  @Test
  @Order(6)
  void theCookieIsTakenFromOwnPagesOnly() {
    var in = logIn("mina@example.org", PASSWORD);
    var cookie = in.header("Set-Cookie").split(";", 2)[0];

    var without = stranger.post("/api/v1/auth/refresh", "{}", "Cookie", cookie);
    var foreign =
        stranger.post(
            "/api/v1/auth/refresh",
            "{}",
            "Cookie",
            cookie,
            "X-CSRF",
            "1",
            "Sec-Fetch-Site",
            "cross-site");
    var own = stranger.post("/api/v1/auth/refresh", "{}", "Cookie", cookie, "X-CSRF", "1");

    assertEquals(403, without.status());
    assertEquals(403, foreign.status());
    assertEquals(200, own.status(), own.body());
  }

  @Test
  @Order(7)
  void aNewPasswordEndsTheOtherSessions() {
    var one = clientOf(logIn("mina@example.org", PASSWORD));
    var two = clientOf(logIn("mina@example.org", PASSWORD));

    var wrong = one.post("/api/v1/auth/password", change("wrong", OTHER_PASSWORD));
    var changed = one.post("/api/v1/auth/password", change(PASSWORD, OTHER_PASSWORD));

    assertEquals("/current", wrong.json().path("errors").path(0).path("pointer").asText());
    assertEquals(204, changed.status(), changed.body());
    assertEquals(200, one.get("/api/v1/auth/me").status());
    assertEquals(401, two.get("/api/v1/auth/me").status());
    assertEquals(204, one.post("/api/v1/auth/password", change(OTHER_PASSWORD, PASSWORD)).status());
  }

  @Test
  @Order(8)
  void aKeyMayWhatItsScopesSayAndNothingOnceItIsRevoked() {
    var mina = clientOf(logIn("mina@example.org", PASSWORD));
    var made = mina.post("/api/v1/keys", "{\"name\":\"Build\",\"scopes\":[\"ask\"]}");
    assertEquals(201, made.status(), made.body());
    var key = stranger.as(made.json().path("text").asText());

    assertEquals(200, key.post("/ask", "{\"query\":\"How do I add my documents?\"}").status());
    assertEquals(403, key.get("/api/v1/knowledge/documents").status());
    assertEquals(403, key.get("/api/v1/keys").status());

    var id = made.json().path("key").path("id").asText();
    assertEquals(204, mina.delete("/api/v1/keys/" + id).status());
    assertEquals(401, key.post("/ask", "{\"query\":\"Hello?\"}").status());
  }

  @Test
  @Order(9)
  void aPublishableKeyIsGoodOnItsSitesOnly() {
    var made =
        owner.post(
            "/api/v1/keys",
            "{\"name\":\"Site\",\"kind\":\"publishable\",\"origins\":[\"https://example.org\"]}");
    assertEquals(201, made.status(), made.body());
    var key = stranger.as(made.json().path("text").asText());
    var question = "{\"query\":\"How do I add my documents?\"}";

    var here = key.post("/ask", question, "Origin", "https://example.org");
    var elsewhere = key.post("/ask", question, "Origin", "https://evil.example");

    assertEquals(200, here.status(), here.body());
    assertEquals("https://example.org", here.header("Access-Control-Allow-Origin"));
    assertEquals(401, elsewhere.status());
    assertEquals(401, key.post("/ask", question).status());
  }

  @Test
  @Order(10)
  void anInvitedAgentComesInWithTheirRole() {
    var invited =
        owner.post(
            "/api/v1/admin/invitations", "{\"email\":\"ada@example.org\",\"role\":\"agent\"}");
    assertEquals(201, invited.status(), invited.body());
    var link = invited.json().path("link").asText();
    var token = link.substring(link.indexOf('#') + 1);

    var other = registerWith("eve@example.org", token);
    var ada = registerWith("ada@example.org", token);

    assertEquals("link_gone", other.json().path("code").asText());
    assertEquals("agent", ada.json().path("user").path("role").asText());
    assertEquals("link_gone", registerWith("ada@example.org", token).json().path("code").asText());
  }

  @Test
  @Order(11)
  void whoIsDisabledIsOutAtOnce() {
    var ada = clientOf(logIn("ada@example.org", PASSWORD));
    var id = ada.get("/api/v1/auth/me").json().path("id").asText();

    var disabled = owner.patch("/api/v1/admin/users/" + id, "{\"enabled\":false}");

    assertEquals(200, disabled.status(), disabled.body());
    assertEquals(401, ada.get("/api/v1/auth/me").status());
    assertEquals(
        "invalid_credentials", logIn("ada@example.org", PASSWORD).json().path("code").asText());
  }

  @Test
  @Order(12)
  void aWorkspaceKeepsAnOwner() {
    var id = owner.get("/api/v1/auth/me").json().path("id").asText();

    var reply = owner.patch("/api/v1/admin/users/" + id, "{\"role\":\"member\"}");

    assertEquals("last_owner", reply.json().path("code").asText());
  }

  @Test
  @Order(13)
  void theAuditLogHasItAll() {
    var events = owner.get("/api/v1/admin/audit?limit=200").body();

    for (var action :
        new String[] {
          "workspace.set_up", "user.registered", "user.signed_in", "user.sign_in_failed",
          "user.signed_out", "password.changed", "key.created", "key.revoked",
          "invitation.made", "user.disabled"
        }) {
      assertTrue(events.contains(action), action);
    }
    assertTrue(owner.post("/api/v1/admin/audit/verify", "{}").json().path("ok").asBoolean());
  }

  @Test
  @Order(14)
  void guessingIsSlowedDown() {
    var last = logIn("mina@example.org", PASSWORD);
    for (var tries = 0; tries < 12 && last.status() != 429; tries++) {
      last = logIn("mina@example.org", "guess number " + tries);
    }

    assertEquals(429, last.status());
    assertEquals("too_many_tries", last.json().path("code").asText());
    assertTrue(Integer.parseInt(last.header("Retry-After")) >= 1);
  }

  private static JsonNode methods() {
    return stranger.get("/api/v1/auth/methods").json();
  }

  private static Reply setUp(String email) {
    return stranger.post(
        "/api/v1/setup",
        """
        {"token":"%s","workspace_name":"Otters","owner_name":"Olga","owner_email":"%s",
         "owner_password":"%s"}
        """
            .formatted(product.setupToken(), email, PASSWORD));
  }

  private static Reply register(String email) {
    return stranger.post(
        "/api/v1/auth/register",
        "{\"email\":\"%s\",\"name\":\"Somebody\",\"password\":\"%s\"}".formatted(email, PASSWORD));
  }

  private static Reply registerWith(String email, String invitation) {
    return stranger.post(
        "/api/v1/auth/register",
        "{\"email\":\"%s\",\"name\":\"Somebody\",\"password\":\"%s\",\"invitation\":\"%s\"}"
            .formatted(email, PASSWORD, invitation));
  }

  private static Reply logIn(String email, String password, String... headers) {
    return stranger.post(
        "/api/v1/auth/login",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password),
        headers);
  }

  private static String logInForTokens(String email) {
    var reply = logIn(email, PASSWORD, "X-Refresh-Token", "body");
    assertEquals(200, reply.status(), reply.body());
    return reply.json().path("refresh_token").asText();
  }

  private static Reply refresh(String token) {
    return stranger.post("/api/v1/auth/refresh", "{\"refresh_token\":\"%s\"}".formatted(token));
  }

  private static Client clientOf(Reply signedIn) {
    assertEquals(200, signedIn.status(), signedIn.body());
    return stranger.as(signedIn.json().path("access_token").asText());
  }

  private static String change(String current, String password) {
    return "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(current, password);
  }
}
