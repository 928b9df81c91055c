package dev.parley.chat.log;

import dev.parley.platform.http.Json;

/// One event of a log as it goes to readers and to the table: encoded once.
///
/// @param seq as [TurnLog] numbers them
/// @param event its name on the wire
/// @param data one line of JSON
public record LoggedEvent(int seq, String event, String data, boolean terminal) {
  public static LoggedEvent of(int seq, TurnEvent event) {
    return new LoggedEvent(seq, event.wireName(), Json.text(event), event.terminal());
  }
}
