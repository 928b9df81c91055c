package dev.parley.platform.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.concurrent.TimeUnit;

/// Sends by SMTP.
public final class SmtpMailer implements Mailer {
  private static final int CONNECTIONS = 2;
  private static final int CONNECT_MS = 5_000;
  private static final long LIMIT_SECONDS = 20;

  private final MailConfig config;
  private final MailClient client;

  public SmtpMailer(Vertx vertx, MailConfig config) {
    this.config = config;
    var options =
        new io.vertx.ext.mail.MailConfig()
            .setHostname(config.host())
            .setPort(config.port())
            .setMaxPoolSize(CONNECTIONS)
            .setStarttls(
                config.tls() == MailConfig.Tls.STARTTLS
                    ? StartTLSOptions.REQUIRED
                    : StartTLSOptions.DISABLED)
            .setLogin(config.user().isEmpty() ? LoginOption.NONE : LoginOption.REQUIRED);
    options.setSsl(config.tls() == MailConfig.Tls.ON).setConnectTimeout(CONNECT_MS);
    options.setHostnameVerificationAlgorithm("HTTPS");
    if (!config.user().isEmpty()) {
      options.setUsername(config.user()).setPassword(config.password().value());
    }
    this.client = MailClient.create(vertx, options);
  }

  @Override
  public boolean isOn() {
    return config.isOn();
  }

  @Override
  public Future<Void> send(Letter letter) {
    if (!isOn()) {
      return Future.failedFuture(new IllegalStateException("smtp.host is not set"));
    }
    var message =
        new MailMessage(config.from(), letter.to(), letter.subject(), letter.text());
    return client.sendMail(message).timeout(LIMIT_SECONDS, TimeUnit.SECONDS).mapEmpty();
  }

  @Override
  public Future<Void> close() {
    return client.close();
  }
}
