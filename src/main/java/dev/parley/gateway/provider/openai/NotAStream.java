package dev.parley.gateway.provider.openai;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.gateway.spi.ProviderFailure;
import dev.parley.gateway.spi.ProviderFailure.Kind;
import java.io.IOException;
import java.util.Locale;

/// What to make of an answer with status 200 that is no stream of events: the error it carries, or
/// a base URL that leads to something else.
final class NotAStream {
  private static final ObjectMapper JSON = new ObjectMapper();

  private NotAStream() {}

  static ProviderFailure failure(String contentType, byte[] body) {
    try {
      var root = contentType.contains("json") ? JSON.readTree(body) : JSON.missingNode();
      if (root.hasNonNull("error")) {
        return Failures.of(root.path("error"));
      }
    } catch (IOException _) {
      // no JSON after all: said below
    }
    var html = contentType.toLowerCase(Locale.ROOT).startsWith("text/html");
    var what = html ? "a web page" : "something else than a stream of events";
    return ProviderFailure.of(Kind.MALFORMED, "the provider answered with " + what);
  }
}
