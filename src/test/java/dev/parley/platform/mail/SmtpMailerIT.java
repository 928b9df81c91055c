package dev.parley.platform.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.platform.config.Secret;
import dev.parley.platform.mail.MailConfig.Tls;
import dev.parley.platform.mail.Mailer.Letter;
import dev.parley.platform.mail.SmtpMailer.Limits;
import dev.parley.testkit.Await;
import dev.parley.testkit.MailFixture;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Sending to a server that behaves, and to some that do not.
final class SmtpMailerIT {
  private static final Vertx VERTX = Vertx.vertx();
  private static final Letter LETTER =
      new Letter("mina@example.org", "Grüße", "Es gibt Öl.\nUnd Tee.");

  @AfterAll
  static void stop() {
    Await.end(VERTX.close());
  }

  @Test
  void aLetterArrivesAsItWasWritten() {
    try (var server = MailFixture.start("parley", "a password")) {
      Await.of(mailer(server.port(), Tls.OFF, "a password").send(LETTER));

      assertEquals(List.of("Es gibt Öl.\nUnd Tee."), server.to("mina@example.org"));
    }
  }

  @Test
  void aWrongPasswordSendsNothing() {
    try (var server = MailFixture.start("parley", "a password")) {
      var sent = mailer(server.port(), Tls.OFF, "another").send(LETTER);

      var failure = Await.failure(MessagingException.class, sent);
      assertTrue(!String.valueOf(failure.getMessage()).contains("another"));
      assertEquals(List.of(), server.to("mina@example.org"));
    }
  }

  @Test
  void nothingIsSentInClearWhereEncryptionIsAskedFor() {
    try (var server = MailFixture.start("parley", "a password")) {
      for (var tls : List.of(Tls.STARTTLS, Tls.ON)) {
        var _ =
            Await.failure(
                MessagingException.class, mailer(server.port(), tls, "a password").send(LETTER));
      }

      assertEquals(List.of(), server.to("mina@example.org"));
    }
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() {
    var frozen = listen("");

    var sent = mailer(frozen.actualPort(), Tls.OFF, "a password").send(LETTER);

    var _ = Await.failure(MessagingException.class, sent);
    Await.end(frozen.close());
  }

  @Test
  void aServerThatDripsIsGivenUp() {
    var dripping = listen("2");

    var sent = mailer(dripping.actualPort(), Tls.OFF, "a password").send(LETTER);

    var _ = Await.failure(MessagingException.class, sent);
    Await.end(dripping.close());
  }

  /// A server that says this over and over, faster than anybody's patience ends.
  private static NetServer listen(String says) {
    var server =
        VERTX
            .createNetServer()
            .connectHandler(socket -> {
              var timer =
                  VERTX.setPeriodic(
                      100,
                      _ -> {
                        if (!says.isEmpty()) {
                          var _ = socket.write(says);
                        }
                      });
              var _ = socket.closeHandler(_ -> VERTX.cancelTimer(timer));
            });
    return Await.of(server.listen(0, "127.0.0.1"));
  }

  private static SmtpMailer mailer(int port, Tls tls, String password) {
    var config =
        new MailConfig(
            "127.0.0.1", port, "parley", new Secret(password), "parley@example.org", tls);
    var limits = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(3));
    return new SmtpMailer(VERTX, config, InstantSource.system(), limits);
  }
}
