package dev.parley.retrieval.document;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Role;
import dev.parley.call.UserId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who looks at documents, as statements take it.
///
/// @param everything whether every base is theirs to read and change, as far as it is nobody's own
/// @param person null for somebody without credentials
/// @param role null for the same
public record Viewer(boolean everything, @Nullable UUID person, @Nullable String role) {

  /// The caller. A key sees what its person sees.
  public static Viewer of(Call call) {
    return switch (call.caller()) {
      case Caller.Person(var _, var user, var _, var role) -> of(user, role);
      case Caller.Key(var _, var user, var _, var role, var _) -> of(user, role);
      case Caller.Anonymous anonymous -> new Viewer(anonymous.local(), null, null);
      case Caller.Parley _ -> new Viewer(true, null, null);
    };
  }

  private static Viewer of(UserId user, Role role) {
    var everything =
        switch (role) {
          case OWNER, ADMIN -> true;
          case AGENT, MEMBER -> false;
        };
    return new Viewer(everything, user.value(), role.name().toLowerCase(Locale.ROOT));
  }
}
