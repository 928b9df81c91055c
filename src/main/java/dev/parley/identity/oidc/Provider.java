package dev.parley.identity.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.parley.call.Call;
import dev.parley.platform.config.ByteSize;
import dev.parley.platform.http.HttpProblem;
import dev.parley.platform.http.Json;
import dev.parley.platform.http.outbound.FetchLimits;
import dev.parley.platform.http.outbound.Fetched;
import dev.parley.platform.http.outbound.Outbound;
import dev.parley.platform.http.outbound.OutboundProblem;
import dev.parley.platform.http.outbound.OutboundRequest;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The identity provider, as it is spoken to. Safe from any thread; futures fail with an
/// [OidcProblem], and the log says why.
final class Provider {
  private static final Log LOG = Log.of(Provider.class);
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final FetchLimits LIMITS =
      new FetchLimits(ByteSize.parse("1MiB"), Duration.ofSeconds(8));

  private final OidcConfig config;
  private final Outbound outbound;
  private final Kept<Metadata> metadata;
  private final Kept<JWKSet> keys;

  Provider(OidcConfig config, Outbound outbound, InstantSource clock) {
    this.config = config;
    this.outbound = outbound;
    this.metadata = new Kept<>(this::discover, clock);
    this.keys = new Kept<>(this::fetchKeys, clock);
  }

  Future<Metadata> metadata(Call call) {
    return metadata.get(call);
  }

  Kept<JWKSet> keys() {
    return keys;
  }

  /// Exchanges a code for tokens.
  Future<Tokens> exchange(Call call, Metadata at, Map<String, String> grant) {
    var form = new LinkedHashMap<>(grant);
    var headers = new LinkedHashMap<>(Map.of("accept", "application/json"));
    headers.put("content-type", "application/x-www-form-urlencoded");
    var secret = config.clientSecret();
    if (secret.isEmpty()) {
      form.put("client_id", config.clientId());
    } else if (at.basicAuth()) {
      headers.put("authorization", basic(config.clientId(), secret.value()));
    } else {
      form.put("client_id", config.clientId());
      form.put("client_secret", secret.value());
    }
    var request =
        new OutboundRequest(
            HttpMethod.POST, at.tokenEndpoint(), headers, Buffer.buffer(form(form)));
    return send(call, request, answer -> Json.readForeign(answer, Tokens.class));
  }

  /// What the provider says about the owner of an access token.
  Future<Map<String, Object>> userinfo(Call call, String endpoint, String accessToken) {
    try {
      var headers = Map.of("accept", "application/json", "authorization", "Bearer " + accessToken);
      var request = new OutboundRequest(HttpMethod.GET, endpoint, headers, Buffer.buffer());
      return send(call, request, Provider::object);
    } catch (IllegalArgumentException _) {
      return Future.failedFuture(invalid(call, "The access token is none."));
    }
  }

  /// A form, or the query of an address.
  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private Future<Metadata> discover(Call call) {
    var issuer = config.issuer();
    var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    return send(
        call,
        OutboundRequest.get(base + DISCOVERY),
        answer -> Metadata.of(issuer, Json.readForeign(answer, Metadata.Document.class)));
  }

  private Future<JWKSet> fetchKeys(Call call) {
    return metadata
        .get(call)
        .compose(at -> send(call, OutboundRequest.get(at.jwksUri()), Provider::keySet));
  }

  private <T> Future<T> send(Call call, OutboundRequest request, Function<String, T> read) {
    return outbound
        .send(call, request, LIMITS)
        .map(answer -> read(call, answer, read))
        .recover(failure -> Future.failedFuture(told(call, request.url(), failure)));
  }

  private static <T> T read(Call call, Fetched answer, Function<String, T> read) {
    var body = answer.body().toString(StandardCharsets.UTF_8);
    if (answer.ok()) {
      return read.apply(body);
    }
    LOG.warning(
        call,
        "the identity provider refused",
        "url",
        answer.url(),
        "status",
        answer.status(),
        "error",
        errorIn(body));
    throw answer.status() >= 500 ? new OidcProblem.Unreachable() : new OidcProblem.Refused();
  }

  private static Throwable told(Call call, String url, Throwable failure) {
    return switch (failure) {
      case OutboundProblem problem -> {
        LOG.warning(
            call, "the identity provider cannot be reached", "url", url, "why", problem.detail());
        yield new OidcProblem.Unreachable();
      }
      case HttpProblem.Unreadable unreadable -> invalid(call, unreadable.detail());
      case OidcProblem.Invalid problem -> invalid(call, problem.detail());
      default -> failure;
    };
  }

  /// A refusal whose reason is in the log.
  static OidcProblem invalid(Call call, String why) {
    LOG.warning(call, "the identity provider is not believed", "why", why);
    return new OidcProblem.Invalid(why);
  }

  /// The standard word for what went wrong; nothing else, since the rest may name people.
  private static String errorIn(String body) {
    try {
      return word(Json.readForeign(body, ErrorAnswer.class).error());
    } catch (HttpProblem.Unreadable _) {
      return "";
    }
  }

  /// An error code that is fit for a log.
  static String word(@Nullable String error) {
    return error != null && error.matches("[a-z_]{1,60}") ? error : "";
  }

  private static JWKSet keySet(String json) {
    try {
      return JWKSet.parse(json);
    } catch (ParseException _) {
      throw new OidcProblem.Invalid("The provider's keys cannot be read.");
    }
  }

  private static Map<String, Object> object(String json) {
    try {
      @Nullable Map<String, Object> read = JSONObjectUtils.parse(json);
      return read == null ? Map.of() : read;
    } catch (ParseException _) {
      throw new OidcProblem.Invalid("The provider's word about the person cannot be read.");
    }
  }

  // RFC 6749, 2.3.1: both parts are encoded as in a form before they are joined.
  private static String basic(String id, String secret) {
    var both = encoded(id) + ":" + encoded(secret);
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// What a code is worth.
  record Tokens(@Nullable String idToken, @Nullable String accessToken) {
    @Override
    public String toString() {
      return "***";
    }
  }

  private record ErrorAnswer(@Nullable String error) {}
}
