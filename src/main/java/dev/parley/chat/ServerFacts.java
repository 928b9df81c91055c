package dev.parley.chat;

import java.util.List;

/// What the server says of itself to the web pages.
///
/// @param suggestions questions worth asking first, where nobody has chosen others
public record ServerFacts(
    String version, boolean development, long uploadLimitBytes, List<String> suggestions) {
  public ServerFacts {
    suggestions = List.copyOf(suggestions);
  }
}
