package dev.parley.retrieval.source.web;

import dev.parley.platform.http.Problem;
import dev.parley.platform.http.outbound.Fetched;

/// What a server gave when it was asked for a page.
sealed interface Reply {

  /// The page.
  ///
  /// @param address where it was, after redirects
  record Page(Address address, Fetched content) implements Reply {}

  /// It is as it was.
  record Same() implements Reply {}

  /// There is no such page any more.
  record Gone() implements Reply {}

  /// The server does not want it read by programs.
  record Forbidden() implements Reply {}

  /// It cannot be had now.
  record Failed(Problem problem) implements Reply {}
}
