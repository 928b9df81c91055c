package dev.parley.identity.session;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.Role;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.Audit;
import dev.parley.control.audit.AuditConfig;
import dev.parley.identity.account.Account;
import dev.parley.identity.account.AccountStore;
import dev.parley.identity.password.Passwords;
import dev.parley.identity.session.Doors.SessionConfig;
import dev.parley.identity.session.SessionStore.Device;
import dev.parley.identity.token.AccessTokens;
import dev.parley.identity.token.TokenConfig;
import dev.parley.identity.token.TokenConfig.Algorithm;
import dev.parley.platform.config.Secret;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.mail.Mailer;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.seal.SealConfig;
import dev.parley.platform.seal.Sealer;
import dev.parley.testkit.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/// Signing in over a real database, with a clock that a test moves. Several rigs may share one
/// database, each with a time of its own.
final class SignInRig {
  static final Device DEVICE = new Device("192.0.2.7", "a browser");

  private static final Secret NONE = new Secret("");
  private static final Secret KEY = new Secret("kX3-vv9_QpL0z7RtYw2sB8nM4cE6hJ1d");
  private static final Duration CALL =
      Duration.ofHours(1); // longer than a test moves the clock in the middle of one

  final TestClock clock;
  final SignIn signIn;

  private final LiveSessions live;
  private final WorkspaceId workspace;

  SignInRig(Stores stores, TestClock clock, TokenConfig tokenConfig) {
    this.clock = clock;
    this.workspace = stores.workspace();
    var database = stores.database();
    var dataDir = stores.dataDir();
    var ids = new Ids(clock);
    var audit = Audit.of(new AuditConfig(KEY), dataDir, database, clock);
    var sessions = new SessionStore(database, audit.store());
    var accessTokens = AccessTokens.of(tokenConfig, dataDir, ids, clock);
    var sealer = Sealer.of(new SealConfig(KEY), dataDir);
    var doors =
        new Doors(
            accessTokens,
            new RefreshTokens(sealer.derived("refresh-token")),
            new SessionConfig(Duration.ofDays(14), Duration.ofDays(90)),
            ids,
            clock);
    live = new LiveSessions(accessTokens, sessions, clock);
    signIn =
        new SignIn(
            new SignIn.Needs(
                new AccountStore(database),
                sessions,
                new RefreshTokenStore(database, audit.store()),
                stores.passwords(),
                true,
                audit.log(),
                live,
                new Letters(stores.mailer(), "https://chat.example.org", false),
                workspace),
            new Throttle(new ThrottleStore(database), clock),
            new SecondFactor(new FactorStore(database, audit.store()), sealer, doors),
            doors);
  }

  /// Access tokens signed by one key and accepted from one more.
  ///
  /// @param other empty for none
  static TokenConfig tokens(String signing, String other) {
    return new TokenConfig(
        Algorithm.HS256,
        new Secret(signing),
        new Secret(other),
        NONE,
        NONE,
        Duration.ofMinutes(10),
        "parley",
        "parley");
  }

  /// A call that begins now.
  Call call() {
    return new Call("test", new Caller.Parley(workspace), Deadline.after(clock, CALL));
  }

  Entered begin(UUID user) {
    return signIn.begin(call(), account(user), DEVICE);
  }

  Entered refresh(String token) {
    return signIn.refresh(call(), token, DEVICE);
  }

  /// Whether an access token opens anything.
  boolean isIn(Entered entered) {
    return live.identify(call(), entered.access().token()).await().isPresent();
  }

  private Account account(UUID user) {
    var now = clock.instant();
    return new Account(
        workspace,
        new UserId(user),
        user + "@example.org",
        "Somebody",
        Role.MEMBER,
        true,
        null,
        null,
        false,
        0,
        now,
        now);
  }

  /// What rigs may share.
  record Stores(
      Database database, Passwords passwords, Mailer mailer, WorkspaceId workspace, Path dataDir) {}
}
