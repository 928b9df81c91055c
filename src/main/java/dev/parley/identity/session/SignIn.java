package dev.parley.identity.session;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.control.audit.AuditLog;
import dev.parley.identity.account.Account;
import dev.parley.identity.account.AccountProblem;
import dev.parley.identity.account.AccountStore;
import dev.parley.identity.password.Passwords;
import dev.parley.identity.session.RefreshTokenStore.Outcome;
import dev.parley.identity.session.RefreshTokenStore.Use;
import dev.parley.identity.session.SessionStore.Device;
import dev.parley.platform.http.HttpProblem;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Signing in with a password, and staying signed in. Stories: each method blocks and is called on
/// a virtual thread.
final class SignIn {
  /// How long a token that was used still leads to its successor: two tabs ask at the same time, an
  /// answer gets lost.
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final AccountStore accounts;
  private final SessionStore sessions;
  private final RefreshTokenStore tokens;
  private final Throttle throttle;
  private final Passwords passwords;
  private final boolean passwordsOn;
  private final SecondFactor secondFactor;
  private final AuditLog audit;
  private final LiveSessions live;
  private final Letters letters;
  private final Doors doors;
  private final WorkspaceId firstWorkspace;

  SignIn(Needs needs, Throttle throttle, SecondFactor secondFactor, Doors doors) {
    this.accounts = needs.accounts();
    this.sessions = needs.sessions();
    this.tokens = needs.tokens();
    this.passwords = needs.passwords();
    this.passwordsOn = needs.passwordsOn();
    this.audit = needs.audit();
    this.live = needs.live();
    this.letters = needs.letters();
    this.firstWorkspace = needs.firstWorkspace();
    this.throttle = throttle;
    this.secondFactor = secondFactor;
    this.doors = doors;
  }

  /// Opens a session for the right password, and the right code where a second factor is on. An
  /// address without an account costs the same time and is answered the same.
  Entered logIn(Call call, String email, String password, @Nullable String code, Device device) {
    if (!passwordsOn) {
      throw new AccountProblem.PasswordsOff();
    }
    doors.await(call, throttle.tryNetwork(call, call.address()));
    doors.await(call, throttle.tryAccount(call, email));
    var found = doors.await(call, accounts.findByEmail(call, email.strip()));
    var account = found.filter(Account::enabled);
    var right = matches(call, email, password, account.map(Account::passwordHash).orElse(null));
    var here = Doors.in(account.map(Account::workspace).orElse(firstWorkspace), call);
    if (account.isEmpty() || !right) {
      refused(here, found);
      throw new AccountProblem.BadCredentials();
    }
    if (account.get().totp()) {
      secondFactor.require(here, account.get(), code);
    }
    doors.await(call, throttle.forget(call, email));
    renewHash(here, account.get(), password);
    return begin(here, account.get(), device);
  }

  private boolean matches(Call call, String email, String password, @Nullable String hash) {
    try {
      return doors.await(call, passwords.matches(password, hash));
    } catch (HttpProblem.Overloaded noRoom) {
      doors.await(call, throttle.takeBack(call, email, call.address()));
      throw noRoom;
    }
  }

  /// Opens a session for somebody who has proved who they are.
  Entered begin(Call call, Account account, Device device) {
    var opening = doors.open(account.id(), device);
    doors.await(call, sessions.begin(call, opening.session()));
    return doors.entered(account, opening.session().id(), opening.token());
  }

  /// The next pair of tokens for a refresh token.
  Entered refresh(Call call, String token, Device device) {
    var hash = RefreshTokens.hash(token);
    var owner = doors.await(call, tokens.owner(call, hash));
    if (owner.isEmpty()) {
      throw new AccountProblem.SignedOut();
    }
    var here = Doors.in(owner.get().workspace(), call);
    var now = doors.now();
    var next = doors.refreshTokens().successor(token);
    var use = new Use(hash, doors.stored(next, now), device, GRACE, now);
    var rotation = doors.await(here, tokens.rotate(here, use));
    var session = rotation.session();
    var user = rotation.user();
    if (rotation.outcome() == Outcome.SUPERSEDED) {
      throw new AccountProblem.Superseded();
    }
    if (session == null || user == null) {
      throw new AccountProblem.SignedOut();
    }
    var account = doors.await(here, accounts.find(here, user));
    if (rotation.outcome() == Outcome.REUSED) {
      live.forget(session);
      account.ifPresent(one -> letters.reuse(here, one.email()));
    }
    return account
        .filter(_ -> rotation.outcome() == Outcome.RENEWED)
        .map(one -> doors.entered(one, session, next))
        .orElseThrow(AccountProblem.SignedOut::new);
  }

  /// Ends the session of a refresh token, if it has one.
  Optional<UUID> logOut(Call call, String token) {
    var hash = RefreshTokens.hash(token);
    var owner = doors.await(call, tokens.owner(call, hash));
    owner.ifPresent(found -> {
      var here = Doors.in(found.workspace(), call);
      var event =
          AuditEvent.of(AuditAction.USER_SIGNED_OUT, "session:" + found.session())
              .by("user:" + found.user());
      var _ =
          doors.await(here, sessions.end(here, found.user(), found.session(), doors.now(), event));
    });
    return owner.map(RefreshTokenStore.Owner::session);
  }

  /// An unknown address is written down too, in the first workspace: it costs the same time, and an
  /// administrator sees that somebody tries.
  private void refused(Call call, Optional<Account> account) {
    var target = account.map(one -> "user:" + one.id()).orElse("");
    var event = AuditEvent.of(AuditAction.USER_SIGN_IN_FAILED, target).by("anonymous");
    doors.await(call, audit.append(call, event));
  }

  private void renewHash(Call call, Account account, String password) {
    var hash = account.passwordHash();
    if (hash != null && passwords.outdated(hash)) {
      var renewed = doors.await(call, passwords.hash(password));
      doors.await(call, accounts.setPassword(call, account.id(), renewed));
    }
  }

  /// What signing in is made of.
  ///
  /// @param passwordsOn whether a password is enough here
  record Needs(
      AccountStore accounts,
      SessionStore sessions,
      RefreshTokenStore tokens,
      Passwords passwords,
      boolean passwordsOn,
      AuditLog audit,
      LiveSessions live,
      Letters letters,
      WorkspaceId firstWorkspace) {}
}
