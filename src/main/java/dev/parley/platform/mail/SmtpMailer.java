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
  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMinutes(1));
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final MailConfig config;
  private final Limits limits;
  private final Vertx vertx;
  private final InstantSource clock;
  private final Session session;
  private final Stories letters = new Stories("mail", AT_ONCE);

  public SmtpMailer(Vertx vertx, MailConfig config, InstantSource clock) {
    this(vertx, config, clock, LIMITS);
  }

  SmtpMailer(Vertx vertx, MailConfig config, InstantSource clock, Limits limits) {
    this.vertx = vertx;
    this.config = config;
    this.limits = limits;
    this.clock = clock;
    this.session = Session.getInstance(properties(config, limits));
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
          deliverInTime(letter);
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

  /// A server that says a little now and then keeps every single wait short. Interrupting a virtual
  /// thread closes the socket that it waits for.
  private void deliverInTime(Letter letter) throws MessagingException {
    var story = Thread.currentThread();
    var timer = vertx.setTimer(limits.whole().toMillis(), _ -> story.interrupt());
    try {
      deliver(letter);
    } finally {
      var _ = vertx.cancelTimer(timer);
    }
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

  private static Properties properties(MailConfig config, Limits limits) {
    var answer = Long.toString(limits.answer().toMillis());
    var all = new Properties();
    all.setProperty("mail.smtp.host", config.host());
    all.setProperty("mail.smtp.port", Integer.toString(config.port()));
    all.setProperty("mail.smtp.connectiontimeout", Long.toString(limits.connect().toMillis()));
    all.setProperty("mail.smtp.timeout", answer);
    all.setProperty("mail.smtp.writetimeout", answer);
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

  /// How long the server is waited for.
  ///
  /// @param connect until the connection stands
  /// @param answer for each of its answers
  /// @param whole for all of one letter
  record Limits(Duration connect, Duration answer, Duration whole) {}
}
