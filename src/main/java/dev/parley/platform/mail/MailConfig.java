package dev.parley.platform.mail;

import dev.parley.platform.config.Env;
import dev.parley.platform.config.Secret;

/// The server that takes e-mail.
///
/// @param host empty to send none
/// @param tls whether the connection is encrypted from the beginning, or must become so
public record MailConfig(
    @Env("SMTP_HOST") String host,
    @Env("SMTP_PORT") int port,
    @Env("SMTP_USER") String user,
    @Env("SMTP_PASSWORD") Secret password,
    @Env("SMTP_FROM") String from,
    @Env("SMTP_TLS") Tls tls) {

  /// How the connection is protected.
  public enum Tls {
    /// Not at all; for a server on the same machine.
    OFF,
    /// Plain at first, then encrypted (port 587).
    STARTTLS,
    /// Encrypted from the beginning (port 465).
    ON
  }

  public boolean isOn() {
    return !host.isEmpty();
  }
}
