package dev.parley.retrieval.document;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Role;
import dev.parley.call.UserId;
import dev.parley.identity.Permissions;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who looks at documents, as statements take it.
///
/// @param everything whether every base is theirs to read and change, as far as it is nobody's own
/// @param person whose conversations the viewer's are; null for somebody without credentials
/// @param role null for whoever has no more than everybody: somebody without credentials, or a key
///   that may ask and not read, such as one that stands in a web page
public record Viewer(boolean everything, @Nullable UUID person, @Nullable String role) {

  /// The caller. A key that may read sees what its person sees.
  public static Viewer of(Call call) {
    return switch (call.caller()) {
      case Caller.Person(var _, var user, var _, var role) -> of(user, role);
      case Caller.Key key ->
          Permissions.allows(key, Permissions.READ)
              ? of(key.user(), key.role())
              : new Viewer(false, key.user().value(), null);
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
