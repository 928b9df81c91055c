package dev.parley.identity.oidc;

import com.nimbusds.jose.util.Base64URL;
import dev.parley.identity.key.Secrets;
import java.security.SecureRandom;
import java.time.Instant;

/// A sign-in between its two requests.
///
/// @param state ties the answer to this browser
/// @param nonce ties the ID token to this sign-in
/// @param verifier proves that who exchanges the code is who asked for it
/// @param place of this site to go to afterwards
record Flow(String state, String nonce, String verifier, String place, Instant expires) {

  static Flow begin(SecureRandom random, String place, Instant expires) {
    return new Flow(
        Secrets.mint(random), Secrets.mint(random), Secrets.mint(random), place, expires);
  }

  /// What the provider is told of the verifier beforehand.
  String challenge() {
    return Base64URL.encode(Secrets.sha256(verifier)).toString();
  }

  /// Names nothing secret.
  @Override
  public String toString() {
    return "until " + expires;
  }
}
