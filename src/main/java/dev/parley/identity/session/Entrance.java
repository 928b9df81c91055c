package dev.parley.identity.session;

import dev.parley.call.Call;
import dev.parley.identity.account.Account;
import dev.parley.identity.session.SessionStore.Device;
import dev.parley.platform.http.Request;

/// The way in for those who have proved elsewhere who they are.
public final class Entrance {
  private final SignIn signIn;
  private final RefreshCookie cookie;

  Entrance(SignIn signIn, RefreshCookie cookie) {
    this.signIn = signIn;
    this.cookie = cookie;
  }

  /// Opens a session in the workspace of the account. Blocks.
  public Entered open(Call call, Account account, Device device) {
    return signIn.begin(Doors.in(account.workspace(), call), account, device);
  }

  /// The `Set-Cookie` header that keeps somebody signed in.
  public String cookie(Request request, Entered entered) {
    return cookie.keep(request, entered.refreshToken());
  }
}
