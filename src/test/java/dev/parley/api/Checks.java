package dev.parley.api;

import dev.parley.Client.Reply;

/// Holds an answer against the contract.
interface Checks {
  /// @param operation its id
  void check(String operation, Reply reply, int status);
}
