package dev.parley.identity.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.Role;
import dev.parley.platform.config.ConfigFault;
import dev.parley.platform.config.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PersonTest {
  private static final List<RoleRule> ROLES =
      List.of(RoleRule.parse("staff=agent"), RoleRule.parse("cn=ops,dc=example = admin"));

  @Test
  void groupsBecomeTheHighestRole() {
    assertEquals(Role.AGENT, role("groups", Map.of("groups", List.of("x", "staff"))));
    assertEquals(
        Role.ADMIN, role("groups", Map.of("groups", List.of("staff", "cn=ops,dc=example"))));
    assertEquals(Role.AGENT, role("groups", Map.of("groups", "staff")));
    assertEquals(Role.MEMBER, role("groups", Map.of("groups", List.of("Staff"))));
    assertEquals(Role.MEMBER, role("groups", Map.of()));
    assertNull(role("", Map.of("groups", "staff")));
  }

  @Test
  void rolesMayStandInsideAnotherClaimOrUnderAnAddress() {
    var inside = Map.<String, Object>of("realm_access", Map.of("roles", List.of("staff")));
    var address = Map.<String, Object>of("https://example.org/roles", List.of("staff"));

    assertEquals(Role.AGENT, role("realm_access.roles", inside));
    assertEquals(Role.AGENT, role("https://example.org/roles", address));
  }

  @Test
  void onlyATrueWordProvesAnAddress() {
    assertTrue(person(Map.of("email_verified", true)).emailProven());
    assertTrue(person(Map.of("email_verified", "true")).emailProven());
    assertFalse(person(Map.of("email_verified", "yes")).emailProven());
    assertFalse(person(Map.of("email_verified", 1)).emailProven());
    assertFalse(person(Map.of()).emailProven());
  }

  @Test
  void whatIsNoAddressIsNone() {
    assertEquals("a@b", person(Map.of("email", " a@b ")).email());
    assertNull(person(Map.of("email", "a b@c")).email());
    assertNull(person(Map.of("email", "nobody")).email());
    assertNull(person(Map.of("email", "a\u0000@b")).email());
    assertNull(person(Map.of("email", "a@" + "b".repeat(200))).email());
  }

  @Test
  void thereIsAlwaysAName() {
    assertEquals("Nina", person(Map.of("name", "Nina", "email", "n@b")).name());
    assertEquals("nini", person(Map.of("preferred_username", "nini")).name());
    assertEquals("n", person(Map.of("name", " ", "email", "n@b")).name());
    assertEquals("sub-1", person(Map.of()).name());
    assertEquals("a b", person(Map.of("name", "a\u0000b")).name());
    assertEquals(100, person(Map.of("name", "x".repeat(300))).name().length());
  }

  @Test
  void theSubjectIsTheProvidersOwn() {
    assertEquals("https://id.example|sub-1", person(Map.of()).subject());
  }

  @Test
  void rulesAreValueAndRole() {
    assertEquals("cn=ops,dc=example=admin", ROLES.get(1).toString());
    assertThrows(ConfigFault.class, () -> RoleRule.parse("staff"));
    assertThrows(ConfigFault.class, () -> RoleRule.parse("staff=boss"));
    assertThrows(ConfigFault.class, () -> RoleRule.parse("=admin"));
  }

  @Test
  void theConfigurationRefusesWhatIsNotSafe() {
    assertThrows(ConfigFault.class, () -> config("http://id.example", ""));
    assertThrows(ConfigFault.class, () -> config("http://localhost.evil.example", ""));
    assertThrows(ConfigFault.class, () -> config("https://id.example?a", ""));
    assertEquals("http://localhost:8080/realms/a", issuer("http://localhost:8080/realms/a"));
  }

  private static String issuer(String issuer) {
    return config(issuer, "").issuer();
  }

  private static @Nullable Role role(String claim, Map<String, Object> claims) {
    return Person.of(config("https://id.example", claim), "sub-1", claims).role();
  }

  private static Person person(Map<String, Object> claims) {
    return Person.of(config("https://id.example", ""), "sub-1", claims);
  }

  private static OidcConfig config(String issuer, String roleClaim) {
    var roles = roleClaim.isEmpty() ? List.<RoleRule>of() : ROLES;
    return new OidcConfig(issuer, "parley", new Secret(""), "ID", "openid", true, roleClaim, roles);
  }
}
