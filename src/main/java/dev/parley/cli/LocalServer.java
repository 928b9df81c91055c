package dev.parley.cli;

import java.net.URI;

/// A server for one command, in this process, on a free port of the loopback interface.
@FunctionalInterface
public interface LocalServer {

  /// Starts it. Blocks until it answers.
  Running start();

  /// A server that answers.
  ///
  /// @param base its address, without a slash at the end
  /// @param stop drains and ends it; called once, from any thread
  record Running(URI base, Runnable stop) {}
}
