package dev.parley.identity;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.identity.oidc.OidcConfig;
import dev.parley.identity.token.TokenConfig;
import dev.parley.platform.config.Env;
import dev.parley.platform.config.PlainNumber;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// Who may come in.
///
/// @param anonymousAccess who needs no credentials
/// @param registration who may make an account
/// @param publicUrl where people find this server, for links in letters; empty for this machine
/// @param sessionIdle how long a sign-in lasts without use
/// @param sessionLongest how long it lasts in any case
/// @param passwordSignIn whether a password is one of the ways in
public record IdentityConfig(
    @Env("ANONYMOUS_ACCESS") AnonymousAccess anonymousAccess,
    @Env("REGISTRATION") Registration registration,
    @Env("PUBLIC_URL") String publicUrl,
    @PlainNumber(ChronoUnit.DAYS) @Env("REFRESH_TOKEN_EXPIRE_DAYS") Duration sessionIdle,
    @PlainNumber(ChronoUnit.DAYS) Duration sessionLongest,
    @Env("PASSWORD_SIGN_IN") boolean passwordSignIn,
    TokenConfig token,
    OidcConfig oidc) {

  public IdentityConfig {
    require(
        publicUrl.isEmpty() || publicUrl.matches("https?://[A-Za-z0-9.\\[\\]:-]+"),
        "public-url must be an origin such as https://chat.example.org, without a path");
    require(sessionIdle.isPositive(), "session-idle must be positive");
    require(
        sessionLongest.compareTo(sessionIdle) >= 0,
        "session-longest must not be shorter than session-idle");
    require(
        passwordSignIn || oidc.isOn(),
        "password-sign-in must be true where oidc.issuer is empty, or nobody could sign in");
  }

  /// Who needs no credentials.
  public enum AnonymousAccess {
    /// Nobody.
    OFF,
    /// Whoever sits at the machine itself: a loopback peer that asks for a loopback host.
    LOCAL,
    /// Everybody, for reading and asking; changes still need credentials unless made locally.
    ALL
  }

  /// Who may make an account.
  public enum Registration {
    /// Everybody, as a member of the first workspace.
    OPEN,
    /// Who was invited.
    INVITATION,
    /// Nobody; administrators still invite.
    CLOSED
  }
}
