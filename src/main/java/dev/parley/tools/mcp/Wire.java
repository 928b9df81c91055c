package dev.parley.tools.mcp;

import java.util.concurrent.CompletableFuture;

/// What messages of the protocol travel on. Safe from any thread.
interface Wire {

  /// Begins to hand over what the server says. May block.
  void open(Incoming incoming);

  /// Completes when the server has taken the message. What it answers goes to [Incoming].
  CompletableFuture<Void> send(String json);

  /// Takes note of the version of the protocol that both sides speak.
  void agreed(String version);

  /// Whether nothing can be sent any more.
  boolean isBroken();

  void close();
}
