package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Client.Reply;
import dev.parley.testkit.Await;
import dev.parley.testkit.MailFixture;
import java.net.URI;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/// Letters of the product, from the request to the link that somebody follows.
final class MailIT {
  private static final String OWNER = "olga@example.org";
  private static final String ADA = "ada@example.org";
  private static final String FIRST = "four words make a password";
  private static final String SECOND = "another four words for it";

  @Test
  void anInvitationAndANewPasswordGoByLetter() {
    try (var mail = MailFixture.start("parley", "a password");
        var product = product(mail, "off")) {
      var stranger = new Client(product.url());
      var owner = setUp(product, stranger);

      var invited = invite(owner);
      assertTrue(invited.json().path("sent").asBoolean(true), invited.body());
      assertEquals("/register", link(mail, 1).getPath());
      var joined = stranger.post("/api/v1/auth/register", person(mail.token(ADA, 1)));
      assertEquals(201, joined.status(), joined.body());

      var asked = stranger.post("/api/v1/auth/password/forgot", "{\"email\":\"" + ADA + "\"}");
      var nobody =
          stranger.post("/api/v1/auth/password/forgot", "{\"email\":\"nobody@example.org\"}");
      assertEquals(202, asked.status());
      assertEquals(202, nobody.status());
      assertEquals("/reset", link(mail, 2).getPath());
      var reset =
          stranger.post(
              "/api/v1/auth/password/reset",
              "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(mail.token(ADA, 2), SECOND));
      assertEquals(204, reset.status(), reset.body());
      assertEquals(401, logIn(stranger, FIRST).status());
      assertEquals(200, logIn(stranger, SECOND).status());
      assertEquals(0, mail.to("nobody@example.org").size());
    }
  }

  @Test
  void withoutTheEncryptionThatIsAskedForNoLetterIsSentAndTheLogSaysSo() {
    try (var mail = MailFixture.start("parley", "a password");
        var product = product(mail, "starttls");
        var warnings = new Warnings("dev.parley.identity.session.Letters")) {
      var owner = setUp(product, new Client(product.url()));

      var invited = invite(owner);

      assertEquals(201, invited.status(), invited.body());
      Await.until("a warning", () -> warnings.said("a letter was not sent"));
      assertEquals(0, mail.to(ADA).size());
      assertFalse(warnings.said(invited.json().path("link").asText()));
    }
  }

  private static Product product(MailFixture mail, String tls) {
    return Product.guarded(
        "SMTP_HOST",
        "127.0.0.1",
        "SMTP_PORT",
        Integer.toString(mail.port()),
        "SMTP_USER",
        "parley",
        "SMTP_PASSWORD",
        "a password",
        "SMTP_TLS",
        tls);
  }

  private static Client setUp(Product product, Client stranger) {
    var made =
        stranger.post(
            "/api/v1/setup",
            """
            {"token":"%s","workspace_name":"Otters","owner_name":"Olga","owner_email":"%s",
             "owner_password":"%s"}
            """
                .formatted(product.setupToken(), OWNER, FIRST));
    assertEquals(201, made.status(), made.body());
    return stranger.as(made.json().path("access_token").asText());
  }

  private static Reply invite(Client owner) {
    return owner.post(
        "/api/v1/admin/invitations", "{\"email\":\"" + ADA + "\",\"role\":\"agent\"}");
  }

  private static Reply logIn(Client stranger, String password) {
    return stranger.post(
        "/api/v1/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(ADA, password));
  }

  private static String person(String invitation) {
    return "{\"email\":\"%s\",\"name\":\"Ada\",\"password\":\"%s\",\"invitation\":\"%s\"}"
        .formatted(ADA, FIRST, invitation);
  }

  /// The link of a letter, from 1.
  private static URI link(MailFixture mail, int number) {
    var token = mail.token(ADA, number);
    return mail.to(ADA)
        .get(number - 1)
        .lines()
        .filter(line -> line.endsWith("#" + token))
        .map(URI::create)
        .findFirst()
        .orElseThrow();
  }

  /// What one class logs.
  private static final class Warnings extends Handler implements AutoCloseable {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger logger;

    Warnings(String name) {
      logger = Logger.getLogger(name);
      logger.addHandler(this);
    }

    boolean said(String text) {
      return lines.stream().anyMatch(line -> line.contains(text));
    }

    @Override
    public void publish(LogRecord line) {
      var parameters = line.getParameters();
      var fields = parameters == null ? "" : Arrays.toString(parameters);
      var _ = lines.add(line.getMessage() + " " + fields);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      logger.removeHandler(this);
    }
  }
}
