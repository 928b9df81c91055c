package dev.parley.identity.session;

import dev.parley.identity.account.Account;
import dev.parley.identity.token.AccessTokens.Issued;

/// Somebody who has come in.
///
/// @param refreshToken good for one use
public record Entered(Account account, Issued access, String refreshToken) {
  @Override
  public String toString() {
    return account.id().toString();
  }
}
