package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.platform.config.WrongConfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What production refuses to start with, one thing at a time and all at once.
final class ProductionConfigTest {
  /// What production cannot do without.
  static final Map<String, String> COMPLETE =
      Map.of(
          "APP_ENV", "production",
          "LLM_PROVIDER", "extractive",
          "AUDIT_KEY", "k7Qw2ZpX9rTn4LbV8sYdH3mJ6fGcA1eU",
          "SECRET_KEY", "kX3-vv9_QpL0z7RtYw2sB8nM4cE6hJ1d",
          "ENCRYPTION_KEY", "k1:q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq7w=");

  /// Everything of the table below that can be wrong at the same time, with the keys at fault.
  static final Map<String, String> ALL_WRONG =
      Map.of(
          "APP_ENV", "production",
          "DEBUG", "true",
          "CORS_ORIGINS", "*",
          "ANONYMOUS_ACCESS", "all",
          "SECRET_KEY", "your-secret-key-at-least-32-characters",
          "AUDIT_KEY", "short",
          "REDIS_PASSWORD", "changeme",
          "SMTP_PASSWORD", "password",
          "OPENAI_API_KEY", "<your key>");

  static final List<String> FAULTS_OF_ALL =
      List.of(
          "identity.token.secret-key",
          "mail.password",
          "audit.key",
          "redis.password",
          "gateway.openai.api-key",
          "debug",
          "http.cors-origins",
          "seal.encryption-key",
          "identity.anonymous-access",
          "gateway.provider");

  @Test
  void startsWithWhatItNeeds() {
    assertEquals(AppConfig.Stage.PRODUCTION, AppConfig.load(COMPLETE).env());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          DEBUG                     | true                                     | debug
          CORS_ORIGINS              | *                                        | http.cors-origins
          CORS_ORIGINS              | 'https://chat.example.org,*'             | http.cors-origins
          ANONYMOUS_ACCESS          | local                                    | identity.anonymous-access
          ANONYMOUS_ACCESS          | all                                      | identity.anonymous-access
          LLM_PROVIDER              | auto                                     | gateway.provider
          LLM_PROVIDER              | ''                                       | gateway.provider
          SECRET_KEY                | ''                                       | identity.token.secret-key
          SECRET_KEY                | short                                    | identity.token.secret-key
          SECRET_KEY                | your-secret-key-at-least-32-characters   | identity.token.secret-key
          SECRET_KEY                | change-me-change-me-change-me-change-me  | identity.token.secret-key
          SECRET_KEY                | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | identity.token.secret-key
          JWT_SECRET_KEY            | your-secret-key-at-least-32-characters   | identity.token.secret-key
          SECRET_KEY_PREVIOUS       | your-secret-key-at-least-32-characters   | identity.token.secret-key-previous
          JWT_ALGORITHM             | eddsa                                    | identity.token.signing-seed
          JWT_SIGNING_SEED          | short                                    | identity.token.signing-seed
          JWT_SIGNING_SEED          | AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= | identity.token.signing-seed
          ENCRYPTION_KEY            | ''                                       | seal.encryption-key
          ENCRYPTION_KEY            | short                                    | seal.encryption-key
          ENCRYPTION_KEY            | a-placeholder-of-more-than-32-characters | seal.encryption-key
          ENCRYPTION_KEY            | k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= | seal.encryption-key
          AUDIT_KEY                 | ''                                       | audit.key
          AUDIT_KEY                 | short                                    | audit.key
          AUDIT_KEY                 | replace-this-replace-this-replace-this   | audit.key
          OIDC_CLIENT_SECRET        | changeme                                 | identity.oidc.client-secret
          OPENAI_API_KEY            | your-api-key                             | gateway.openai.api-key
          DB_PASSWORD               | postgres                                 | database.password
          REDIS_PASSWORD            | secret                                   | redis.password
          SMTP_PASSWORD             | <password>                               | mail.password
          """)
  void eachOfTheseIsTheOneFault(String variable, String value, String key) {
    var faults = faults(variable, value);

    assertEquals(List.of(key), keys(faults), faults::toString);
    assertFalse(
        value.length() > 8 && key.contains("key") && faults.getFirst().contains(value),
        "a secret is not repeated");
  }

  @Test
  void allOfThemAreListedAtOnce() {
    var faults = assertThrows(WrongConfiguration.class, () -> AppConfig.load(ALL_WRONG)).faults();

    assertEquals(FAULTS_OF_ALL, keys(faults), faults::toString);
  }

  private static List<String> keys(List<String> faults) {
    return faults.stream().map(fault -> fault.substring(0, fault.indexOf(':'))).toList();
  }

  private static List<String> faults(String variable, String value) {
    var all = new HashMap<>(COMPLETE);
    all.put(variable, value);
    return assertThrows(WrongConfiguration.class, () -> AppConfig.load(all)).faults();
  }
}
