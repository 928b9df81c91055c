package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Client.Reply;
import dev.parley.testkit.AuthenticatorApp;
import dev.parley.testkit.FakeProvider;
import dev.parley.testkit.MailFixture;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.Script;
import dev.parley.testkit.SqlScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Uses the product with some forty secrets of every kind and then looks for them in all that it
/// prints, measures, answers to what is wrong, exports, and shows of its threads.
final class SecretsCanaryIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.empty();
  @TempDir static Path folder;

  private static final int LEAST = 40;
  private static final String OWNER = "olga@example.org";
  private static final String MINA = "mina@example.org";
  private static final String ADA = "ada@example.org";

  private static final Canaries CANARIES = new Canaries();
  private static final List<String> PROBLEMS = new ArrayList<>();

  private static MailFixture mail;
  private static FakeProvider provider;
  private static ProductProcess product;
  private static Client stranger;

  @BeforeAll
  static void start() throws IOException {
    mail = MailFixture.start("parley", plant("password of the mail server", "mail-canary-7c1d9"));
    provider = FakeProvider.start(POSTGRES.vertx(), 0, SecretsCanaryIT::answer);
    roles();
    product = new ProductProcess(folder, settings());
    stranger = new Client(product.url());
  }

  @AfterAll
  static void stop() {
    try {
      product.close();
    } finally {
      provider.close();
      mail.close();
      administrate(
          """
          ALTER DATABASE %s OWNER TO CURRENT_USER;
          REASSIGN OWNED BY canary_owner TO CURRENT_USER;
          DROP OWNED BY canary_owner, canary_app;
          DROP ROLE canary_owner, canary_app
          """);
    }
  }

  @Test
  void noSecretStandsWhereItDoesNotBelong() throws IOException {
    var owner = becomeOwner();
    var mina = comeAndGo();
    invite(owner);
    forget();
    secondFactor(mina);
    keys(mina);
    talk(mina);
    provoke(mina);
    breakTheDatabase(mina);

    var places = new HashMap<String, String>();
    places.put("audit export", owner.get("/api/v1/admin/audit/export").body());
    places.put("metrics", new Client(product.metricsUrl()).get("/metrics").body());
    places.put("problems", String.join("\n", PROBLEMS));
    places.put("threads", product.diagnose("Thread.print"));
    places.put("command line", product.diagnose("VM.command_line"));
    places.put("properties", product.diagnose("VM.system_properties"));
    places.put("output", product.output());

    assertTrue(CANARIES.count() >= LEAST, () -> CANARIES.count() + " are too few");
    places.forEach((name, text) -> assertTrue(text.length() > 200, () -> name + ": " + text));
    assertTrue(places.get("output").contains("a statement is wrong"));
    var found = new ArrayList<String>();
    places.forEach((name, text) ->
        text.lines()
            .filter(line -> !CANARIES.in(line).isEmpty())
            .forEach(line -> found.add(CANARIES.in(line) + " in " + name + ": " + line)));
    assertEquals(List.of(), found);
    System.out.printf(
        "%d secrets, %d problems provoked, found nowhere in %s%n",
        CANARIES.count(), PROBLEMS.size(), sizes(places));
  }

  private static Map<String, String> sizes(Map<String, String> places) {
    var sizes = new HashMap<String, String>();
    places.forEach((name, text) -> sizes.put(name, text.length() + " characters"));
    return sizes;
  }

  private static Client becomeOwner() {
    var token = plant("set-up token", product.setupToken());
    var password = plant("password of the owner", "an owner canary of some words");
    var made =
        good(
            stranger.post(
                "/api/v1/setup",
                """
                {"token":"%s","workspace_name":"Otters","owner_name":"Olga","owner_email":"%s",
                 "owner_password":"%s"}
                """
                    .formatted(token, OWNER, password)));
    bad(stranger.post("/api/v1/setup", made.body()));
    return stranger.as(plant("access token of the owner", text(made, "access_token")));
  }

  /// Registers, signs in wrongly and rightly, renews, changes the password.
  private static Client comeAndGo() {
    var password = plant("first password", "first canary of a member");
    var _ = good(stranger.post("/api/v1/auth/register", person(MINA, password, "")));
    bad(stranger.post("/api/v1/auth/register", person(MINA, password, "")));
    bad(logIn(MINA, plant("wrong password", "wrong canary of a member"), ""));
    bad(logIn("nobody@example.org", plant("password of nobody", "nobody's canary here"), ""));
    var in = good(logIn(MINA, password, ""));
    var mina = stranger.as(plant("access token", text(in, "access_token")));
    var first = plant("first refresh token", text(in, "refresh_token"));
    var renewed = good(refresh(first));
    var second = plant("second refresh token", text(renewed, "refresh_token"));
    var _ = plant("renewed access token", text(renewed, "access_token"));
    var _ = plant("third refresh token", text(good(refresh(second)), "refresh_token"));
    bad(refresh(first));
    bad(refresh(plant("refresh token of nobody", "rt_nobody-canary-000000000000000000000000")));
    var next = plant("second password", "second canary of a member");
    bad(mina.post("/api/v1/auth/password", change(next, password)));
    var _ = good(mina.post("/api/v1/auth/password", change(password, next)));
    return mina;
  }

  private static void invite(Client owner) {
    var _ =
        good(
            owner.post(
                "/api/v1/admin/invitations", "{\"email\":\"" + ADA + "\",\"role\":\"agent\"}"));
    var token = plant("invitation token", mail.token(ADA, 1));
    var password = plant("password of a guest", "guest canary of some words");
    bad(stranger.post("/api/v1/auth/register", person("eve@example.org", password, token)));
    var _ = good(stranger.post("/api/v1/auth/register", person(ADA, password, token)));
    bad(stranger.post("/api/v1/auth/register", person(ADA, password, token)));
  }

  private static void forget() {
    var _ = good(stranger.post("/api/v1/auth/password/forgot", "{\"email\":\"" + ADA + "\"}"));
    var token = plant("reset token", mail.token(ADA, 2));
    var password = plant("password after the reset", "reset canary of some words");
    bad(stranger.post("/api/v1/auth/password/reset", reset(token, "password")));
    var _ = good(stranger.post("/api/v1/auth/password/reset", reset(token, password)));
    bad(stranger.post("/api/v1/auth/password/reset", reset(token, password)));
  }

  private static void secondFactor(Client mina) {
    var password = "second canary of a member";
    var begun = good(mina.post("/api/v1/auth/totp", "{\"password\":\"%s\"}".formatted(password)));
    var seed = plant("seed of an authenticator app", text(begun, "secret"));
    var code =
        "{\"code\":\"%s\"}"
            .formatted(new AuthenticatorApp(seed).code(InstantSource.system().instant()));
    bad(mina.post("/api/v1/auth/totp/confirm", "{\"code\":\"" + seed + "\"}"));
    var codes = good(mina.post("/api/v1/auth/totp/confirm", code)).json().path("recovery_codes");
    for (var i = 0; i < codes.size(); i++) {
      var _ = plant("recovery code " + i, codes.path(i).asText());
    }
    bad(logIn(MINA, password, ""));
    bad(logIn(MINA, password, plant("wrong recovery code", "aaaaa-bbbbb")));
    var in = good(logIn(MINA, password, codes.path(0).asText()));
    var _ = plant("access token by recovery", text(in, "access_token"));
    var _ = plant("refresh token by recovery", text(in, "refresh_token"));
    bad(logIn(MINA, password, codes.path(0).asText()));
  }

  private static void keys(Client mina) {
    var made = good(mina.post("/api/v1/keys", "{\"name\":\"Build\",\"scopes\":[\"ask\"]}"));
    var key = plant("API key", text(made, "text"));
    var other = good(mina.post("/api/v1/keys", "{\"name\":\"Other\",\"scopes\":[\"ask\"]}"));
    var revoked = plant("revoked API key", text(other, "text"));
    var id = other.json().path("key").path("id").asText();
    var _ = good(mina.delete("/api/v1/keys/" + id));
    bad(stranger.as(revoked).post("/ask", "{\"query\":\"Hello?\"}"));
    bad(stranger.as(key).get("/api/v1/keys"));
    bad(stranger.as(key + "x").get("/api/v1/keys"));
    var _ = good(ask(stranger.as(key), plant("question", "Where does the canary of Ada sing?")));
  }

  private static void talk(Client mina) {
    var title = plant("title", "A title about the canary of Mina");
    var made = good(mina.post("/api/v1/chat/conversations", "{\"title\":\"" + title + "\"}"));
    var path = "/api/v1/chat/conversations/" + made.json().path("id").asText();
    var words = plant("message", "My salary is a canary of 12345 euros");
    var posted = good(mina.post(path + "/messages", "{\"text\":\"" + words + "\"}"));
    var turn = "/api/v1/chat/turns/" + posted.json().at("/turn/id").asText();
    var _ = mina.events(turn + "/events", 0, Integer.MAX_VALUE);
    bad(mina.post(turn + "/cancelled", "{}"));
    var _ =
        good(mina.get("/api/v1/chat/conversations?q=" + plant("words looked for", "salarycanary")));
    var looked = plant("search", "a passage about the canary of Olga");
    var _ = good(mina.post("/api/v1/knowledge/search", "{\"query\":\"" + looked + "\"}"));
    // The provider refuses, and repeats the key in its words.
    provider.then(
        Script.refusal(
            401, "{\"error\":{\"message\":\"Incorrect API key: provider-canary-41af77\"}}"));
    bad(ask(mina, plant("question in vain", "Does the canary sing in vain?")));
    provider.then(Script.refusal(400, "{\"error\":{\"message\":\"bad: provider-canary-41af77\"}}"));
    bad(ask(mina, plant("question refused", "Is the canary refused an answer?")));
  }

  /// Secrets where nobody expects them.
  private static void provoke(Client mina) {
    var word = plant("misplaced password", "misplaced canary of somebody");
    for (var body :
        List.of(
            "{\"email\":\"x@example.org\",\"password\":[\"%s\"]}",
            "{\"email\":\"%s\",\"password\":1}",
            "{\"email\":\"x@example.org\",\"password\":\"a\",\"%s\":1}",
            "{\"email\":\"x@example.org\",\"password\":\"%s",
            "%s",
            "[\"%s\"]")) {
      bad(stranger.post("/api/v1/auth/login", body.formatted(word)));
      bad(stranger.post("/api/v1/auth/register", body.formatted(word)));
      bad(stranger.post("/api/v1/auth/password/reset", body.formatted(word)));
      bad(mina.post("/api/v1/auth/password", body.formatted(word)));
    }
    bad(mina.post("/ask", "{\"query\":{\"text\":\"" + word + "\"}}"));
    bad(mina.post("/api/v1/keys", "{\"name\":\"x\",\"scopes\":[\"" + word + "\"]}"));
    bad(mina.post("/api/v1/keys", "{\"name\":\"x\",\"kind\":\"" + word + "\"}"));
    bad(mina.get("/api/v1/chat/conversations?limit=misplaced%20canary%20of%20somebody"));
    bad(
        stranger
            .as(plant("forged token", "eyJhbGciOiJub25lIn0.canary.canary"))
            .get("/api/v1/keys"));
    bad(
        stranger.send(
            "GET",
            "/api/v1/keys",
            "",
            "Authorization",
            "Basic " + plant("basic", "b2xnYTpjYW5hcnk=")));
    bad(
        mina.post(
            "/api/v1/knowledge/documents", word.getBytes(StandardCharsets.UTF_8), "text/plain"));
  }

  /// A statement that fails is logged with its cause: without the row it was about.
  private static void breakTheDatabase(Client mina) {
    var words = plant("message to a broken table", "This canary meets a broken table");
    administrate("ALTER TABLE message RENAME COLUMN text TO words");
    bad(ask(mina, words));
    administrate("ALTER TABLE message RENAME COLUMN words TO text");
    administrate(
        "ALTER TABLE message ADD CHECK (text NOT LIKE '%%canary meets a check%%') NOT VALID");
    bad(ask(mina, plant("message to a check", "This canary meets a check")));
    administrate("ALTER TABLE message ADD CHECK (length(text) / 0 > 1) NOT VALID");
    bad(ask(mina, plant("message to a faulty check", "This canary meets a faulty check")));
  }

  private static Reply ask(Client client, String words) {
    return client.post("/ask", "{\"query\":\"" + words + "\"}");
  }

  private static Script answer() {
    return Script.stream()
        .role()
        .token("An answer that sings: the canary of the model")
        .finish("stop")
        .usage(10, 10)
        .done();
  }

  private static Map<String, String> settings() {
    var database = POSTGRES.administrator();
    var place = "@%s:%d/%s".formatted(database.host(), database.port(), database.database());
    var all = new HashMap<String, String>();
    all.put("APP_ENV", "staging");
    all.put("DEBUG", "true");
    all.put("LOG_LEVEL", "debug");
    all.put("LOG_FORMAT", "json");
    all.put("REGISTRATION", "open");
    all.put("ANONYMOUS_ACCESS", "off");
    all.put("RATE_LIMIT_REQUESTS", "100000");
    all.put("DATABASE_URL", "postgresql://canary_app:app-canary-5b1f09@" + place.substring(1));
    all.put(
        "DATABASE_MIGRATION_URL",
        "postgresql://canary_owner:owner-canary-93e2@" + place.substring(1));
    var _ = plant("answer", "the canary of the model");
    all.put(
        "REDIS_URL",
        "redis://:" + plant("password of Redis", "redis-canary-61cc0") + "@127.0.0.1:1");
    all.put("SECRET_KEY", plant("SECRET_KEY", "secret-key-canary-0123456789-abcdef"));
    all.put(
        "SECRET_KEY_PREVIOUS", plant("previous SECRET_KEY", "previous-key-canary-0123456789-abc"));
    var key = plant("ENCRYPTION_KEY", "Y2FuYXJ5LWNhbmFyeS1jYW5hcnktY2FuYXJ5LWNhbmE=");
    var old = plant("older ENCRYPTION_KEY", "b2xkLWNhbmFyeS1vbGQtY2FuYXJ5LW9sZC1jYW5hcnk=");
    all.put("ENCRYPTION_KEY", "k2:" + key + ",k1:" + old);
    all.put("AUDIT_KEY", plant("AUDIT_KEY", "audit-key-canary-0123456789-abcdef"));
    all.put("OPENAI_API_KEY", plant("key of the provider", "provider-canary-41af77"));
    all.put("OPENAI_BASE_URL", provider.baseUrl().toString());
    all.put("SMTP_HOST", "127.0.0.1");
    all.put("SMTP_PORT", Integer.toString(mail.port()));
    all.put("SMTP_USER", "parley");
    all.put("SMTP_PASSWORD", "mail-canary-7c1d9");
    all.put("SMTP_TLS", "off");
    return all;
  }

  private static void roles() {
    administrate(
        """
        CREATE ROLE canary_owner LOGIN PASSWORD '%s';
        CREATE ROLE canary_app LOGIN PASSWORD '%s';
        """
                .formatted(
                    plant("password of the tables' owner", "owner-canary-93e2"),
                    plant("password of the database", "app-canary-5b1f09"))
            + "ALTER DATABASE %s OWNER TO canary_owner");
  }

  /// @param sql in which `%s` stands for the database
  private static void administrate(String sql) {
    var database = POSTGRES.administrator();
    var _ = SqlScript.run(POSTGRES.vertx(), database, sql.formatted(database.database()));
  }

  private static String plant(String name, String value) {
    return CANARIES.plant(name, value);
  }

  private static Reply good(Reply reply) {
    assertTrue(reply.status() < 300, () -> reply.status() + " " + reply.body());
    return reply;
  }

  private static void bad(Reply reply) {
    assertTrue(reply.status() >= 400, () -> reply.status() + " " + reply.body());
    PROBLEMS.add(reply.body());
  }

  private static String text(Reply reply, String name) {
    return reply.json().path(name).asText();
  }

  private static Reply logIn(String email, String password, String code) {
    var more = code.isEmpty() ? "" : ",\"code\":\"" + code + "\"";
    return stranger.post(
        "/api/v1/auth/login",
        "{\"email\":\"%s\",\"password\":\"%s\"%s}".formatted(email, password, more),
        "X-Refresh-Token",
        "body");
  }

  private static Reply refresh(String token) {
    return stranger.post("/api/v1/auth/refresh", "{\"refresh_token\":\"" + token + "\"}");
  }

  private static String person(String email, String password, String invitation) {
    var more = invitation.isEmpty() ? "" : ",\"invitation\":\"" + invitation + "\"";
    return "{\"email\":\"%s\",\"name\":\"Somebody\",\"password\":\"%s\"%s}"
        .formatted(email, password, more);
  }

  private static String change(String current, String password) {
    return "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(current, password);
  }

  private static String reset(String token, String password) {
    return "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, password);
  }
}
