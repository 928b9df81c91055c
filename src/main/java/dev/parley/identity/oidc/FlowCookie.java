package dev.parley.identity.oidc;

import dev.parley.call.WorkspaceId;
import dev.parley.platform.http.Json;
import dev.parley.platform.http.Request;
import dev.parley.platform.seal.BrokenSealException;
import dev.parley.platform.seal.Place;
import dev.parley.platform.seal.Sealer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The cookie that a sign-in waits in: sealed, so that its browser can neither read nor change it.
/// It must be sent along when the provider sends the browser back, hence `Lax`.
final class FlowCookie {
  static final Duration LIFE = Duration.ofMinutes(10);
  private static final String SECURE_NAME = "__Host-oidc";
  private static final String PLAIN_NAME = "oidc";

  private final Sealer sealer;
  private final Place place;
  private final InstantSource clock;

  FlowCookie(Sealer sealer, WorkspaceId workspace, InstantSource clock) {
    this.sealer = sealer;
    this.place = new Place("cookie", "oidc", workspace, "flow");
    this.clock = clock;
  }

  /// The `Set-Cookie` header that keeps a sign-in.
  String keep(Request request, Flow flow) {
    return header(request, sealer.seal(Json.text(flow), place), LIFE.toSeconds());
  }

  /// The `Set-Cookie` header that forgets it.
  String drop(Request request) {
    return header(request, "", 0);
  }

  /// The sign-in that waits in this browser; empty when there is none, or it waited too long.
  Optional<Flow> of(Request request) {
    return request.cookie(name(request)).flatMap(this::open);
  }

  private Optional<Flow> open(String sealed) {
    try {
      var flow = Json.readOwn(sealer.openText(sealed, place), Flow.class);
      return clock.instant().isBefore(flow.expires()) ? Optional.of(flow) : Optional.empty();
    } catch (BrokenSealException _) {
      return Optional.empty();
    }
  }

  private static String name(Request request) {
    return request.peer().secure() ? SECURE_NAME : PLAIN_NAME;
  }

  private static String header(Request request, String value, long seconds) {
    return name(request)
        + "="
        + value
        + "; Path=/; Max-Age="
        + seconds
        + "; HttpOnly; SameSite=Lax"
        + (request.peer().secure() ? "; Secure" : "");
  }
}
