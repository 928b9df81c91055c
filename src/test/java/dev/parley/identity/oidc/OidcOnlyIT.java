package dev.parley.identity.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Client;
import dev.parley.Product;
import dev.parley.platform.lifecycle.FreePort;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Where accounts come from elsewhere only, and only to those who were invited.
@TestMethodOrder(OrderAnnotation.class)
final class OidcOnlyIT {
  private static final String PASSWORD = "four words make a password";

  private static Product product;
  private static TestProvider provider;
  private static String base;
  private static String callback;
  private static Client stranger;
  private static Client owner;

  @BeforeAll
  static void start() {
    var port = FreePort.find();
    product =
        Product.guarded(
            "OIDC_ISSUER",
            "http://127.0.0.1:" + port,
            "OIDC_CLIENT_ID",
            "parley",
            "OIDC_CLIENT_SECRET",
            TestProvider.SECRET,
            "OIDC_REGISTER",
            "false",
            "PASSWORD_SIGN_IN",
            "false",
            "OUTBOUND_EXTRA_PORTS",
            Integer.toString(port));
    base = product.url().replace("127.0.0.1", "localhost");
    callback = base + "/api/v1/auth/oidc/callback";
    stranger = new Client(product.url());
    owner = stranger.as(setUp());
    provider = TestProvider.start(port, callback);
  }

  @AfterAll
  static void stop() {
    if (provider != null) {
      provider.close();
    }
    product.close();
  }

  @Test
  @Order(1)
  void passwordsAreNoWayIn() {
    assertFalse(stranger.get("/api/v1/auth/methods").json().path("password").asBoolean(true));
    for (var path : new String[] {"login", "register"}) {
      var reply =
          stranger.post(
              "/api/v1/auth/" + path,
              "{\"email\":\"olga@example.org\",%s\"password\":\"%s\"}"
                  .formatted(path.equals("register") ? "\"name\":\"Olga\"," : "", PASSWORD));
      assertEquals(403, reply.status(), reply.body());
      assertEquals("passwords_off", reply.json().path("code").asText());
    }
  }

  @Test
  @Order(2)
  void whoWasNotInvitedStaysOut() {
    assertFailed("no_account", signIn("stranger@example.org"));
    assertFalse(people().toString().contains("stranger@example.org"));
  }

  @Test
  @Order(3)
  void anInvitationToAnAddressThatIsNotProvenIsNotTaken() {
    var _ = invite("tina@example.org", "admin");

    assertFailed("no_account", signIn("unproven-tina@example.org"));

    assertTrue(people().path("invitations").toString().contains("tina@example.org"));
  }

  @Test
  @Order(4)
  void whoWasInvitedTakesTheInvitationWithItsRole() {
    var _ = invite("Nina@Example.org", "agent");

    assertEquals(base + "/", signIn("nina@example.org").toString());

    var nina = person("nina@example.org");
    assertEquals("agent", nina.path("role").asText(), nina::toString);
    assertFalse(people().path("invitations").toString().contains("Nina@Example.org"));
    var id = nina.path("id").asText();
    var events = owner.get("/api/v1/admin/audit?limit=50").json().path("events");
    var registered = "";
    for (var event : events) {
      if (event.path("action").asText().equals("user.registered")
          && event.toString().contains(id)) {
        registered = event.toString();
      }
    }
    assertTrue(registered.contains("\"invitation\""), events::toString);
    assertTrue(registered.contains("AGENT"), registered);
  }

  @Test
  @Order(5)
  void whoComesBackKeepsTheRoleThatTheyHaveNow() {
    var id = person("nina@example.org").path("id").asText();
    assertEquals(200, owner.patch("/api/v1/admin/users/" + id, "{\"role\":\"member\"}").status());

    assertEquals(base + "/", signIn("nina@example.org").toString());

    assertEquals("member", person("nina@example.org").path("role").asText());
  }

  @Test
  @Order(6)
  void anInvitationThatWasWithdrawnIsNotTaken() {
    var id = invite("vera@example.org", "agent");
    assertEquals(204, owner.delete("/api/v1/admin/invitations/" + id).status());

    assertFailed("no_account", signIn("vera@example.org"));
  }

  private static String invite(String email, String role) {
    var body = "{\"email\":\"%s\",\"role\":\"%s\"}".formatted(email, role);
    var reply = owner.post("/api/v1/admin/invitations", body);
    assertEquals(201, reply.status(), reply.body());
    return reply.json().path("invitation").path("id").asText();
  }

  private static URI signIn(String name) {
    var browser = new Browser();
    var at = browser.next(URI.create(base + "/api/v1/auth/oidc/start"));
    return browser.next(browser.signInAt(at, name, callback));
  }

  private static JsonNode people() {
    return owner.get("/api/v1/admin/users").json();
  }

  private static JsonNode person(String email) {
    for (var one : people().path("users")) {
      if (one.path("email").asText().equals(email)) {
        return one;
      }
    }
    throw new AssertionError(email + " has no account");
  }

  private static void assertFailed(String code, URI sentTo) {
    assertEquals("/sign-in", sentTo.getPath(), sentTo.toString());
    assertEquals("oidc_error=" + code, sentTo.getFragment());
  }

  private static String setUp() {
    return stranger
        .post(
            "/api/v1/setup",
            """
            {"token":"%s","workspace_name":"Otters","owner_name":"Olga",
             "owner_email":"olga@example.org","owner_password":"%s"}
            """
                .formatted(product.setupToken(), PASSWORD))
        .json()
        .path("access_token")
        .asText();
  }
}
