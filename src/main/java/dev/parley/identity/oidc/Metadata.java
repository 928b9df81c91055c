package dev.parley.identity.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a provider says about itself.
///
/// @param userinfoEndpoint null where there is none
/// @param algorithms that its ID tokens may be signed with, of those that are good enough
/// @param basicAuth whether the secret of the client goes into a header, or into the form
record Metadata(
    String authorizationEndpoint,
    String tokenEndpoint,
    String jwksUri,
    @Nullable String userinfoEndpoint,
    Set<JWSAlgorithm> algorithms,
    boolean basicAuth) {
  /// No shared secret and no `none`, whatever a provider offers.
  private static final Set<JWSAlgorithm> GOOD =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.EdDSA,
          JWSAlgorithm.Ed25519);

  /// Checks the document of a provider.
  ///
  /// @throws OidcProblem.Invalid when it is another's, or leads out of TLS
  static Metadata of(String issuer, Document document) {
    if (!issuer.equals(document.issuer())) {
      throw new OidcProblem.Invalid(
          "The provider calls itself %s, not %s.".formatted(document.issuer(), issuer));
    }
    var offered = document.idTokenSigningAlgValuesSupported();
    var algorithms =
        GOOD.stream()
            .filter(one -> offered == null || offered.contains(one.getName()))
            .collect(Collectors.toUnmodifiableSet());
    var ways = document.tokenEndpointAuthMethodsSupported();
    var userinfo = document.userinfoEndpoint();
    return new Metadata(
        address(issuer, document.authorizationEndpoint()),
        address(issuer, document.tokenEndpoint()),
        address(issuer, document.jwksUri()),
        userinfo == null ? null : address(issuer, userinfo),
        algorithms,
        ways == null || ways.contains("client_secret_basic"));
  }

  private static String address(String issuer, @Nullable String address) {
    try {
      var scheme = address == null ? null : URI.create(address).getScheme();
      if (address != null
          && ("https".equals(scheme) || ("http".equals(scheme) && issuer.startsWith("http:")))) {
        return address;
      }
    } catch (IllegalArgumentException _) {
      // told below
    }
    throw new OidcProblem.Invalid("The provider's document has a wrong address: " + address);
  }

  /// The document as it comes.
  record Document(
      @Nullable String issuer,
      @Nullable String authorizationEndpoint,
      @Nullable String tokenEndpoint,
      @Nullable String jwksUri,
      @Nullable String userinfoEndpoint,
      @Nullable List<String> idTokenSigningAlgValuesSupported,
      @Nullable List<String> tokenEndpointAuthMethodsSupported) {}
}
