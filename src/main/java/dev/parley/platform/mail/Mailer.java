package dev.parley.platform.mail;

import io.vertx.core.Future;

/// Sends e-mail, where a server for it is set up. Safe from any thread.
public interface Mailer {

  /// Whether there is a server to send by.
  boolean isOn();

  /// Completes when the server has taken the letter; fails when it has not in time, and at once
  /// where there is none.
  Future<Void> send(Letter letter);

  /// Frees the connections.
  Future<Void> close();

  /// A letter in plain text.
  record Letter(String to, String subject, String text) {}
}
