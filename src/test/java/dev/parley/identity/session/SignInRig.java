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
  private static final Duration CALL = Duration.ofMinutes(2);

  final TestClock clock = new TestClock();
  final SignIn signIn;

  private final LiveSessions live;
  private final WorkspaceId workspace;

  SignInRig(
      Database database, Passwords passwords, Mailer mailer, WorkspaceId workspace, Path dataDir) {
    this.workspace = workspace;
    var ids = new Ids(clock);
    var audit = Audit.of(new AuditConfig(KEY), dataDir, database, clock);
    var sessions = new SessionStore(database, audit.store());
    var accessTokens = AccessTokens.of(tokenConfig(), dataDir, ids, clock);
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
                passwords,
                audit.log(),
                live,
                new Letters(mailer, "https://chat.example.org", false),
                workspace),
            new Throttle(new ThrottleStore(database), clock),
            new SecondFactor(new FactorStore(database, audit.store()), sealer, doors),
            doors);
  }

  private static TokenConfig tokenConfig() {
    return new TokenConfig(
        Algorithm.HS256, KEY, NONE, NONE, NONE, Duration.ofMinutes(10), "parley", "parley");
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
}
