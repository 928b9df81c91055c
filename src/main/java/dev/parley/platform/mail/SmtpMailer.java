package dev.parley.platform.mail;

import dev.parley.platform.lifecycle.Stories;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;

/// Sends by SMTP, each letter on a connection and a virtual thread of its own: letters are rare.
public final class SmtpMailer implements Mailer {
  private static final int AT_ONCE = 8;
  private static final String CONNECT_MS = "5000";
  private static final String ANSWER_MS = "20000";
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final MailConfig config;
  private final Vertx vertx;
  private final InstantSource clock;
  private final Session session;
  private final Stories letters = new Stories("mail", AT_ONCE);

  public SmtpMailer(Vertx vertx, MailConfig config, InstantSource clock) {
    this.vertx = vertx;
    this.config = config;
    this.clock = clock;
    this.session = Session.getInstance(properties(config));
  }

  @Override
  public boolean isOn() {
    return config.isOn();
  }

  @Override
  public Future<Void> send(Letter letter) {
    if (!isOn()) {
      return Future.failedFuture(new IllegalStateException("mail.host is not set"));
    }
    return letters
        .start(() -> {
          deliver(letter);
          return true;
        })
        .mapEmpty();
  }

  @Override
  public Future<Void> close() {
    return vertx
        .executeBlocking(() -> {
          letters.drain(DRAIN);
          return true;
        })
        .mapEmpty();
  }

  private void deliver(Letter letter) throws MessagingException {
    var message = new MimeMessage(session);
    message.setFrom(new InternetAddress(config.from(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
    message.setSubject(letter.subject(), "UTF-8");
    message.setText(letter.text(), "UTF-8");
    message.setSentDate(Date.from(clock.instant()));
    var user = config.user();
    if (user.isEmpty()) {
      Transport.send(message);
    } else {
      Transport.send(message, user, config.password().value());
    }
  }

  private static Properties properties(MailConfig config) {
    var all = new Properties();
    all.setProperty("mail.smtp.host", config.host());
    all.setProperty("mail.smtp.port", Integer.toString(config.port()));
    all.setProperty("mail.smtp.connectiontimeout", CONNECT_MS);
    all.setProperty("mail.smtp.timeout", ANSWER_MS);
    all.setProperty("mail.smtp.writetimeout", ANSWER_MS);
    all.setProperty("mail.smtp.auth", Boolean.toString(!config.user().isEmpty()));
    all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    all.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    switch (config.tls()) {
      case OFF -> {}
      case STARTTLS -> {
        all.setProperty("mail.smtp.starttls.enable", "true");
        all.setProperty("mail.smtp.starttls.required", "true");
      }
      case ON -> all.setProperty("mail.smtp.ssl.enable", "true");
    }
    return all;
  }
}
