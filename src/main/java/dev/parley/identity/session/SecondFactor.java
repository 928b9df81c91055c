package dev.parley.identity.session;

import dev.parley.call.Call;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.control.audit.AuditAction;
import dev.parley.control.audit.AuditEvent;
import dev.parley.identity.account.Account;
import dev.parley.identity.account.AccountProblem;
import dev.parley.identity.account.AccountStore;
import dev.parley.identity.session.FactorStore.Confirmed;
import dev.parley.identity.totp.RecoveryCodes;
import dev.parley.identity.totp.Totp;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Problem.Offence;
import dev.parley.platform.seal.Place;
import dev.parley.platform.seal.Sealer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Codes of an authenticator app, and the recovery codes for the day it is lost. Stories: each
/// method blocks and is called on a virtual thread.
final class SecondFactor {
  private final FactorStore store;
  private final Sealer sealer;
  private final Doors doors;
  private final Totp totp = new Totp();
  private final RecoveryCodes recovery = new RecoveryCodes();

  SecondFactor(FactorStore store, Sealer sealer, Doors doors) {
    this.store = store;
    this.sealer = sealer;
    this.doors = doors;
  }

  /// Takes the code of somebody who signs in; each is good once.
  void require(Call call, Account account, @Nullable String code) {
    if (code == null) {
      throw new AccountProblem.CodeRequired();
    }
    var good =
        RecoveryCodes.isOne(code) ? useRecovery(call, account, code) : use(call, account, code);
    if (!good) {
      throw new AccountProblem.BadCode();
    }
  }

  /// Begins the set-up; nothing changes before the first code is confirmed.
  String begin(Call call, Account account) {
    var seed = totp.newSeed();
    doors.await(call, store.begin(call, account.id(), sealer.seal(seed, place(account))));
    return seed;
  }

  /// Switches the factor on. A wrong code says nothing about who asks, so it is no 401.
  List<String> confirm(Call call, Account account, String code) {
    var sealed = account.totpSeed();
    if (sealed == null || account.totp()) {
      throw wrongCode();
    }
    var seed = sealer.openText(sealed, place(account));
    var step = totp.accept(seed, code, account.totpStep(), doors.now());
    if (step.isEmpty()) {
      throw wrongCode();
    }
    var codes = recovery.mint();
    var hashes = codes.stream().map(one -> RecoveryCodes.hash(account.id(), one)).toList();
    var confirmed = new Confirmed(account.id(), sealed, step.getAsLong(), hashes);
    doors.await(call, store.confirm(call, confirmed, event(AuditAction.TOTP_ADDED, account)));
    return codes;
  }

  void remove(Call call, Account account) {
    doors.await(call, store.remove(call, account.id(), event(AuditAction.TOTP_REMOVED, account)));
  }

  private boolean use(Call call, Account account, String code) {
    var sealed = account.totpSeed();
    if (sealed == null) {
      return false;
    }
    var seed = sealer.openText(sealed, place(account));
    var step = totp.accept(seed, code, account.totpStep(), doors.now());
    return step.isPresent()
        && doors.await(call, store.useStep(call, account.id(), step.getAsLong()));
  }

  private boolean useRecovery(Call call, Account account, String code) {
    var hash = RecoveryCodes.hash(account.id(), code);
    var event = event(AuditAction.RECOVERY_CODE_USED, account);
    return doors.await(call, store.useCode(call, account.id(), hash, event));
  }

  private static AuditEvent event(AuditAction action, Account account) {
    var user = "user:" + account.id();
    return AuditEvent.of(action, user).by(user);
  }

  private static HttpProblem wrongCode() {
    return new HttpProblem.Invalid(
        "The code is wrong, or was used before.",
        List.of(new Offence("/code", "is wrong, or was used before")));
  }

  private static Place place(Account account) {
    return place(account.workspace(), account.id());
  }

  /// Where the seed of somebody stands.
  static Place place(WorkspaceId workspace, UserId user) {
    return AccountStore.SEED.place(workspace, user.value());
  }
}
