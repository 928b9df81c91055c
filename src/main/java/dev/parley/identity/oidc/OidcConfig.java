package dev.parley.identity.oidc;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.platform.config.Env;
import dev.parley.platform.config.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The identity provider, if there is one.
///
/// @param issuer its address, as it names itself; empty for no provider
/// @param clientSecret empty for a client that has none
/// @param name what the button says
/// @param scopes what it is asked for
/// @param register whether people without an account get one
/// @param roleClaim where it says who somebody is; empty where roles are given here
/// @param roles what that makes of them
public record OidcConfig(
    @Env("OIDC_ISSUER") String issuer,
    @Env("OIDC_CLIENT_ID") String clientId,
    @Env("OIDC_CLIENT_SECRET") Secret clientSecret,
    @Env("OIDC_NAME") String name,
    @Env("OIDC_SCOPES") String scopes,
    @Env("OIDC_REGISTER") boolean register,
    @Env("OIDC_ROLE_CLAIM") String roleClaim,
    @Env("OIDC_ROLES") List<RoleRule> roles) {
  // What travels between the provider and here is worth an account: in the clear only on one
  // machine.
  private static final Pattern ISSUER =
      Pattern.compile(
          "https://[^\\s?#|]+|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d+)?(/[^\\s?#|]*)?");

  public OidcConfig {
    require(
        issuer.isEmpty() || ISSUER.matcher(issuer).matches(),
        "issuer must be an https URL without ? and #; http only on this machine");
    require(
        issuer.isEmpty() || !clientId.isBlank(), "client-id must be set where there is an issuer");
    require(!name.isBlank(), "name must not be empty");
    require(
        Arrays.asList(scopes.split(" ", -1)).contains("openid"),
        "scopes must hold openid, and others after spaces");
    require(roleClaim.isEmpty() == roles.isEmpty(), "role-claim and roles must be set together");
    roles = List.copyOf(roles);
  }

  /// Whether there is a provider.
  public boolean isOn() {
    return !issuer.isEmpty();
  }
}
