package dev.parley.identity.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.parley.identity.token.TokenConfig.Algorithm;
import dev.parley.platform.config.Secret;
import dev.parley.platform.crypto.KeptKey;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The keys of this deployment: one signs, all check.
///
/// @param all by id
record TokenKeys(TokenKey signing, Map<String, TokenKey> all) {

  /// The configured keys; where the signing one is missing, that kept in `dataDir`. Blocks.
  static TokenKeys of(TokenConfig config, Path dataDir) {
    var all = new LinkedHashMap<String, TokenKey>();
    var signing =
        switch (config.algorithm()) {
          case HS256 -> new HmacKey(configured(config.secretKey(), dataDir, "token-secret"));
          case EDDSA -> new Ed25519Key(configured(config.signingSeed(), dataDir, "token-seed"));
        };
    all.put(signing.id(), signing);
    if (config.algorithm() == Algorithm.EDDSA) {
      add(all, config.secretKey(), HmacKey::new);
    } else {
      add(all, config.signingSeed(), Ed25519Key::new);
    }
    add(all, config.secretKeyPrevious(), HmacKey::new);
    add(all, config.signingSeedPrevious(), Ed25519Key::new);
    return new TokenKeys(signing, Collections.unmodifiableMap(all));
  }

  private static Secret configured(Secret secret, Path dataDir, String name) {
    return secret.isEmpty() ? KeptKey.in(dataDir, name) : secret;
  }

  private static void add(
      Map<String, TokenKey> all, Secret secret, Function<Secret, TokenKey> key) {
    if (!secret.isEmpty()) {
      var made = key.apply(secret);
      all.putIfAbsent(made.id(), made);
    }
  }

  Optional<TokenKey> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  /// The public keys as a JSON Web Key Set (RFC 7517): empty while HMAC alone is used.
  String published() {
    List<Map<String, Object>> keys =
        all.values().stream()
            .filter(Ed25519Key.class::isInstance)
            .map(key -> ((Ed25519Key) key).published())
            .toList();
    return JSONObjectUtils.toJSONString(Map.of("keys", keys));
  }
}
