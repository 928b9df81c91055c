package dev.parley.control.audit;

import dev.parley.platform.config.Env;
import dev.parley.platform.config.MinLength;
import dev.parley.platform.config.Secret;

/// The audit log.
///
/// @param key secret from which the key of the chains is derived; never changed, because the hashes
///   of the past stay bound to it
public record AuditConfig(@Env("AUDIT_KEY") @MinLength(32) Secret key) {}
