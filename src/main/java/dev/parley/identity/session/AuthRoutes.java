package dev.parley.identity.session;

import dev.parley.identity.account.AccountProblem;
import dev.parley.identity.account.PersonView;
import dev.parley.identity.session.Registration.Wish;
import dev.parley.identity.session.SessionStore.Device;
import dev.parley.identity.session.Sessions.Elsewhere;
import dev.parley.platform.http.Answer;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.lifecycle.Stories;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Operations of signing in and out.
final class AuthRoutes implements RouteGroup {
  private final SignIn signIn;
  private final Registration registration;
  private final LiveSessions live;
  private final RefreshCookie cookie;
  private final Supplier<Future<Methods>> methods;
  private final Stories stories;
  private final InstantSource clock;

  AuthRoutes(
      SignIn signIn,
      Registration registration,
      LiveSessions live,
      RefreshCookie cookie,
      Supplier<Future<Methods>> methods,
      Stories stories,
      InstantSource clock) {
    this.signIn = signIn;
    this.registration = registration;
    this.live = live;
    this.cookie = cookie;
    this.methods = methods;
    this.stories = stories;
    this.clock = clock;
  }

  @Override
  public void addTo(Operations operations) {
    operations.on("getSignInMethods", _ -> methods.get().map(Answer::json));
    operations.on("setUp", this::setUp);
    operations.on("register", this::register);
    operations.on("logIn", this::logIn);
    operations.on("refresh", this::refresh);
    operations.on("logOut", this::logOut);
    operations.on("forgotPassword", this::forgot);
    operations.on("resetPassword", this::reset);
  }

  private Future<Answer> setUp(Request request) {
    var body = request.body(SetUp.class);
    var wish =
        new Wish(body.ownerEmail(), body.ownerName(), body.ownerPassword(), "/owner_password");
    return stories
        .start(() ->
            registration.setUp(
                request.call(), body.token(), body.workspaceName(), wish, Device.of(request)))
        .map(entered -> signedIn(request, entered, 201, false));
  }

  private Future<Answer> register(Request request) {
    var body = request.body(Register.class);
    var wish = new Wish(body.email(), body.name(), body.password(), "/password");
    return stories
        .start(() ->
            registration.register(request.call(), wish, body.invitation(), Device.of(request)))
        .map(entered -> signedIn(request, entered, 201, false));
  }

  private Future<Answer> logIn(Request request) {
    var body = request.body(LogIn.class);
    return stories
        .start(() ->
            signIn.logIn(
                request.call(), body.email(), body.password(), body.code(), Device.of(request)))
        .map(entered -> signedIn(request, entered, 200, false));
  }

  private Future<Answer> refresh(Request request) {
    var given = Optional.ofNullable(request.body(Refresh.class).refreshToken());
    var token = given.or(() -> RefreshCookie.of(request));
    if (token.isEmpty()) {
      return Future.failedFuture(new AccountProblem.SignedOut());
    }
    return stories
        .start(() -> signIn.refresh(request.call(), token.get(), Device.of(request)))
        .map(entered -> signedIn(request, entered, 200, given.isPresent()));
  }

  private Future<Answer> logOut(Request request) {
    var given = Optional.ofNullable(request.body(Refresh.class).refreshToken());
    var token = given.or(() -> RefreshCookie.of(request));
    var gone = Answer.noContent().with("Set-Cookie", cookie.drop(request));
    return token.isEmpty()
        ? Future.succeededFuture(gone)
        : stories
            .start(() -> signIn.logOut(request.call(), token.get()))
            .onSuccess(session -> session.ifPresent(live::forget))
            .map(gone);
  }

  /// Answered before it is known whether there is such an account.
  private Future<Answer> forgot(Request request) {
    var email = request.body(Forgot.class).email();
    return stories
        .start(() -> {
          registration.forgot(request.call(), email);
          return true;
        })
        .map(_ -> new Answer.Empty(202));
  }

  private Future<Answer> reset(Request request) {
    var body = request.body(Reset.class);
    return stories
        .start(() -> {
          registration.reset(request.call(), body.token(), body.password());
          live.forgetAll();
          return true;
        })
        .map(_ -> Answer.noContent());
  }

  /// Programs that keep no cookies ask for the token itself.
  private Answer signedIn(Request request, Entered entered, int status, boolean inBody) {
    var wanted = inBody || request.header("X-Refresh-Token").equals(Optional.of("body"));
    var left = Duration.between(clock.instant(), entered.access().expires()).toSeconds();
    var view =
        new SignedIn(
            entered.access().token(),
            "Bearer",
            Math.max(0, left),
            wanted ? entered.refreshToken() : null,
            PersonView.of(entered.account()));
    Answer answer = new Answer.OfJson(status, view);
    return wanted
        ? answer
        : answer.with("Set-Cookie", cookie.keep(request, entered.refreshToken()));
  }

  /// How people can sign in.
  ///
  /// @param oidc null where nobody signs in with an account from elsewhere
  record Methods(
      boolean password, String registration, boolean setupNeeded, @Nullable Elsewhere oidc) {}

  private record SetUp(
      String token,
      String workspaceName,
      String ownerName,
      String ownerEmail,
      String ownerPassword) {}

  private record Register(
      String email, String name, String password, @Nullable String invitation) {}

  private record LogIn(String email, String password, @Nullable String code) {}

  private record Refresh(@Nullable String refreshToken) {}

  private record Forgot(String email) {}

  private record Reset(String token, String password) {}

  private record SignedIn(
      String accessToken,
      String tokenType,
      long expiresIn,
      @Nullable String refreshToken,
      PersonView user) {}
}
