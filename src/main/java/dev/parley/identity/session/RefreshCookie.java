package dev.parley.identity.session;

import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Request;
import java.time.Duration;
import java.util.Optional;

/// The cookie of the refresh token: no script can read it, and no page of another site can send it.
///
/// Over TLS its name begins with `__Host-`, so that no other host can set it. Without TLS a browser
/// refuses that name, and a plain one is used: on a laptop, or inside a network that is trusted.
final class RefreshCookie {
  private static final String SECURE_NAME = "__Host-rt";
  private static final String PLAIN_NAME = "rt";

  private final Duration life;

  RefreshCookie(Duration life) {
    this.life = life;
  }

  /// The `Set-Cookie` header that keeps the token.
  String keep(Request request, String token) {
    return header(request, token, life.toSeconds());
  }

  /// The `Set-Cookie` header that drops it.
  String drop(Request request) {
    return header(request, "", 0);
  }

  /// The token of the cookie. A browser sends it by itself, so the request must also show that a
  /// script of our own pages made it.
  static Optional<String> of(Request request) {
    var token =
        request
            .cookie(request.peer().secure() ? SECURE_NAME : PLAIN_NAME)
            .filter(t -> !t.isEmpty());
    if (token.isPresent() && !ownPage(request)) {
      throw new HttpProblem.Forbidden(
          "A refresh token in a cookie is taken from this server's own pages: send X-CSRF: 1.");
    }
    return token;
  }

  private static boolean ownPage(Request request) {
    var site = request.header("Sec-Fetch-Site").orElse("same-origin");
    return request.header("X-CSRF").equals(Optional.of("1")) && site.equals("same-origin");
  }

  private static String header(Request request, String token, long seconds) {
    var secure = request.peer().secure();
    return (secure ? SECURE_NAME : PLAIN_NAME)
        + "="
        + token
        + "; Path=/; Max-Age="
        + seconds
        + "; HttpOnly; SameSite=Strict"
        + (secure ? "; Secure" : "");
  }
}
