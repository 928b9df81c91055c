package dev.parley.platform.seal;

import dev.parley.platform.crypto.KeptKey;
import dev.parley.platform.seal.SealKeys.SealKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals column values with AES-256-GCM, so that a copy of the database alone gives none away. A
/// sealed value reads `v1.<key id>.<nonce>.<text and tag>`, opens only in its own [Place], and
/// tells its length. Safe from any thread; takes microseconds.
public final class Sealer {
  private static final String VERSION = "v1";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private final SealKey current;
  private final Map<String, SealKey> keys;
  private final SecureRandom random = new SecureRandom();

  private Sealer(List<SealKey> keys) {
    this.current = keys.getFirst();
    this.keys = keys.stream().collect(Collectors.toMap(SealKey::id, Function.identity()));
  }

  /// A sealer with the configured keys, or else with the one kept in `dataDir`, which is made at
  /// the first start.
  public static Sealer of(SealConfig config, Path dataDir) {
    var keys = SealKeys.of(config.encryptionKey());
    return new Sealer(keys.isEmpty() ? SealKeys.of(KeptKey.in(dataDir, "encryption")) : keys);
  }

  public String seal(String plain, Place place) {
    return seal(plain.getBytes(StandardCharsets.UTF_8), place);
  }

  /// Seals with the first key. Sealing twice gives two different texts.
  public String seal(byte[] plain, Place place) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, current, nonce, place).doFinal(plain);
      return String.join(
          ".",
          VERSION,
          current.id(),
          ENCODER.encodeToString(nonce),
          ENCODER.encodeToString(sealed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM cannot seal", e);
    }
  }

  /// What was sealed there.
  ///
  /// @throws BrokenSealException when it was changed, or sealed for another place or with a key
  ///   that is not configured
  public byte[] open(String sealed, Place place) {
    var parts = sealed.split("\\.", -1);
    if (parts.length != 4 || !parts[0].equals(VERSION)) {
      throw new BrokenSealException(at(place) + " does not hold a sealed value");
    }
    var key = keys.get(parts[1]);
    if (key == null) {
      throw new BrokenSealException(
          at(place) + " was sealed with a key that ENCRYPTION_KEY does not hold");
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, key, decode(parts[2], place), place)
          .doFinal(decode(parts[3], place));
    } catch (AEADBadTagException e) {
      throw new BrokenSealException(
          at(place) + " was changed, moved from elsewhere, or sealed with another key", e);
    } catch (GeneralSecurityException e) {
      throw new BrokenSealException(at(place) + " does not hold a sealed value", e);
    }
  }

  /// [#open] for what was sealed as text.
  public String openText(String sealed, Place place) {
    return new String(open(sealed, place), StandardCharsets.UTF_8);
  }

  /// A key of its own for something that is not stored, made from the first key.
  ///
  /// @param purpose what it is for; another purpose gives another key
  public SecretKey derived(String purpose) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(current.key());
      return new SecretKeySpec(
          mac.doFinal(("derived " + purpose).getBytes(StandardCharsets.UTF_8)), "HmacSHA256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
    }
  }

  /// Whether the first key sealed this. What an older key sealed can be opened and sealed again;
  /// after that the older key can go.
  public boolean isCurrent(String sealed) {
    return sealed.startsWith(currentPrefix());
  }

  /// How everything begins that the first key sealed.
  public String currentPrefix() {
    return VERSION + "." + current.id() + ".";
  }

  private static Cipher cipher(int mode, SealKey key, byte[] nonce, Place place)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        String.join("|", VERSION, key.id(), place.text()).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] decode(String part, Place place) {
    try {
      var bytes = DECODER.decode(part);
      // The decoder also takes padding and stray last bits: two texts would open alike.
      if (ENCODER.encodeToString(bytes).equals(part)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new BrokenSealException(at(place) + " does not hold a sealed value", e);
    }
    throw new BrokenSealException(at(place) + " does not hold a sealed value");
  }

  private static String at(Place place) {
    return place.table() + "." + place.column() + " of row " + place.row();
  }
}
