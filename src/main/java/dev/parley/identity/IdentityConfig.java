package dev.parley.identity;

import dev.parley.identity.token.TokenConfig;
import dev.parley.platform.config.Env;

/// Who may come in.
///
/// @param anonymousAccess who needs no credentials
public record IdentityConfig(
    @Env("ANONYMOUS_ACCESS") AnonymousAccess anonymousAccess, TokenConfig token) {

  /// Who needs no credentials.
  public enum AnonymousAccess {
    /// Nobody.
    OFF,
    /// Whoever sits at the machine itself: a loopback peer that asks for a loopback host.
    LOCAL,
    /// Everybody, for reading and asking; changes still need credentials unless made locally.
    ALL
  }
}
