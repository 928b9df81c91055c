package dev.parley.platform.seal;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.platform.config.ConfigFault;
import dev.parley.platform.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Reads the configured keys: `k2:base64,k1:base64`, or one text that a key is derived from. That
/// text may also end a list, so that who began with it can turn to another key.
final class SealKeys {
  private static final String KEY = "encryption-key ";
  private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9_-]{1,16}):(.*)");
  private static final String ID_OF_TEXT = "k1";
  private static final int KEY_BYTES = 32;
  private static final int TEXT_LENGTH = 32;
  private static final byte[] PURPOSE = "parley seal v1".getBytes(StandardCharsets.US_ASCII);

  private SealKeys() {}

  /// @param id names the key in what it sealed
  record SealKey(String id, SecretKey key) {}

  /// The keys, the writing one first; none for nothing configured.
  static List<SealKey> of(Secret configured) {
    var text = configured.value();
    if (text.isEmpty()) {
      return List.of();
    }
    var items = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    if (items.stream().noneMatch(item -> NAMED.matcher(item).matches())) {
      return List.of(derived(text));
    }
    var keys = items.stream().map(SealKeys::listed).toList();
    var ids = new HashSet<String>();
    keys.forEach(key -> require(ids.add(key.id()), KEY + "must give every key an id of its own"));
    return keys;
  }

  private static SealKey listed(String item) {
    var named = NAMED.matcher(item);
    return named.matches() ? decoded(named.group(1), named.group(2)) : derived(item);
  }

  private static SealKey decoded(String id, String base64) {
    var bytes = decode(base64);
    require(bytes.length == KEY_BYTES, KEY + "must hold 32 bytes of base64 after each id");
    return new SealKey(id, new SecretKeySpec(bytes, "AES"));
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException e) {
      var fault = new ConfigFault(KEY + "must hold 32 bytes of base64 after each id");
      fault.initCause(e);
      throw fault;
    }
  }

  private static SealKey derived(String text) {
    require(
        text.length() >= TEXT_LENGTH,
        KEY + "must be id:base64,… with 32 bytes each, or a text of at least 32 characters");
    try {
      var kdf = KDF.getInstance("HKDF-SHA256");
      var material =
          HKDFParameterSpec.ofExtract()
              .addIKM(text.getBytes(StandardCharsets.UTF_8))
              .thenExpand(PURPOSE, KEY_BYTES);
      return new SealKey(ID_OF_TEXT, kdf.deriveKey("AES", material));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 25 has HKDF", e);
    }
  }
}
