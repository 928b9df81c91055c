package dev.parley.identity.token;

import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.identity.token.TokenConfig.Algorithm;
import dev.parley.platform.config.Secret;
import dev.parley.platform.ids.Ids;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;

/// Keys, configurations and one person for the tests of tokens.
final class Tokens {
  static final String KEY = "kX3-vv9_QpL0z7RtYw2sB8nM4cE6hJ1d";
  static final String OTHER_KEY = "another-key-of-thirty-two-letters";
  static final byte[] SEED = Forge.tag("HmacSHA256", Forge.bytes("one"), "seed");
  static final byte[] OTHER_SEED = Forge.tag("HmacSHA256", Forge.bytes("two"), "seed");
  static final long NOW = 1_800_000_000;
  static final Access ANA =
      new Access(
          new UserId(UUID.fromString("0198c1d2-0000-7000-8000-000000000001")),
          new WorkspaceId(UUID.fromString("0198c1d2-0000-7000-8000-000000000002")),
          UUID.fromString("0198c1d2-0000-7000-8000-000000000003"),
          "member");

  private Tokens() {}

  static TokenConfig hs256(String key, String previous) {
    return config(Algorithm.HS256, key, previous, "", "");
  }

  static TokenConfig eddsa(byte[] seed, String previous) {
    return config(Algorithm.EDDSA, "", "", text(seed), previous);
  }

  static TokenConfig config(
      Algorithm algorithm, String key, String previous, String seed, String previousSeed) {
    return new TokenConfig(
        algorithm,
        new Secret(key),
        new Secret(previous),
        new Secret(seed),
        new Secret(previousSeed),
        Duration.ofMinutes(10),
        "parley",
        "parley");
  }

  static String text(byte[] seed) {
    return Base64.getEncoder().encodeToString(seed);
  }

  static AccessTokens at(long second, TokenConfig config, Path dataDir) {
    var clock = InstantSource.fixed(Instant.ofEpochSecond(second));
    return AccessTokens.of(config, dataDir, new Ids(clock), clock);
  }
}
