package dev.parley.identity.oidc;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.call.Role;
import java.util.Arrays;
import java.util.Locale;

/// What somebody becomes of whom the identity provider says something.
///
/// @param value of the claim that roles are read from
public record RoleRule(String value, Role role) {

  /// Reads `staff=agent`. What stands before the last `=` is the value.
  public static RoleRule parse(String text) {
    var cut = text.lastIndexOf('=');
    var name = text.substring(cut + 1).strip().toUpperCase(Locale.ROOT);
    var role = Arrays.stream(Role.values()).filter(one -> one.name().equals(name)).findFirst();
    require(
        cut > 0 && role.isPresent(),
        "must be value=role, the role one of owner, admin, agent and member");
    return new RoleRule(text.substring(0, cut).strip(), role.orElseThrow());
  }

  @Override
  public String toString() {
    return value + "=" + role.name().toLowerCase(Locale.ROOT);
  }
}
