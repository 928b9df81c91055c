package dev.parley.identity.account;

import dev.parley.call.Role;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person of a workspace, as stored.
///
/// @param passwordHash in PHC form; null for who signs in elsewhere or has not chosen one
/// @param totpSeed sealed; null when no second factor was ever begun
/// @param totp whether a second factor is on
/// @param totpStep the last time step whose code was used
public record Account(
    WorkspaceId workspace,
    UserId id,
    String email,
    String name,
    Role role,
    boolean enabled,
    @Nullable String passwordHash,
    @Nullable String totpSeed,
    boolean totp,
    long totpStep,
    Instant createdAt,
    @Nullable Instant lastSeenAt) {}
