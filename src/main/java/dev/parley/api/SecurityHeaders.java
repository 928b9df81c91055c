package dev.parley.api;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/// Headers that every answer carries, errors and files included. The pages have no inline script,
/// so the content policy allows none.
final class SecurityHeaders implements Handler<RoutingContext> {
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
          + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
          + "object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
  private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

  @Override
  public void handle(RoutingContext context) {
    context
        .response()
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("X-XSS-Protection", "1; mode=block")
        .putHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
        .putHeader("Content-Security-Policy", API_POLICY)
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        .putHeader("Cache-Control", "no-store");
    context.next();
  }

  /// Lets the answer be a page: its own scripts, styles and calls work, and nothing else.
  static void forPage(RoutingContext context) {
    context.response().putHeader("Content-Security-Policy", PAGE_POLICY);
  }
}
