package dev.parley.identity.session;

import dev.parley.call.Call;
import dev.parley.call.Role;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.identity.account.Account;
import dev.parley.identity.account.AccountProblem;
import dev.parley.identity.account.AccountStore;
import dev.parley.identity.account.AccountStore.NewAccount;
import dev.parley.identity.account.InvitationStore;
import dev.parley.identity.account.InvitationStore.Invitation;
import dev.parley.identity.key.Secrets;
import dev.parley.identity.password.PasswordRules;
import dev.parley.identity.password.Passwords;
import dev.parley.identity.session.SessionStore.Device;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How accounts begin, and how a forgotten password is set anew. Stories: each method blocks and is
/// called on a virtual thread.
final class Registration {
  private static final Duration RESET_LIFE = Duration.ofHours(1);

  private final RegistrationStore store;
  private final AccountStore accounts;
  private final InvitationStore invitations;
  private final Passwords passwords;
  private final PasswordRules rules = new PasswordRules();
  private final Throttle throttle;
  private final Letters letters;
  private final Doors doors;
  private final Supplier<Mode> mode;
  private final WorkspaceId firstWorkspace;
  private final SecureRandom random = new SecureRandom();

  Registration(Needs needs, Throttle throttle, Letters letters, Doors doors) {
    this.store = needs.store();
    this.accounts = needs.accounts();
    this.invitations = needs.invitations();
    this.passwords = needs.passwords();
    this.mode = needs.mode();
    this.firstWorkspace = needs.firstWorkspace();
    this.throttle = throttle;
    this.letters = letters;
    this.doors = doors;
  }

  /// Makes an account and signs it in.
  Entered register(Call call, Wish wish, @Nullable String invitation, Device device) {
    doors.await(call, throttle.tryNetwork(call, call.address()));
    var invited = Optional.ofNullable(invitation).map(token -> invited(call, token, wish.email()));
    var mode = this.mode.get();
    if (mode == Mode.ELSEWHERE) {
      throw new AccountProblem.PasswordsOff();
    }
    if (invited.isEmpty() && mode != Mode.OPEN) {
      throw new AccountProblem.NoRegistration(
          mode == Mode.INVITATION
              ? "An invitation is needed. Ask an administrator for one."
              : "New accounts are made by administrators.");
    }
    var here = Doors.in(invited.map(Invitation::workspace).orElse(firstWorkspace), call);
    var account = account(here, wish, invited.map(Invitation::role).orElse(Role.MEMBER));
    var opening = doors.open(account.id(), device);
    var id = invited.map(Invitation::id).orElse(null);
    doors.await(here, store.register(here, account, id, opening.session()));
    return doors.entered(view(account), opening.session().id(), opening.token());
  }

  /// Makes the first owner with the token of the set-up link, and signs them in.
  Entered setUp(Call call, String token, String workspaceName, Wish wish, Device device) {
    doors.await(call, throttle.tryNetwork(call, call.address()));
    var here = Doors.in(firstWorkspace, call);
    var account = account(here, wish, Role.OWNER);
    var opening = doors.open(account.id(), device);
    doors.await(
        here, store.setUp(here, Secrets.sha256(token), workspaceName, account, opening.session()));
    return doors.entered(view(account), opening.session().id(), opening.token());
  }

  /// Sends a link to set a new password, if there is such an account. Says nothing either way.
  void forgot(Call call, String email) {
    doors.await(call, throttle.tryNetwork(call, call.address()));
    var account = doors.await(call, accounts.findByEmail(call, email.strip()));
    if (mode.get() == Mode.ELSEWHERE || account.filter(Account::enabled).isEmpty()) {
      return;
    }
    var here = Doors.in(account.get().workspace(), call);
    var token = Secrets.mint(random);
    var user = account.get().id();
    var event = AuditEvent.of(AuditAction.PASSWORD_RESET_ASKED, "user:" + user).by("anonymous");
    var expires = doors.now().plus(RESET_LIFE);
    doors.await(here, store.putReset(here, user, Secrets.sha256(token), expires, event));
    letters.reset(here, account.get().email(), letters.link("/reset", token));
  }

  /// Sets a new password with the token of the link, and ends every session.
  void reset(Call call, String token, String password) {
    doors.await(call, throttle.tryNetwork(call, call.address()));
    var hash = Secrets.sha256(token);
    var found =
        doors
            .await(call, store.findReset(call, hash, doors.now()))
            .orElseThrow(AccountProblem.LinkGone::new);
    var here = Doors.in(found.workspace(), call);
    var stored = hash(here, password, found.email(), "/password");
    var user = "user:" + found.user();
    var event = AuditEvent.of(AuditAction.PASSWORD_RESET, user).by(user);
    if (!doors.await(here, store.reset(here, hash, found.user(), stored, doors.now(), event))) {
      throw new AccountProblem.LinkGone();
    }
    doors.await(here, throttle.forget(here, found.email()));
  }

  /// The hash of a password that passes the rules.
  ///
  /// @param pointer where the password stands in the request
  String hash(Call call, String password, String email, String pointer) {
    var refusal = rules.refusal(password, email);
    if (refusal.isPresent()) {
      throw new HttpProblem.Invalid(
          "Choose another password.", List.of(new Offence(pointer, refusal.get().detail())));
    }
    return doors.await(call, passwords.hash(password));
  }

  private Invitation invited(Call call, String token, String email) {
    return doors
        .await(call, invitations.findByHash(call, Secrets.sha256(token), doors.now()))
        .filter(found -> found.email().equalsIgnoreCase(email.strip()))
        .orElseThrow(AccountProblem.LinkGone::new);
  }

  private NewAccount account(Call call, Wish wish, Role role) {
    return new NewAccount(
        call.workspace(),
        new UserId(doors.nextId()),
        wish.email().strip(),
        wish.name().strip(),
        role,
        hash(call, wish.password(), wish.email(), wish.pointer()),
        null,
        doors.now());
  }

  private static Account view(NewAccount made) {
    return new Account(
        made.workspace(),
        made.id(),
        made.email(),
        made.name(),
        made.role(),
        true,
        made.passwordHash(),
        null,
        false,
        0,
        made.createdAt(),
        made.createdAt());
  }

  /// Who may make an account.
  enum Mode {
    OPEN,
    INVITATION,
    CLOSED,
    /// Nobody here: accounts come from the identity provider.
    ELSEWHERE
  }

  /// What somebody wants to be.
  ///
  /// @param pointer where the password stands in the request
  record Wish(String email, String name, String password, String pointer) {
    @Override
    public String toString() {
      return email;
    }
  }

  /// What registration is made of.
  record Needs(
      RegistrationStore store,
      AccountStore accounts,
      InvitationStore invitations,
      Passwords passwords,
      Supplier<Mode> mode,
      WorkspaceId firstWorkspace) {}
}
