package dev.parley.identity.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Client;
import dev.parley.Product;
import dev.parley.platform.lifecycle.FreePort;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Signing in with an account from elsewhere, against a real OpenID provider.
@TestMethodOrder(OrderAnnotation.class)
final class OidcIT {
  private static final String PASSWORD = "four words make a password";
  private static final String START = "/api/v1/auth/oidc/start";

  private static String issuer;
  private static Product product;
  private static TestProvider provider;
  private static String base;
  private static String callback;
  private static Client stranger;
  private static Client owner;

  @BeforeAll
  static void start() {
    var port = FreePort.find();
    issuer = "http://127.0.0.1:" + port;
    product =
        Product.guarded(
            "OIDC_ISSUER",
            issuer,
            "OIDC_CLIENT_ID",
            "parley",
            "OIDC_CLIENT_SECRET",
            TestProvider.SECRET,
            "OIDC_NAME",
            "Test ID",
            "OIDC_SCOPES",
            "openid email profile groups",
            "OIDC_ROLE_CLAIM",
            "groups",
            "OIDC_ROLES",
            "parley-admins=admin,staff=agent",
            "OUTBOUND_EXTRA_PORTS",
            Integer.toString(port));
    base = product.url().replace("127.0.0.1", "localhost"); // as PUBLIC_URL is when it is not set
    callback = base + "/api/v1/auth/oidc/callback";
    stranger = new Client(product.url());
    owner = stranger.as(setUp("olga@example.org"));
    assertFailed("provider_unreachable", new Browser().next(URI.create(base + START)));
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
  void theSignInPageOffersIt() {
    var oidc = stranger.get("/api/v1/auth/methods").json().path("oidc");

    assertEquals("Test ID", oidc.path("name").asText());
    assertEquals(START, oidc.path("start").asText());
  }

  @Test
  @Order(2)
  void aStrangerGetsAnAccountAndIsTakenWhereTheyWanted() {
    var browser = new Browser();
    var start = URI.create(base + START + "?return=" + encoded("/c/1?tab=sources"));
    var at = browser.next(start);
    assertEquals("S256", Browser.query(at).get("code_challenge_method"));

    var back = browser.signInAt(at, "nina@example.org", callback);
    var answer = browser.open(back);

    assertEquals(303, answer.statusCode(), answer.body());
    assertEquals("/c/1?tab=sources", answer.headers().firstValue("Location").orElseThrow());
    var cookies = String.join("\n", answer.headers().allValues("Set-Cookie"));
    assertTrue(cookies.contains("rt="), cookies);
    assertTrue(cookies.contains("HttpOnly; SameSite=Strict"), cookies);
    assertFalse(browser.hasCookie("oidc"), "the sign-in is over");
    var me = person(browser);
    assertEquals("nina@example.org", me.path("email").asText());
    assertEquals("nina", me.path("name").asText());
    assertEquals("agent", me.path("role").asText());
  }

  @Test
  @Order(3)
  void whoComesBackIsTheSamePersonEvenUnderAnotherAddress() {
    var before = person(signedIn("nina@example.org"));

    tell("/test/move?name=nina@example.org&to=nora@example.org", "moved");
    var after = person(signedIn("nina@example.org"));

    assertEquals(before.path("id").asText(), after.path("id").asText());
    assertEquals("nina@example.org", after.path("email").asText());
  }

  @Test
  @Order(4)
  void theHighestRoleOfTheGroupsCounts() {
    assertEquals("admin", person(signedIn("admin-ada@example.org")).path("role").asText());
  }

  @Test
  @Order(5)
  void theProviderDecidesTheRoleAtEachSignIn() {
    var id = person(signedIn("nina@example.org")).path("id").asText();
    assertEquals(200, owner.patch("/api/v1/admin/users/" + id, "{\"role\":\"member\"}").status());

    assertEquals("agent", person(signedIn("nina@example.org")).path("role").asText());
  }

  @Test
  @Order(6)
  void theAccountOfAProvenAddressIsLinkedAndNobodyElseComesInWithIt() {
    var mina = register("mina@example.org");
    assertEquals(200, mina.get("/api/v1/auth/me").status());

    assertEquals("mina@example.org", person(signedIn("mina@example.org")).path("email").asText());

    // Registration is open: whoever made the account need not be who owns the address.
    assertEquals(401, mina.get("/api/v1/auth/me").status());
    assertEquals(401, logIn("mina@example.org").status());
  }

  @Test
  @Order(7)
  void anOwnerKeepsRoleAndPassword() {
    assertEquals("owner", person(signedIn("olga@example.org")).path("role").asText());
    assertEquals(200, logIn("olga@example.org").status());
  }

  @Test
  @Order(8)
  void anAddressThatIsNotProvenLinksNothing() {
    var tina = register("tina@example.org");

    assertFailed("email_taken", answerTo("unproven-tina@example.org"));

    assertEquals(200, tina.get("/api/v1/auth/me").status());
  }

  @Test
  @Order(9)
  void whoIsDisabledStaysOut() {
    var id = person(signedIn("dora@example.org")).path("id").asText();
    assertEquals(200, owner.patch("/api/v1/admin/users/" + id, "{\"enabled\":false}").status());

    assertFailed("disabled", answerTo("dora@example.org"));
  }

  @Test
  @Order(10)
  void aWrongStateIsRefused() {
    var browser = new Browser();
    var back = comeBack(browser, "nina@example.org");

    assertFailed("expired", browser.next(Browser.changed(back, "state", "another")));
  }

  @Test
  @Order(11)
  void anotherBrowserCannotFinishASignIn() {
    assertFailed("expired", new Browser().next(comeBack(new Browser(), "nina@example.org")));
  }

  @Test
  @Order(12)
  void aCodeIsGoodOnce() {
    var browser = new Browser();
    var back = comeBack(browser, "nina@example.org");
    var waiting = browser.cookie("oidc");
    assertEquals("/", browser.next(back).getPath());

    var again = browser.openWith(back, waiting);

    assertFailed("provider_refused", location(again.headers().firstValue("Location")));
  }

  @Test
  @Order(13)
  void aTokenOfAnotherSignInIsRefused() {
    var browser = new Browser();
    var at = Browser.changed(browser.next(URI.create(base + START)), "nonce", "another");

    assertFailed(
        "provider_invalid", browser.next(browser.signInAt(at, "nina@example.org", callback)));
  }

  @Test
  @Order(14)
  void aCodeThatSomebodyElseAskedForIsRefused() {
    var browser = new Browser();
    var challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    var at = Browser.changed(browser.next(URI.create(base + START)), "code_challenge", challenge);

    assertFailed(
        "provider_refused", browser.next(browser.signInAt(at, "nina@example.org", callback)));
  }

  @Test
  @Order(15)
  void anAnswerOfAnotherIssuerIsRefused() {
    var browser = new Browser();
    var back = comeBack(browser, "nina@example.org");

    assertFailed(
        "provider_invalid", browser.next(Browser.changed(back, "iss", "https://evil.example")));
  }

  @Test
  @Order(16)
  void whoSaysNoIsSentBack() {
    var browser = new Browser();
    var state = Browser.query(browser.next(URI.create(base + START))).get("state");

    var back = URI.create(callback + "?error=access_denied&state=" + state);

    assertFailed("cancelled", browser.next(back));
  }

  @Test
  @Order(17)
  void noReturnLeadsToAnotherSite() {
    for (var place : new String[] {"//evil.example", "https://evil.example", "evil.example"}) {
      var browser = new Browser();
      var at = browser.next(URI.create(base + START + "?return=" + encoded(place)));
      var back = browser.signInAt(at, "nina@example.org", callback);

      assertEquals(base + "/", browser.next(back).toString(), place);
    }
  }

  @Test
  @Order(18)
  void aNewKeyOfTheProviderIsFetched() {
    tell("/test/rotate", "rotated");

    assertEquals("nina@example.org", person(signedIn("nina@example.org")).path("email").asText());
  }

  @Test
  @Order(19)
  void theAuditLogHasItAll() {
    var events = owner.get("/api/v1/admin/audit?limit=200").body();

    for (var action :
        new String[] {"user.registered", "user.linked", "user.signed_in", "user.role_changed"}) {
      assertTrue(events.contains(action), action);
    }
    assertTrue(owner.post("/api/v1/admin/audit/verify", "{}").json().path("ok").asBoolean());
  }

  @Test
  @Order(20)
  void aProviderThatIsDownIsSaid() {
    var browser = new Browser();
    var back = comeBack(browser, "nina@example.org");
    provider.close();

    var sentTo = browser.next(back);

    assertFailed("provider_unreachable", sentTo);
  }

  /// Changes something at the provider.
  private static void tell(String path, String answer) {
    assertEquals(answer, new Browser().open(URI.create(issuer + path)).body());
  }

  private static URI comeBack(Browser browser, String name) {
    return browser.signInAt(browser.next(URI.create(base + START)), name, callback);
  }

  /// Where somebody ends who signs in at the provider.
  private static URI answerTo(String name) {
    var browser = new Browser();
    return browser.next(comeBack(browser, name));
  }

  private static Browser signedIn(String name) {
    var browser = new Browser();
    var end = browser.next(comeBack(browser, name));
    assertEquals(base + "/", end.toString());
    return browser;
  }

  /// Who is signed in, as the pages find out: with the cookie.
  private static JsonNode person(Browser browser) {
    var reply =
        stranger.post("/api/v1/auth/refresh", "{}", "Cookie", browser.cookie("rt"), "X-CSRF", "1");
    assertEquals(200, reply.status(), reply.body());
    return reply.json().path("user");
  }

  private static void assertFailed(String code, URI sentTo) {
    assertEquals("/sign-in", sentTo.getPath(), sentTo.toString());
    assertEquals("oidc_error=" + code, sentTo.getFragment());
  }

  private static URI location(Optional<String> header) {
    return URI.create(base).resolve(header.orElseThrow());
  }

  private static String setUp(String email) {
    return stranger
        .post(
            "/api/v1/setup",
            """
            {"token":"%s","workspace_name":"Otters","owner_name":"Olga","owner_email":"%s",
             "owner_password":"%s"}
            """
                .formatted(product.setupToken(), email, PASSWORD))
        .json()
        .path("access_token")
        .asText();
  }

  private static Client register(String email) {
    var reply =
        stranger.post(
            "/api/v1/auth/register",
            "{\"email\":\"%s\",\"name\":\"Somebody\",\"password\":\"%s\"}"
                .formatted(email, PASSWORD));
    assertEquals(201, reply.status(), reply.body());
    return stranger.as(reply.json().path("access_token").asText());
  }

  private static Client.Reply logIn(String email) {
    return stranger.post(
        "/api/v1/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
