package dev.parley.control.audit;

import dev.parley.platform.crypto.DeriveKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The hash that binds an event to all before it: `HMAC-SHA256(key, previous ‖ canonical(row))`.
///
/// The canonical form says every part with its length, so no two rows have the same one:
///
/// ```
/// text      = length (4 bytes, big-endian) UTF-8
/// canonical = text "parley-audit-1"
///             workspace (16 bytes) seq (8 bytes) at (8 bytes, microseconds since 1970)
///             text actor, text action, text target, text request id, text address
///             number of details (4 bytes), then for each, in the order of the keys:
///               text key, 's' text value      or, for what is no string and so never ours,
///               text key, 'j' text JSON
/// ```
///
/// Safe from any thread.
final class AuditSeal {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String FORM = "parley-audit-1";
  private static final int LENGTH = 32;

  private final SecretKeySpec key;

  private AuditSeal(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /// @param secret at least 128 random bits, from which the key is derived
  static AuditSeal of(byte[] secret) {
    return new AuditSeal(DeriveKey.of(secret, FORM));
  }

  /// What the first event of a chain is bound to.
  static byte[] genesis() {
    return new byte[LENGTH];
  }

  /// The hash of a row.
  ///
  /// @param previous the hash of the row before
  byte[] hash(byte[] previous, AuditRow row) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(previous);
      put(mac, row);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static void put(Mac mac, AuditRow row) {
    var workspace = row.workspace().value();
    text(mac, FORM);
    number(mac, workspace.getMostSignificantBits());
    number(mac, workspace.getLeastSignificantBits());
    number(mac, row.seq());
    number(mac, ChronoUnit.MICROS.between(Instant.EPOCH, row.at()));
    text(mac, row.actor());
    text(mac, row.action());
    text(mac, row.target());
    text(mac, row.requestId());
    text(mac, row.address());
    var keys = new TreeSet<>(row.detail().fieldNames());
    length(mac, keys.size());
    for (var name : keys) {
      text(mac, name);
      var value = row.detail().getValue(name);
      mac.update((byte) (value instanceof String ? 's' : 'j'));
      text(mac, String.valueOf(value));
    }
  }

  private static void text(Mac mac, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    length(mac, bytes.length);
    mac.update(bytes);
  }

  private static void length(Mac mac, int length) {
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
  }

  private static void number(Mac mac, long number) {
    mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
  }
}
