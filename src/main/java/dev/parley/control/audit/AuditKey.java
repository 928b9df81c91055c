package dev.parley.control.audit;

import dev.parley.platform.crypto.KeptKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The secret of the chains: the configured one, or one that is kept beside the data.
final class AuditKey {
  private static final String FILE = "audit";

  private AuditKey() {}

  /// Blocks when the key is kept in a file.
  static AuditSeal seal(AuditConfig config, Path dataDir) {
    var key = config.key().isEmpty() ? KeptKey.in(dataDir, FILE) : config.key();
    return AuditSeal.of(key.value().getBytes(StandardCharsets.UTF_8));
  }
}
