package dev.parley.identity.oidc;

import dev.parley.identity.oidc.OidcSignIn.Reply;
import dev.parley.identity.session.Entered;
import dev.parley.identity.session.Entrance;
import dev.parley.identity.session.SessionStore.Device;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The two requests of signing in with an account from elsewhere. A browser makes them by itself,
/// so failures lead to the sign-in page, which shows them.
final class OidcRoutes implements RouteGroup {
  private static final Log LOG = Log.of(OidcRoutes.class);
  private static final String START = "/";

  private final boolean on;
  private final OidcSignIn signIn;
  private final Entrance entrance;
  private final FlowCookie cookie;
  private final Stories stories;

  /// @param on whether there is a provider
  OidcRoutes(boolean on, OidcSignIn signIn, Entrance entrance, FlowCookie cookie, Stories stories) {
    this.on = on;
    this.signIn = signIn;
    this.entrance = entrance;
    this.cookie = cookie;
    this.stories = stories;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("startOidc", this::start);
    operations.on("finishOidc", this::finish);
  }

  private Future<Answer> start(Request request) {
    if (!on) {
      return Future.succeededFuture(failed(request, START, new OidcProblem.Off()));
    }
    var place = SafePlace.of(request.query("return").orElse(START));
    return stories
        .start(() -> signIn.begin(request.call(), place))
        .map(begun ->
            Answer.redirect(begun.address()).with("Set-Cookie", cookie.keep(request, begun.flow())))
        .recover(failure -> Future.succeededFuture(failed(request, place, failure)));
  }

  private Future<Answer> finish(Request request) {
    if (!on) {
      return Future.succeededFuture(failed(request, START, new OidcProblem.Off()));
    }
    var flow = cookie.of(request);
    if (flow.isEmpty()) {
      return Future.succeededFuture(failed(request, START, new OidcProblem.Expired()));
    }
    var reply =
        new Reply(
            request.query("code").orElse(null),
            request.query("state").orElse(null),
            request.query("error").orElse(null),
            request.query("iss").orElse(null));
    var place = flow.get().place();
    return stories
        .start(() -> {
          var account = signIn.finish(request.call(), flow.get(), reply);
          return entrance.open(request.call(), account, Device.of(request));
        })
        .map(entered -> entered(request, place, entered))
        .recover(failure -> Future.succeededFuture(failed(request, place, failure)));
  }

  private Answer entered(Request request, String place, Entered entered) {
    return Answer.redirect(place)
        .with("Set-Cookie", entrance.cookie(request, entered))
        .with("Set-Cookie", cookie.drop(request));
  }

  private Answer failed(Request request, String place, Throwable failure) {
    if (!(failure instanceof Problem)) {
      LOG.error(request.call(), "signing in with an account from elsewhere failed", failure);
    }
    var code = failure instanceof Problem problem ? problem.code() : "internal_error";
    var to = place.equals(START) ? "" : "?to=" + URLEncoder.encode(place, StandardCharsets.UTF_8);
    return Answer.redirect("/sign-in" + to + "#oidc_error=" + code)
        .with("Set-Cookie", cookie.drop(request));
  }
}
