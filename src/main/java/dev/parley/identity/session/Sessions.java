package dev.parley.identity.session;

import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.Audit;
import dev.parley.identity.account.AccountStore;
import dev.parley.identity.account.InvitationStore;
import dev.parley.identity.password.Passwords;
import dev.parley.identity.session.AuthRoutes.Methods;
import dev.parley.identity.session.Doors.SessionConfig;
import dev.parley.identity.token.AccessTokens;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Stories;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.seal.Sealer;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The door of signing in.
///
/// @param live who stands behind an access token
/// @param entrance for those who have proved elsewhere who they are
public record Sessions(
    LiveSessions live,
    Entrance entrance,
    Letters letters,
    List<RouteGroup> routes,
    Stories stories) {
  private static final int CONCURRENT = 256;

  /// Wires the package.
  public static Sessions of(Settings settings, Needs needs) {
    var database = needs.database();
    var audit = needs.audit();
    var sessions = new SessionStore(database, audit.store());
    var doors = doors(settings, needs);
    var throttle = new Throttle(new ThrottleStore(database), needs.clock());
    var factor = new SecondFactor(new FactorStore(database, audit.store()), needs.sealer(), doors);
    var live = new LiveSessions(needs.accessTokens(), sessions, needs.clock());
    var signInNeeds =
        new SignIn.Needs(
            needs.accounts(),
            sessions,
            new RefreshTokenStore(database, audit.store()),
            needs.passwords(),
            settings.password(),
            audit.log(),
            live,
            needs.letters(),
            needs.firstWorkspace());
    var signIn = new SignIn(signInNeeds, throttle, factor, doors);
    var registration = registration(settings, needs, sessions, throttle, doors);
    var own = new OwnAccount(signInNeeds, registration, factor, live, throttle, doors);
    var cookie = new RefreshCookie(settings.longest());
    var stories = new Stories("sign-in", CONCURRENT);
    return new Sessions(
        live,
        new Entrance(signIn, cookie),
        needs.letters(),
        List.of(
            new AuthRoutes(
                signIn,
                registration,
                live,
                cookie,
                () -> methods(settings, needs),
                stories,
                needs.clock()),
            new AccountRoutes(own, cookie, stories)),
        stories);
  }

  private static Doors doors(Settings settings, Needs needs) {
    return new Doors(
        needs.accessTokens(),
        new RefreshTokens(needs.sealer().derived("refresh-token")),
        new SessionConfig(settings.idle(), settings.longest()),
        needs.ids(),
        needs.clock());
  }

  private static Future<Methods> methods(Settings settings, Needs needs) {
    return needs.setupNeeded().get().map(needed -> settings.methods(needed));
  }

  private static Registration registration(
      Settings settings, Needs needs, SessionStore sessions, Throttle throttle, Doors doors) {
    return new Registration(
        new Registration.Needs(
            new RegistrationStore(needs.database(), sessions, needs.audit().store()),
            needs.accounts(),
            new InvitationStore(needs.database()),
            needs.passwords(),
            settings::mode,
            needs.firstWorkspace()),
        throttle,
        needs.letters(),
        doors);
  }

  /// What an operator decides.
  ///
  /// @param registration says `open`, `invitation` or `closed`
  /// @param password whether people sign in, and make accounts, with a password
  /// @param elsewhere null where nobody signs in with an account from elsewhere
  /// @param idle how long a session lasts without use
  /// @param longest how long it lasts in any case
  public record Settings(
      Supplier<String> registration,
      boolean password,
      @Nullable Elsewhere elsewhere,
      Duration idle,
      Duration longest) {

    private Methods methods(boolean setupNeeded) {
      var shown = password ? registration.get() : "closed";
      return new Methods(password, shown, setupNeeded, elsewhere);
    }

    private Registration.Mode mode() {
      return password
          ? Registration.Mode.valueOf(registration.get().toUpperCase(Locale.ROOT))
          : Registration.Mode.ELSEWHERE;
    }
  }

  /// An account from elsewhere.
  ///
  /// @param name what the button says
  /// @param start where it leads
  public record Elsewhere(String name, String start) {}

  /// What signing in is given.
  ///
  /// @param setupNeeded whether the first workspace has no owner
  public record Needs(
      Database database,
      AccountStore accounts,
      Passwords passwords,
      AccessTokens accessTokens,
      Sealer sealer,
      Audit audit,
      Letters letters,
      Supplier<Future<Boolean>> setupNeeded,
      WorkspaceId firstWorkspace,
      Ids ids,
      InstantSource clock) {}
}
