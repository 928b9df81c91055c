package dev.parley.platform.seal;

import dev.parley.platform.config.Env;
import dev.parley.platform.config.MinLength;
import dev.parley.platform.config.Secret;

/// The keys that values are sealed with.
///
/// @param encryptionKey `id:base64` of 32 bytes each, separated by commas, the first one writes; or
///   one text of at least 32 characters; empty for a key of this process's own
public record SealConfig(@MinLength(32) @Env("ENCRYPTION_KEY") Secret encryptionKey) {
  public SealConfig {
    var _ = SealKeys.of(encryptionKey); // refuses what is no key
  }
}
