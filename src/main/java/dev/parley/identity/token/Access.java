package dev.parley.identity.token;

import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import java.util.UUID;
import java.util.regex.Pattern;

/// What an access token says of its bearer.
///
/// @param session the sign-in it belongs to; the token is worth nothing once that has ended
/// @param role what the person was in the workspace when the token was issued, such as `member`
public record Access(UserId user, WorkspaceId workspace, UUID session, String role) {
  private static final Pattern ROLE = Pattern.compile("[a-z][a-z_]{0,31}");

  public Access {
    if (!ROLE.matcher(role).matches()) {
      throw new IllegalArgumentException("not a role");
    }
  }
}
