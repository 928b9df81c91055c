package dev.parley.gateway.provider.langchain;

import java.net.URI;

/// Base URLs as LangChain4j's models want them.
final class Urls {
  private Urls() {}

  /// Without a slash at the end.
  static String bare(URI url) {
    return url.toString().replaceFirst("/+$", "");
  }
}
