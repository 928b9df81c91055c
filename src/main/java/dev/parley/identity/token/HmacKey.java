package dev.parley.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import dev.parley.platform.config.Secret;
import java.nio.charset.StandardCharsets;

/// A key that both signs and checks, with HMAC and SHA-256.
final class HmacKey implements TokenKey {
  private final String id;
  private final JWSHeader header;
  private final MACSigner signer;
  private final MACVerifier verifier;

  /// @param secret at least 32 bytes
  HmacKey(Secret secret) {
    var bytes = secret.value().getBytes(StandardCharsets.UTF_8);
    try {
      id = TokenKey.idOf(bytes);
      header = TokenKey.headerOf(JWSAlgorithm.HS256, id);
      signer = new MACSigner(bytes);
      verifier = new MACVerifier(bytes);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("not a key for HS256", e);
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public JWSHeader header() {
    return header;
  }

  @Override
  public Base64URL sign(byte[] input) throws JOSEException {
    return signer.sign(header, input);
  }

  @Override
  public boolean signed(byte[] input, Base64URL signature) throws JOSEException {
    return verifier.verify(header, input, signature);
  }
}
