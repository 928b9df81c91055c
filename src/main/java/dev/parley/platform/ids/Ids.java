package dev.parley.platform.ids;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/// Makes ids. Time-ordered ones (UUID version 7, RFC 9562) for rows, name-based ones (version 5)
/// for things that must get the same id when they are counted twice. Safe from any thread.
public final class Ids {
  private static final long VERSION_7 = 0x7000L;
  private static final long VERSION_5 = 0x5000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Ids(InstantSource clock) {
    this.clock = clock;
  }

  /// A new id that sorts after those made in earlier milliseconds.
  public UUID next() {
    var millis = clock.millis();
    var high = (millis << 16) | VERSION_7 | (random.nextInt() & 0xFFFL);
    var low = VARIANT | (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
    return new UUID(high, low);
  }

  /// The id that belongs to `name` inside `space`: the same for the same two, always.
  public static UUID named(UUID space, String name) {
    try {
      var sha = MessageDigest.getInstance("SHA-1");
      sha.update(bytes(space));
      var hash = ByteBuffer.wrap(sha.digest(name.getBytes(StandardCharsets.UTF_8)));
      var high = (hash.getLong() & ~0xF000L) | VERSION_5;
      var low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | VARIANT;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
