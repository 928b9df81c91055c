package dev.parley.identity;

import dev.parley.call.Caller;
import java.util.Set;

/// What each kind of caller may do. The names are the `x-permission` values of `openapi.yaml`.
public final class Permissions {
  /// Needs no caller at all.
  public static final String NONE = "none";

  private static final Set<String> OF_EVERYBODY = Set.of("read", "ask");

  private Permissions() {}

  /// Whether the caller may do what the permission names.
  public static boolean allows(Caller caller, String permission) {
    return switch (caller) {
      case Caller.Person _, Caller.Key _, Caller.Parley _ -> true;
      case Caller.Anonymous anonymous -> anonymous.local() || OF_EVERYBODY.contains(permission);
    };
  }
}
