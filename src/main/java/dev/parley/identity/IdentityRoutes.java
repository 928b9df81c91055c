package dev.parley.identity;

import dev.parley.identity.token.AccessTokens;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.RouteGroup;
import io.vertx.core.Future;
import java.util.Map;

/// What others need to check our tokens.
final class IdentityRoutes implements RouteGroup {
  private final AccessTokens tokens;

  IdentityRoutes(AccessTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on(
        "getJwks",
        _ ->
            Future.succeededFuture(
                new Answer.OfText(
                    200,
                    "application/json",
                    tokens.jwks(),
                    Map.of("Cache-Control", "public, max-age=300"))));
  }
}
