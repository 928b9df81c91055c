package dev.parley.identity.session;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.identity.account.Account;
import dev.parley.identity.account.AccountProblem;
import dev.parley.identity.account.AccountStore;
import dev.parley.identity.password.Passwords;
import dev.parley.identity.session.SessionStore.NewPassword;
import dev.parley.identity.session.SessionStore.SessionRow;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import java.util.List;
import java.util.UUID;

/// What people do with their own account. Stories: each method blocks and is called on a virtual
/// thread.
final class OwnAccount {
  private final AccountStore accounts;
  private final SessionStore sessions;
  private final Passwords passwords;
  private final Registration registration;
  private final SecondFactor secondFactor;
  private final LiveSessions live;
  private final Throttle throttle;
  private final Doors doors;

  OwnAccount(
      SignIn.Needs needs,
      Registration registration,
      SecondFactor secondFactor,
      LiveSessions live,
      Throttle throttle,
      Doors doors) {
    this.accounts = needs.accounts();
    this.sessions = needs.sessions();
    this.passwords = needs.passwords();
    this.registration = registration;
    this.secondFactor = secondFactor;
    this.live = live;
    this.throttle = throttle;
    this.doors = doors;
  }

  Account find(Call call) {
    return doors
        .await(call, accounts.find(call, person(call).user()))
        .orElseThrow(AccountProblem.SignedOut::new);
  }

  Account rename(Call call, String name) {
    doors.await(call, accounts.rename(call, person(call).user(), name.strip()));
    return find(call);
  }

  /// Changes the password; every other session ends.
  void changePassword(Call call, String current, String password) {
    var account = prove(call, current, "/current");
    var hash = registration.hash(call, password, account.email(), "/password");
    var change = new NewPassword(account.id(), hash, person(call).session(), doors.now());
    doors.await(
        call, sessions.changePassword(call, change, event(AuditAction.PASSWORD_CHANGED, account)));
    live.forgetAll();
  }

  List<SessionRow> sessions(Call call) {
    return doors.await(call, sessions.list(call, person(call).user(), doors.now()));
  }

  void endSession(Call call, UUID session) {
    var event = AuditEvent.of(AuditAction.SESSION_ENDED, "session:" + session);
    var ended =
        doors.await(call, sessions.end(call, person(call).user(), session, doors.now(), event));
    live.forget(session);
    if (!ended) {
      throw new HttpProblem.NotFound("There is no such session.");
    }
  }

  void endSessions(Call call) {
    var user = person(call).user();
    var event = AuditEvent.of(AuditAction.SESSION_ENDED, "user:" + user);
    doors.await(call, sessions.endAll(call, user, null, doors.now(), event));
    live.forgetAll();
  }

  /// Begins a second factor; returns its seed.
  String beginTotp(Call call, String password) {
    var account = prove(call, password, "/password");
    if (account.totp()) {
      throw new HttpProblem.Invalid("A second factor is on; remove it first.", List.of());
    }
    return secondFactor.begin(call, account);
  }

  List<String> confirmTotp(Call call, String code) {
    return secondFactor.confirm(call, find(call), code);
  }

  void removeTotp(Call call, String password) {
    secondFactor.remove(call, prove(call, password, "/password"));
  }

  /// Who changes what keeps others out shows the password again. Tries count as those to sign in.
  private Account prove(Call call, String password, String pointer) {
    var account = find(call);
    doors.await(call, throttle.tryAccount(call, account.email()));
    if (!doors.await(call, passwords.matches(password, account.passwordHash()))) {
      throw new HttpProblem.Invalid(
          "The password is wrong.", List.of(new Offence(pointer, "is not your password")));
    }
    doors.await(call, throttle.forget(call, account.email()));
    return account;
  }

  private static AuditEvent event(AuditAction action, Account account) {
    return AuditEvent.of(action, "user:" + account.id());
  }

  static Caller.Person person(Call call) {
    if (call.caller() instanceof Caller.Person person) {
      return person;
    }
    throw new HttpProblem.Forbidden("This is for people who signed in.");
  }
}
