package dev.parley.identity.account;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person as the contract shows one: without anything that proves who they are.
public record PersonView(
    UUID id,
    String email,
    String name,
    String role,
    boolean enabled,
    boolean totp,
    Instant createdAt,
    @Nullable Instant lastSeenAt) {

  public static PersonView of(Account account) {
    return new PersonView(
        account.id().value(),
        account.email(),
        account.name(),
        account.role().name().toLowerCase(Locale.ROOT),
        account.enabled(),
        account.totp(),
        account.createdAt(),
        account.lastSeenAt());
  }
}
