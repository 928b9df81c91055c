package dev.parley.platform.http.outbound;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A request to a foreign address.
///
/// @param url as somebody wrote it; it is checked when the request is sent
/// @param headers what to add; not those that belong to the connection
/// @param body empty for none
/// @param staysHome whether a redirect to another server is a failure, and not followed
public record OutboundRequest(
    HttpMethod method, String url, Map<String, String> headers, Buffer body, boolean staysHome) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

  /// Set by the client itself: they decide where the message ends, how it is packed, or whom it is
  /// for.
  private static final Set<String> RESERVED =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /// Headers that say nothing about who asks, so that a redirect to another server keeps them.
  private static final Set<String> HARMLESS = Set.of("accept", "accept-language", "user-agent");

  /// Throws [IllegalArgumentException] when a header is none, or is reserved.
  public OutboundRequest {
    var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    sorted.forEach(OutboundRequest::check);
    headers = Collections.unmodifiableMap(sorted);
  }

  /// One that goes where redirects lead.
  public OutboundRequest(HttpMethod method, String url, Map<String, String> headers, Buffer body) {
    this(method, url, headers, body, false);
  }

  /// Asks for a document.
  public static OutboundRequest get(String url) {
    return new OutboundRequest(HttpMethod.GET, url, Map.of("accept", "*/*"), Buffer.buffer());
  }

  /// Whether a redirect of this request may be followed without asking its sender.
  boolean follows() {
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
  }

  /// What of the headers may be told to another server than the one they were meant for.
  Map<String, String> harmlessHeaders() {
    var kept = new TreeMap<>(headers);
    kept.keySet().removeIf(name -> !HARMLESS.contains(name.toLowerCase(Locale.ROOT)));
    return kept;
  }

  private static void check(String name, String value) {
    if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException("no header: " + name);
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("set by the client itself: " + name);
    }
  }
}
