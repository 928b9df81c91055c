package dev.parley.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// Builds tokens by hand, good and bad ones, without the library that checks them.
final class Forge {
  private Forge() {}

  /// A token of these two texts, signed with HMAC-SHA-256 or another of its family.
  static String hmac(String mac, String key, String header, String payload) {
    var input = encode(header) + "." + encode(payload);
    return input + "." + encode(tag(mac, bytes(key), input));
  }

  static String hmac(String key, String header, String payload) {
    return hmac("HmacSHA256", key, header, payload);
  }

  static String ed25519(byte[] seed, String header, String payload) {
    var input = encode(header) + "." + encode(payload);
    var signer = new Ed25519Signer();
    signer.init(true, new Ed25519PrivateKeyParameters(seed));
    signer.update(bytes(input), 0, input.length());
    return input + "." + encode(signer.generateSignature());
  }

  static byte[] tag(String mac, byte[] key, String input) {
    try {
      var hash = Mac.getInstance(mac);
      hash.init(new SecretKeySpec(key, mac));
      return hash.doFinal(bytes(input));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The id that a key has to have.
  static String kid(byte[] key) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(hash).substring(0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String encode(String text) {
    return encode(bytes(text));
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String decode(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
