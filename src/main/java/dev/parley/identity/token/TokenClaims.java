package dev.parley.identity.token;

import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stands in a token, and what has to stand in it. Every claim must be there, with its type.
record TokenClaims(String issuer, String audience) {
  private static final long LEEWAY_SECONDS = 30;
  private static final long LONGEST_SECONDS = Duration.ofHours(24).toSeconds();

  Map<String, Object> write(Access access, UUID id, Instant issued, Instant expires) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", issuer);
    claims.put("aud", audience);
    claims.put("sub", access.user().toString());
    claims.put("tid", access.workspace().toString());
    claims.put("sid", access.session().toString());
    claims.put("role", access.role());
    claims.put("jti", id.toString());
    claims.put("iat", issued.getEpochSecond());
    claims.put("exp", expires.getEpochSecond());
    return claims;
  }

  /// @throws IllegalArgumentException when an id or the role is none
  Optional<Access> read(Map<String, Object> claims, Instant now) {
    if (!issuer.equals(claims.get("iss")) || !audience.equals(claims.get("aud"))) {
      return Optional.empty();
    }
    if (!inTime(claims, now.getEpochSecond())) {
      return Optional.empty();
    }
    var _ = uuid(claims, "jti");
    return Optional.of(
        new Access(
            new UserId(uuid(claims, "sub")),
            new WorkspaceId(uuid(claims, "tid")),
            uuid(claims, "sid"),
            text(claims, "role")));
  }

  // Each bound also keeps the sums after it from overflowing.
  private static boolean inTime(Map<String, Object> claims, long now) {
    var latest = now + LEEWAY_SECONDS;
    if (!(claims.get("iat") instanceof Long issued) || issued < 0 || issued > latest) {
      return false;
    }
    if (!(claims.get("exp") instanceof Long expires)
        || expires <= issued
        || expires > issued + LONGEST_SECONDS
        || expires + LEEWAY_SECONDS <= now) {
      return false;
    }
    return !claims.containsKey("nbf") || (claims.get("nbf") instanceof Long from && from <= latest);
  }

  private static UUID uuid(Map<String, Object> claims, String name) {
    var text = text(claims, name);
    var id = UUID.fromString(text);
    if (!id.toString().equals(text)) { // the JDK also reads 1-1-1-1-1
      throw new IllegalArgumentException(name + " is no id");
    }
    return id;
  }

  private static String text(Map<String, Object> claims, String name) {
    @Nullable Object value = claims.get(name);
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(name + " is missing");
  }
}
