package dev.parley.identity.oidc;

import dev.parley.call.Role;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whom the identity provider has let in.
///
/// @param subject issuer and subject: what an account is found by
/// @param email null when the provider gave none that can be one
/// @param emailProven whether the provider vouches for it
/// @param role null where roles are given here
record Person(
    String subject, @Nullable String email, boolean emailProven, String name, @Nullable Role role) {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
  private static final int LONGEST_EMAIL = 200;
  private static final int LONGEST_NAME = 100;

  /// Reads the claims of the ID token and of the user info.
  static Person of(OidcConfig config, String sub, Map<String, Object> claims) {
    var email = email(text(claims.get("email")));
    return new Person(
        config.issuer() + "|" + sub,
        email,
        "true".equals(String.valueOf(claims.get("email_verified"))), // some send a text
        name(claims, email == null ? sub : email),
        role(config, claims));
  }

  private static @Nullable String email(@Nullable String text) {
    return text != null && text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches()
        ? text
        : null;
  }

  private static String name(Map<String, Object> claims, String otherwise) {
    var found =
        List.of("name", "preferred_username", "nickname").stream()
            .flatMap(claim -> Optional.ofNullable(text(claims.get(claim))).stream())
            .findFirst()
            .orElse(otherwise.split("@", 2)[0]);
    var clean = found.replaceAll("\\p{Cntrl}", " ").strip();
    var cut = clean.codePointCount(0, clean.length()) > LONGEST_NAME;
    return cut ? clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME)) : clean;
  }

  /// The highest role of what the provider says somebody is; a member's when it says nothing.
  private static @Nullable Role role(OidcConfig config, Map<String, Object> claims) {
    if (config.roleClaim().isEmpty()) {
      return null;
    }
    var said = values(claim(claims, config.roleClaim()));
    return config.roles().stream()
        .filter(rule -> said.contains(rule.value()))
        .map(RoleRule::role)
        .min(Comparator.naturalOrder())
        .orElse(Role.MEMBER);
  }

  /// The claim of this name or, since some providers nest them, at this path of names.
  static @Nullable Object claim(Map<?, ?> claims, String path) {
    if (claims.containsKey(path)) {
      return claims.get(path);
    }
    var dot = path.indexOf('.');
    return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
        ? claim(inner, path.substring(dot + 1))
        : null;
  }

  private static Set<String> values(@Nullable Object claim) {
    return switch (claim) {
      case String one -> Set.of(one);
      case Collection<?> many -> many.stream().map(String::valueOf).collect(Collectors.toSet());
      case null, default -> Set.of();
    };
  }

  private static @Nullable String text(@Nullable Object claim) {
    return claim instanceof String text && !text.isBlank() ? text.strip() : null;
  }

  /// Names nobody.
  @Override
  public String toString() {
    return "a person";
  }
}
