package dev.parley.identity.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.call.Call;
import dev.parley.identity.account.Account;
import dev.parley.identity.oidc.IdTokens.Expected;
import dev.parley.identity.oidc.Provider.Tokens;
import dev.parley.platform.lifecycle.Waits;
import dev.parley.platform.observe.Log;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Signing in with an account from elsewhere. Stories: each method blocks and is called on a
/// virtual thread.
final class OidcSignIn {
  private static final Log LOG = Log.of(OidcSignIn.class);

  private final OidcConfig config;
  private final String redirectUri;
  private final Provider provider;
  private final Accounts accounts;
  private final InstantSource clock;
  private final Waits waits;
  private final SecureRandom random = new SecureRandom();

  OidcSignIn(
      OidcConfig config,
      String redirectUri,
      Provider provider,
      Accounts accounts,
      InstantSource clock) {
    this.config = config;
    this.redirectUri = redirectUri;
    this.provider = provider;
    this.accounts = accounts;
    this.clock = clock;
    this.waits = new Waits(clock);
  }

  /// Begins a sign-in that ends at a place of this site.
  Beginning begin(Call call, String place) {
    var endpoint = waits.on(call, provider.metadata(call)).authorizationEndpoint();
    var flow = Flow.begin(random, place, clock.instant().plus(FlowCookie.LIFE));
    var query = new LinkedHashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", config.clientId());
    query.put("redirect_uri", redirectUri);
    query.put("scope", config.scopes());
    query.put("state", flow.state());
    query.put("nonce", flow.nonce());
    query.put("code_challenge", flow.challenge());
    query.put("code_challenge_method", "S256");
    var join = endpoint.contains("?") ? "&" : "?";
    return new Beginning(flow, endpoint + join + Provider.form(query));
  }

  /// The account of whom the provider sent back.
  Account finish(Call call, Flow flow, Reply reply) {
    var code = code(call, flow, reply);
    var metadata = waits.on(call, provider.metadata(call));
    var grant = new LinkedHashMap<String, String>();
    grant.put("grant_type", "authorization_code");
    grant.put("code", code);
    grant.put("redirect_uri", redirectUri);
    grant.put("code_verifier", flow.verifier());
    var tokens = waits.on(call, provider.exchange(call, metadata, grant));
    try {
      var idToken = IdTokens.parse(tokens.idToken(), metadata.algorithms());
      requireSigned(call, idToken);
      var expected = new Expected(config.issuer(), config.clientId(), flow.nonce());
      var claims = IdTokens.check(idToken, expected, clock.instant());
      var all = completed(call, claims, metadata.userinfoEndpoint(), tokens);
      return accounts.of(call, Person.of(config, claims.getSubject(), all));
    } catch (OidcProblem.Invalid problem) {
      throw Provider.invalid(call, problem.detail());
    }
  }

  private String code(Call call, Flow flow, Reply reply) {
    var state = reply.state();
    if (state == null || !same(state, flow.state())) {
      throw new OidcProblem.Expired();
    }
    // RFC 9207: the answer of another provider than the one that was asked.
    if (reply.issuer() != null && !config.issuer().equals(reply.issuer())) {
      throw Provider.invalid(call, "The answer comes from another issuer.");
    }
    if (reply.error() != null) {
      LOG.warning(call, "the identity provider refused", "error", Provider.word(reply.error()));
      throw reply.error().equals("access_denied")
          ? new OidcProblem.Cancelled()
          : new OidcProblem.Refused();
    }
    if (reply.code() == null) {
      throw new OidcProblem.Refused();
    }
    return reply.code();
  }

  /// A key that is not known yet may be new: then the keys are asked for once more.
  private void requireSigned(Call call, SignedJWT idToken) {
    var candidates = IdTokens.candidates(idToken, waits.on(call, provider.keys().get(call)));
    if (candidates.isEmpty()) {
      candidates = IdTokens.candidates(idToken, waits.on(call, provider.keys().renew(call)));
    }
    if (!IdTokens.signed(idToken, candidates)) {
      throw new OidcProblem.Invalid("The ID token is not signed with a key of the provider.");
    }
  }

  /// The claims of the ID token, with those of the user info where something is missing: providers
  /// need not put addresses and groups into the token. The token wins.
  private Map<String, Object> completed(
      Call call, JWTClaimsSet claims, @Nullable String userinfo, Tokens tokens) {
    var all = new HashMap<>(claims.getClaims());
    var complete =
        all.containsKey("email")
            && (config.roleClaim().isEmpty() || Person.claim(all, config.roleClaim()) != null);
    var accessToken = tokens.accessToken();
    if (complete || userinfo == null || accessToken == null) {
      return all;
    }
    var more = waits.on(call, provider.userinfo(call, userinfo, accessToken));
    if (!claims.getSubject().equals(more.get("sub"))) {
      throw new OidcProblem.Invalid("The user info is about somebody else.");
    }
    if (all.containsKey("email")) {
      more.remove("email_verified"); // it is said of the other address
    }
    more.forEach(all::putIfAbsent);
    return all;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /// A sign-in that has begun.
  ///
  /// @param address where the browser is sent
  record Beginning(Flow flow, String address) {}

  /// What the browser brings back from the provider.
  record Reply(
      @Nullable String code,
      @Nullable String state,
      @Nullable String error,
      @Nullable String issuer) {
    @Override
    public String toString() {
      return "a reply";
    }
  }
}
