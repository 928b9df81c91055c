package dev.parley.identity.token;

import static dev.parley.identity.token.Tokens.KEY;
import static dev.parley.identity.token.Tokens.NOW;
import static dev.parley.identity.token.Tokens.OTHER_KEY;
import static dev.parley.identity.token.Tokens.SEED;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/// Tokens that must be refused, by what is wrong with them. Each is signed with the right key
/// unless its name says otherwise, so that nothing but the one thing is wrong.
final class TrapTable {
  private static final byte[] PUBLIC_KEY =
      new Ed25519PrivateKeyParameters(SEED).generatePublicKey().getEncoded();

  private final Map<String, String> traps = new LinkedHashMap<>();

  static String header() {
    return "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"" + kid() + "\"}";
  }

  static String payload() {
    return """
    {"iss":"parley","aud":"parley","sub":"0198c1d2-0000-7000-8000-000000000001",\
    "tid":"0198c1d2-0000-7000-8000-000000000002","sid":"0198c1d2-0000-7000-8000-000000000003",\
    "role":"member","jti":"0198c1d2-0000-7000-8000-000000000004","iat":%d,"exp":%d}\
    """
        .formatted(NOW, NOW + 600);
  }

  static Map<String, String> all() {
    var table = new TrapTable();
    table.algorithms();
    table.headers();
    table.claims();
    table.times();
    table.signatures();
    table.forms();
    return table.traps;
  }

  private void algorithms() {
    var none = header().replace("HS256", "none");
    var input = Forge.encode(none) + "." + Forge.encode(payload());
    trap("alg none, no signature", input + ".");
    trap("alg none, two parts", input);
    trap("alg none, signed all the same", Forge.hmac(KEY, none, payload()));
    trap("alg None", Forge.hmac(KEY, header().replace("HS256", "None"), payload()));
    trap(
        "alg NONE, no signature",
        Forge.encode(header().replace("HS256", "NONE")) + "." + Forge.encode(payload()) + ".");
    trap("alg hs256 in small letters", signed(header().replace("HS256", "hs256")));
    trap(
        "alg HS512 with the key of HS256",
        Forge.hmac("HmacSHA512", KEY, header().replace("HS256", "HS512"), payload()));
    trap(
        "alg HS384 with the key of HS256",
        Forge.hmac("HmacSHA384", KEY, header().replace("HS256", "HS384"), payload()));
    trap("alg HS256 said, HS512 done", Forge.hmac("HmacSHA512", KEY, header(), payload()));
    trap("alg RS256", signed(header().replace("HS256", "RS256")));
    trap("alg missing", signed("{\"typ\":\"at+jwt\",\"kid\":\"" + kid() + "\"}"));
    trap("alg is a number", signed(header().replace("\"HS256\"", "256")));
    trap("alg is null", signed(header().replace("\"HS256\"", "null")));
    trap("alg twice", signed(header().replace("{", "{\"alg\":\"none\",")));
    trap(
        "alg EdDSA with the kid of HS256",
        Forge.ed25519(SEED, header().replace("HS256", "EdDSA"), payload()));
    var publicKid = header().replace(kid(), Forge.kid(PUBLIC_KEY));
    trap("HS256 with the public key of EdDSA as its secret", confused(publicKid));
    trap("HS256 with the kid of EdDSA", signed(publicKid));
    trap(
        "alg Ed25519 with the kid of EdDSA",
        Forge.ed25519(SEED, publicKid.replace("HS256", "Ed25519"), payload()));
  }

  private static String confused(String header) {
    var input = Forge.encode(header) + "." + Forge.encode(payload());
    return input + "." + Forge.encode(Forge.tag("HmacSHA256", PUBLIC_KEY, input));
  }

  private void headers() {
    trap("typ missing", signed("{\"alg\":\"HS256\",\"kid\":\"" + kid() + "\"}"));
    trap("typ JWT", signed(header().replace("at+jwt", "JWT")));
    trap("typ of an id token", signed(header().replace("at+jwt", "id+jwt")));
    trap("typ in capitals", signed(header().replace("at+jwt", "AT+JWT")));
    trap("typ is a list", signed(header().replace("\"at+jwt\"", "[\"at+jwt\"]")));
    trap("kid missing", signed("{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}"));
    trap("kid empty", signed(header().replace(kid(), "")));
    trap("kid unknown", signed(header().replace(kid(), "00000000")));
    trap("kid is a path", signed(header().replace(kid(), "../../dev/null")));
    trap("kid is SQL", signed(header().replace(kid(), "' OR 1=1 --")));
    trap("kid is a number", signed(header().replace("\"" + kid() + "\"", "1")));
    trap("kid twice", signed(header().replace("{", "{\"kid\":\"00000000\",")));
    trap("crit of something unknown", signed(with("\"crit\":[\"x\"],\"x\":1")));
    trap("crit empty", signed(with("\"crit\":[]")));
    trap("crit with exp", signed(with("\"crit\":[\"exp\"],\"exp\":1")));
    trap("b64 false", signed(with("\"b64\":false,\"crit\":[\"b64\"]")));
    trap("b64 false without crit", signed(with("\"b64\":false")));
    trap("b64 true", signed(with("\"b64\":true")));
    trap("jku", signed(with("\"jku\":\"https://keys.example.org/jwks.json\"")));
    trap("x5u", signed(with("\"x5u\":\"https://keys.example.org/x5u\"")));
    trap("x5c", signed(with("\"x5c\":[\"AAAA\"]")));
    trap("x5t#S256", signed(with("\"x5t#S256\":\"AAAA\"")));
    trap("jwk of its own", Forge.hmac(OTHER_KEY, with(ownKey()), payload()));
    trap("zip", signed(with("\"zip\":\"DEF\"")));
    trap("cty JWT", signed(with("\"cty\":\"JWT\"")));
    trap("enc, as an encrypted token", signed(with("\"enc\":\"A256GCM\"")));
    trap("any other name", signed(with("\"x\":1")));
  }

  private static String ownKey() {
    return "\"jwk\":{\"kty\":\"oct\",\"k\":\"" + Forge.encode(OTHER_KEY) + "\"}";
  }

  private void claims() {
    for (var claim : new String[] {"iss", "aud", "sub", "tid", "sid", "role", "jti"}) {
      trap(claim + " missing", of(payload().replaceFirst("\"" + claim + "\":\"[^\"]*\",", "")));
      trap(claim + " empty", of(payload().replaceFirst("(\"" + claim + "\":\")[^\"]*", "$1")));
      trap(claim + " null", of(payload().replaceFirst("(\"" + claim + "\":)\"[^\"]*\"", "$1null")));
      trap(
          claim + " is a number",
          of(payload().replaceFirst("(\"" + claim + "\":)\"[^\"]*\"", "$1 7")));
      trap(claim + " twice", of(payload().replaceFirst("(\"" + claim + "\":\"[^\"]*\")", "$1,$1")));
    }
    trap("iss of somebody else", of(payload().replace("\"iss\":\"parley\"", "\"iss\":\"parlez\"")));
    trap("aud of somebody else", of(payload().replace("\"aud\":\"parley\"", "\"aud\":\"other\"")));
    trap(
        "aud is a list", of(payload().replace("\"aud\":\"parley\"", "\"aud\":[\"parley\",\"x\"]")));
    trap("sub is no id", of(payload().replace("0198c1d2-0000-7000-8000-000000000001", "ana")));
    trap(
        "sub is an id written short",
        of(payload().replace("0198c1d2-0000-7000-8000-000000000001", "1-1-1-1-1")));
    trap("tid is any", of(payload().replace("0198c1d2-0000-7000-8000-000000000002", "*")));
    trap("role is no role", of(payload().replace("member", "member; admin")));
    trap("role is a list", of(payload().replace("\"member\"", "[\"owner\"]")));
  }

  private void times() {
    trap("exp missing", of(payload().replaceFirst(",\"exp\":\\d+", "")));
    trap("iat missing", of(payload().replaceFirst(",\"iat\":\\d+", "")));
    trap("exp over", of(time("iat", NOW - 700), time("exp", NOW - 31)));
    trap("exp zero", of(time("exp", 0)));
    trap("exp before iat", of(time("iat", NOW), time("exp", NOW - 1)));
    trap("exp in a year", of(time("exp", NOW + 31_536_000)));
    trap("exp at the end of time", of(time("exp", Long.MAX_VALUE)));
    trap(
        "exp overflows",
        of(payload().replaceFirst("\"exp\":\\d+", "\"exp\":99999999999999999999")));
    trap("exp is infinite", of(payload().replaceFirst("\"exp\":\\d+", "\"exp\":1e999")));
    trap("exp is a text", of(payload().replaceFirst("\"exp\":(\\d+)", "\"exp\":\"$1\"")));
    trap("exp is a fraction", of(payload().replaceFirst("\"exp\":(\\d+)", "\"exp\":$1.5")));
    trap("exp null", of(payload().replaceFirst("\"exp\":\\d+", "\"exp\":null")));
    trap("exp in milliseconds", of(time("exp", (NOW + 600) * 1_000)));
    trap("iat tomorrow", of(time("iat", NOW + 31)));
    trap("iat before time", of(time("iat", -1)));
    trap("iat is the least number", of(time("iat", Long.MIN_VALUE), time("exp", NOW + 1)));
    trap("iat is a text", of(payload().replaceFirst("\"iat\":(\\d+)", "\"iat\":\"$1\"")));
    trap("nbf tomorrow", of(payload().replace("{", "{\"nbf\":" + (NOW + 31) + ",")));
    trap("nbf is a text", of(payload().replace("{", "{\"nbf\":\"0\",")));
  }

  private void signatures() {
    var good = Forge.hmac(KEY, header(), payload());
    var signature = good.substring(good.lastIndexOf('.') + 1);
    var input = good.substring(0, good.lastIndexOf('.') + 1);
    trap("signature of another key", Forge.hmac(OTHER_KEY, header(), payload()));
    trap("signature of an empty key's neighbour", Forge.hmac("\0", header(), payload()));
    trap("signature missing", input);
    trap("signature cut", good.substring(0, good.length() - 4));
    trap("signature longer", good + "AAAA");
    trap("signature of zeros", input + "A".repeat(43));
    trap(
        "signature of another token",
        Forge.hmac(KEY, header(), payload().replace("member", "owner")).replaceFirst("[^.]*$", "")
            + signature);
    trap(
        "role changed after signing",
        Forge.encode(header())
            + "."
            + Forge.encode(payload().replace("member", "owner"))
            + "."
            + signature);
    trap("last bits of the signature changed", input + lastBitsChanged(signature));
  }

  /// The same bytes for a careless decoder: 43 letters hold 258 bits, of which 256 count.
  private static String lastBitsChanged(String signature) {
    var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    var last = letters.indexOf(signature.charAt(signature.length() - 1));
    return signature.substring(0, signature.length() - 1) + letters.charAt(last ^ 1);
  }

  private void forms() {
    var good = Forge.hmac(KEY, header(), payload());
    trap("empty", "");
    trap("one dot", ".");
    trap("two dots", "..");
    trap("five parts, as an encrypted token", good + "..");
    trap("padding", good + "=");
    trap("a space before", " " + good);
    trap("a line end after", good + "\n");
    trap(
        "a line end inside the signature",
        good.substring(0, good.length() - 5) + "\n" + good.substring(good.length() - 5));
    trap("a letter that is not base64url", good + "!");
    trap("a letter that is not ASCII", good + "é");
    trap("an API key", "sk_12345678_" + "x".repeat(43) + "_123456");
    trap("JSON serialisation", "{\"payload\":\"\",\"protected\":\"\",\"signature\":\"\"}");
    trap("payload is a list", of("[" + payload() + "]"));
    trap("payload is a text", of("\"parley\""));
    trap("payload is null", of("null"));
    trap("payload is no JSON", of("parley"));
    trap("payload is empty", of(""));
    trap("header is a list", signed("[" + header() + "]"));
    trap("header is null", signed("null"));
    trap("header is no JSON", signed("parley"));
    trap("header is nested a thousand times", signed("[".repeat(1_000)));
    trap("payload is nested two thousand times", of("[".repeat(2_000)));
    trap("longer than 4 KiB", of(payload().replace("{", "{\"x\":\"" + "x".repeat(3_000) + "\",")));
  }

  private static String time(String claim, long second) {
    return "\"" + claim + "\":" + second;
  }

  /// The good payload with some of its times replaced.
  private static String of(String first, String... more) {
    if (first.startsWith("\"iat\"") || first.startsWith("\"exp\"")) {
      var payload = payload().replaceFirst(first.substring(0, 6) + "\\d+", first);
      for (var time : more) {
        payload = payload.replaceFirst(time.substring(0, 6) + "\\d+", time);
      }
      return Forge.hmac(KEY, header(), payload);
    }
    return Forge.hmac(KEY, header(), first);
  }

  private static String signed(String header) {
    return Forge.hmac(KEY, header, payload());
  }

  private static String with(String more) {
    return header().replace("}", "," + more + "}");
  }

  private static String kid() {
    return Forge.kid(Forge.bytes(KEY));
  }

  private void trap(String name, String token) {
    if (traps.put(name, token) != null) {
      throw new IllegalStateException("two traps are called " + name);
    }
  }
}
