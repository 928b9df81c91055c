package dev.parley.platform.seal;

import dev.parley.platform.config.Env;
import dev.parley.platform.config.MinLength;
import dev.parley.platform.config.Secret;

/// What is sealed, and with which keys.
///
/// @param encryptionKey `id:base64` of 32 bytes each, separated by commas, the first one writes; or
///   one text of at least 32 characters; empty for a key of this process's own
/// @param messages whether what people write and are answered is sealed too
public record SealConfig(
    @MinLength(32) @Env("ENCRYPTION_KEY") Secret encryptionKey,
    @Env("SEAL_MESSAGES") boolean messages) {
  public SealConfig {
    var _ = SealKeys.of(encryptionKey); // refuses what is no key
  }
}
