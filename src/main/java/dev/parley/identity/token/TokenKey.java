package dev.parley.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// One key, which signs by exactly one algorithm. Its id is computed from it, so that an id never
/// means two keys and nobody configures it.
sealed interface TokenKey permits HmacKey, Ed25519Key {
  /// The `typ` of an access token (RFC 9068), so that no token made for something else passes.
  String TYPE = "at+jwt";

  int ID_BYTES = 4;

  String id();

  /// The header of every token that this key signs. Checks go by it too, never by what a token says
  /// of itself.
  JWSHeader header();

  Base64URL sign(byte[] input) throws JOSEException;

  boolean signed(byte[] input, Base64URL signature) throws JOSEException;

  static JWSHeader headerOf(JWSAlgorithm algorithm, String id) {
    return new JWSHeader.Builder(algorithm).type(new JOSEObjectType(TYPE)).keyID(id).build();
  }

  /// The first 8 hexadecimal digits of the SHA-256 of a key.
  static String idOf(byte[] key) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
