package dev.parley.identity.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import dev.parley.platform.config.Secret;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// A key pair whose public half may be shown. Bouncy Castle computes it, because Nimbus' own signer
/// needs one more library and the JDK makes no public key from a seed.
final class Ed25519Key implements TokenKey {
  private static final int SEED_BYTES = 32;

  private final Ed25519PrivateKeyParameters privateKey;
  private final Ed25519PublicKeyParameters publicKey;
  private final String id;
  private final JWSHeader header;

  /// @param configured of the form that [#seed] reads
  Ed25519Key(Secret configured) {
    privateKey = new Ed25519PrivateKeyParameters(seed(configured).orElseThrow());
    publicKey = privateKey.generatePublicKey();
    id = TokenKey.idOf(publicKey.getEncoded());
    header = TokenKey.headerOf(JWSAlgorithm.EdDSA, id);
  }

  /// The 32 bytes of a seed in base64 or base64url.
  static Optional<byte[]> seed(Secret configured) {
    try {
      var bytes =
          Base64.getDecoder().decode(configured.value().replace('-', '+').replace('_', '/'));
      return bytes.length == SEED_BYTES ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
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
  public Base64URL sign(byte[] input) {
    var signer = new Ed25519Signer();
    signer.init(true, privateKey);
    signer.update(input, 0, input.length);
    return Base64URL.encode(signer.generateSignature());
  }

  @Override
  public boolean signed(byte[] input, Base64URL signature) {
    var signer = new Ed25519Signer();
    signer.init(false, publicKey);
    signer.update(input, 0, input.length);
    return signer.verifySignature(signature.decode());
  }

  /// The public half as a JSON Web Key.
  Map<String, Object> published() {
    return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(publicKey.getEncoded()))
        .keyID(id)
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(JWSAlgorithm.EdDSA)
        .build()
        .toJSONObject();
  }
}
