package dev.parley.identity.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// An Argon2id hash (RFC 9106) with what made it. As text it is a PHC string:
/// `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`.
///
/// @param memory in KiB
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record Argon2(int memory, int passes, int lanes, byte[] salt, byte[] hash) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");
  private static final int HASH_BYTES = 32;
  private static final int MOST_MEMORY = 262_144;

  /// What one hash costs.
  ///
  /// @param memory in KiB
  record Cost(int memory, int passes, int lanes) {}

  static Argon2 hash(String password, byte[] salt, Cost cost) {
    var hash = compute(password, salt, cost, HASH_BYTES);
    return new Argon2(cost.memory(), cost.passes(), cost.lanes(), salt, hash);
  }

  /// @throws IllegalArgumentException when it is no PHC string of Argon2id, or one that would take
  ///   more memory than there should be
  static Argon2 parse(String phc) {
    var form = FORM.matcher(phc);
    if (!form.matches()) {
      throw new IllegalArgumentException("the stored password hash is not Argon2id");
    }
    var decoder = Base64.getDecoder();
    var memory = Integer.parseInt(form.group(1));
    var passes = Integer.parseInt(form.group(2));
    var lanes = Integer.parseInt(form.group(3));
    if (memory > MOST_MEMORY || passes < 1 || lanes < 1 || memory < 8 * lanes) {
      throw new IllegalArgumentException("the cost of the stored password hash is out of range");
    }
    return new Argon2(
        memory, passes, lanes, decoder.decode(form.group(4)), decoder.decode(form.group(5)));
  }

  Cost cost() {
    return new Cost(memory, passes, lanes);
  }

  boolean matches(String password) {
    return MessageDigest.isEqual(hash, compute(password, salt, cost(), hash.length));
  }

  private static byte[] compute(String password, byte[] salt, Cost cost, int length) {
    var parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memory())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build();
    var generator = new Argon2BytesGenerator();
    generator.init(parameters);
    var hash = new byte[length];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  /// The PHC string.
  @Override
  public String toString() {
    var encoder = Base64.getEncoder().withoutPadding();
    // The root locale: others have digits of their own.
    return String.format(
        Locale.ROOT,
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s",
        memory,
        passes,
        lanes,
        encoder.encodeToString(salt),
        encoder.encodeToString(hash));
  }
}
