package dev.parley.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// One secret to many keys, each for one purpose (HKDF with SHA-256, RFC 5869).
public final class DeriveKey {
  private static final int LENGTH = 32;

  private DeriveKey() {}

  /// 32 bytes that say nothing about the secret or about keys for other purposes.
  ///
  /// @param secret with at least 128 random bits; it is not stretched
  /// @param purpose such as `parley audit 1`
  public static byte[] of(byte[] secret, String purpose) {
    try {
      var parameters =
          HKDFParameterSpec.ofExtract()
              .addIKM(secret)
              .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), LENGTH);
      return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 25 has HKDF-SHA256", e);
    }
  }
}
