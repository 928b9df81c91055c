package dev.parley.identity.token;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.platform.config.Env;
import dev.parley.platform.config.MinLength;
import dev.parley.platform.config.PlainNumber;
import dev.parley.platform.config.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// How access tokens are signed. The variable `JWT_SECRET_KEY` wins over `SECRET_KEY`.
///
/// @param algorithm what signs; keys of the other kind are then good for checking only
/// @param secretKey of HS256
/// @param signingSeed of EdDSA: base64 of 32 bytes
public record TokenConfig(
    @Env({"JWT_ALGORITHM", "ALGORITHM"}) Algorithm algorithm,
    @MinLength(32) @Env({"JWT_SECRET_KEY", "SECRET_KEY"}) Secret secretKey,
    @MinLength(32) @Env({"JWT_SECRET_KEY_PREVIOUS", "SECRET_KEY_PREVIOUS"})
        Secret secretKeyPrevious,
    @MinLength(32) @Env("JWT_SIGNING_SEED") Secret signingSeed,
    @MinLength(32) @Env("JWT_SIGNING_SEED_PREVIOUS") Secret signingSeedPrevious,
    @PlainNumber(ChronoUnit.MINUTES) @Env("ACCESS_TOKEN_EXPIRE_MINUTES") Duration accessTokenLife,
    @Env("JWT_ISSUER") String issuer,
    @Env("JWT_AUDIENCE") String audience) {
  private static final int KEY_BYTES = 32;
  private static final Duration LONGEST = Duration.ofHours(24);

  public TokenConfig {
    requireSecret(secretKey, "secret-key");
    requireSecret(secretKeyPrevious, "secret-key-previous");
    requireSeed(signingSeed, "signing-seed");
    requireSeed(signingSeedPrevious, "signing-seed-previous");
    require(
        accessTokenLife.compareTo(Duration.ofMinutes(1)) >= 0
            && accessTokenLife.compareTo(LONGEST) <= 0,
        "access-token-life must be from 1m to 24h");
    require(!issuer.isBlank(), "issuer must not be empty");
    require(!audience.isBlank(), "audience must not be empty");
  }

  /// What signs.
  public enum Algorithm {
    /// HMAC with SHA-256: who can check a token can also make one.
    HS256,
    /// Ed25519: others can check with the public keys alone.
    EDDSA
  }

  /// The key below this record without which a process makes one of its own, if it is not set.
  public Optional<String> missingKey() {
    return switch (algorithm) {
      case HS256 -> secretKey.isEmpty() ? Optional.of("secret-key") : Optional.empty();
      case EDDSA -> signingSeed.isEmpty() ? Optional.of("signing-seed") : Optional.empty();
    };
  }

  // RFC 7518: a key shorter than the hash is refused, in every environment.
  private static void requireSecret(Secret secret, String key) {
    require(
        secret.isEmpty() || secret.value().getBytes(StandardCharsets.UTF_8).length >= KEY_BYTES,
        key + " must have at least 32 bytes; openssl rand -base64 32 makes one");
  }

  private static void requireSeed(Secret secret, String key) {
    require(
        secret.isEmpty() || Ed25519Key.seed(secret).isPresent(),
        key + " must be base64 of 32 bytes; openssl rand -base64 32 makes one");
  }
}
