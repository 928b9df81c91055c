package dev.parley.api;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Headers that every answer carries, errors and files included. The pages have no inline script,
/// so the content policy allows none.
final class SecurityHeaders implements Handler<RoutingContext> {
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
          + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
          + "object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
  private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

  /// As bytes, which are checked once and not with each answer.
  private static final Map<CharSequence, CharSequence> EVERYWHERE =
      bytes(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "X-XSS-Protection", "1; mode=block",
          "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
          "Content-Security-Policy", API_POLICY,
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), microphone=(), geolocation=()",
          "Cache-Control", "no-store");

  private static Map<CharSequence, CharSequence> bytes(String... namesAndValues) {
    var all = new LinkedHashMap<CharSequence, CharSequence>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      all.put(
          HttpHeaders.createOptimized(namesAndValues[i]),
          HttpHeaders.createOptimized(namesAndValues[i + 1]));
    }
    return Collections.unmodifiableMap(all);
  }

  @Override
  public void handle(RoutingContext context) {
    var headers = context.response().headers();
    EVERYWHERE.forEach(headers::set);
    context.next();
  }

  /// Lets the answer be a page: its own scripts, styles and calls work, and nothing else.
  static void forPage(RoutingContext context) {
    context.response().putHeader("Content-Security-Policy", PAGE_POLICY);
  }
}
