package dev.parley.platform.http.outbound;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An answer that came in whole.
///
/// @param url where it came from, after redirects
/// @param mediaType in lower case without parameters, such as `text/html`; null when the server did
///   not say
/// @param charset as the server said; null when it did not, or named one that is unknown here
/// @param headers those that a reader of documents or a client of tools needs, by lower-case name:
///   `etag`, `last-modified`, `cache-control`, `retry-after`, `location`, `link`,
///   `content-disposition`, `content-language`, `mcp-session-id`, `x-robots-tag`
/// @param body unpacked
public record Fetched(
    URI url,
    int status,
    @Nullable String mediaType,
    @Nullable Charset charset,
    Map<String, String> headers,
    Buffer body) {
  public Fetched {
    headers = Map.copyOf(headers);
  }

  /// Whether the status is one of success.
  public boolean ok() {
    return status >= 200 && status < 300;
  }
}
