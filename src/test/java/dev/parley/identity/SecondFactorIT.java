package dev.parley.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Client;
import dev.parley.Client.Reply;
import dev.parley.Product;
import dev.parley.testkit.AuthenticatorApp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// Signing in with an authenticator app, and the day the phone is lost.
final class SecondFactorIT {
  private static final String PASSWORD = "four words make a password";
  private static final Duration STEP = Duration.ofSeconds(30);

  private static Product product;
  private static Client stranger;
  private static Client owner;

  private String email = "";
  private Client person;

  @BeforeAll
  static void start() {
    product = Product.guarded("TRUSTED_PROXIES", "127.0.0.0/8");
    stranger = new Client(product.url());
    var made =
        stranger.post(
            "/api/v1/setup",
            """
            {"token":"%s","workspace_name":"Otters","owner_name":"Olga",
             "owner_email":"olga@example.org","owner_password":"%s"}
            """
                .formatted(product.setupToken(), PASSWORD));
    owner = stranger.as(made.json().path("access_token").asText());
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @BeforeEach
  void register(TestInfo test) {
    email = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT) + "@example.org";
    var made =
        stranger.post(
            "/api/v1/auth/register",
            "{\"email\":\"%s\",\"name\":\"Mina\",\"password\":\"%s\"}".formatted(email, PASSWORD));
    person = stranger.as(made.json().path("access_token").asText());
  }

  @Test
  void afterTheSetUpThePasswordAloneIsNotEnough() {
    var app = new AuthenticatorApp(begin().json().path("secret").asText());
    assertEquals(200, logIn("").status(), "nothing changes before a code is confirmed");

    var now = Instant.now();
    var confirmed = confirm(app.code(now));

    assertEquals(200, confirmed.status(), confirmed.body());
    assertEquals(10, confirmed.json().path("recovery_codes").size());
    assertEquals("code_required", code(logIn("")));
    assertEquals("invalid_code", code(logIn(app.code(now))), "each code is good once");
    assertEquals("invalid_code", code(logIn(app.code(now.minus(STEP)))), "nor is an older one");
    assertEquals(200, logIn(app.code(now.plus(STEP))).status());
    assertEquals("invalid_code", code(logIn(app.code(now.plus(STEP)))));
  }

  @Test
  void aRecoveryCodeIsGoodOnce() {
    var app = new AuthenticatorApp(begin().json().path("secret").asText());
    var codes = confirm(app.code(Instant.now())).json().path("recovery_codes");
    var first = codes.get(0).asText();

    assertEquals(200, logIn(first).status());
    assertEquals("invalid_code", code(logIn(first)));
    assertEquals(200, logIn(codes.get(1).asText()).status());
    var log = owner.get("/api/v1/admin/audit?limit=200").body();
    assertTrue(log.contains("recovery.code_used"), log);
    assertFalse(log.contains(first), "the log does not hold the code");
  }

  @Test
  void wrongCodesDoNotSetUpAndTheFactorIsRemovedWithThePassword() {
    var app = new AuthenticatorApp(begin().json().path("secret").asText());
    var wrong = app.code(Instant.now().plus(STEP.multipliedBy(50)));

    var refused = confirm(wrong);
    assertEquals(400, refused.status(), "who asks is known all the same");
    assertEquals("/code", refused.json().path("errors").path(0).path("pointer").asText());
    assertEquals(200, logIn("").status());
    assertEquals(200, confirm(app.code(Instant.now())).status());

    assertEquals(400, remove("not the password").status());
    assertEquals("code_required", code(logIn("")));
    var removed = remove(PASSWORD);
    assertEquals(204, removed.status(), removed.body());
    assertEquals(200, logIn("").status());
  }

  @Test
  void codesCannotBeGuessed() {
    var app = new AuthenticatorApp(begin().json().path("secret").asText());
    var now = Instant.now();
    var _ = confirm(app.code(now));

    var last = logIn("");
    for (var tries = 0; tries < 12 && last.status() != 429; tries++) {
      last = logIn(app.code(now.plus(STEP.multipliedBy(100 + tries))));
    }

    assertEquals("too_many_tries", code(last));
  }

  private Reply begin() {
    return person.post("/api/v1/auth/totp", "{\"password\":\"" + PASSWORD + "\"}");
  }

  private Reply confirm(String code) {
    return person.post("/api/v1/auth/totp/confirm", "{\"code\":\"" + code + "\"}");
  }

  private Reply remove(String password) {
    return person.post("/api/v1/auth/totp/remove", "{\"password\":\"" + password + "\"}");
  }

  /// From an address of each test's own, since tries are counted for addresses too.
  private Reply logIn(String code) {
    return stranger.post(
        "/api/v1/auth/login",
        "{\"email\":\"%s\",\"password\":\"%s\"%s}"
            .formatted(email, PASSWORD, code.isEmpty() ? "" : ",\"code\":\"" + code + "\""),
        "X-Forwarded-For",
        "192.0.2." + email.length());
  }

  private static String code(Reply reply) {
    return reply.json().path("code").asText();
  }
}
