package dev.parley;

import dev.parley.chat.conversation.ChatConfig;
import dev.parley.control.audit.AuditConfig;
import dev.parley.gateway.GatewayConfig;
import dev.parley.identity.IdentityConfig;
import dev.parley.identity.IdentityConfig.AnonymousAccess;
import dev.parley.metering.MeteringConfig;
import dev.parley.metering.limit.LimitConfig;
import dev.parley.platform.config.Checked;
import dev.parley.platform.config.ConfigReader;
import dev.parley.platform.config.ConfigReference;
import dev.parley.platform.config.Env;
import dev.parley.platform.config.WeakSecrets;
import dev.parley.platform.http.HttpConfig;
import dev.parley.platform.http.outbound.OutboundConfig;
import dev.parley.platform.mail.MailConfig;
import dev.parley.platform.observe.LogConfig;
import dev.parley.platform.observe.trace.TraceConfig;
import dev.parley.platform.postgres.DatabaseConfig;
import dev.parley.platform.redis.RedisConfig;
import dev.parley.platform.seal.SealConfig;
import dev.parley.policy.PolicyConfig;
import dev.parley.retrieval.RetrievalConfig;
import dev.parley.tools.ToolsConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Everything that can be configured: one record for each package that has a choice to offer.
/// `config/parley.yaml` says what each key means.
///
/// @param dataDir where the embedded database, the search index and uploads live
public record AppConfig(
    @Env("APP_ENV") Stage env,
    @Env("DATA_DIR") Path dataDir,
    @Env("DEBUG") boolean debug,
    HttpConfig http,
    LogConfig log,
    TraceConfig trace,
    SealConfig seal,
    IdentityConfig identity,
    MailConfig mail,
    AuditConfig audit,
    DatabaseConfig database,
    RedisConfig redis,
    LimitConfig limits,
    MeteringConfig metering,
    PolicyConfig policy,
    ToolsConfig tools,
    GatewayConfig gateway,
    RetrievalConfig retrieval,
    ChatConfig chat,
    OutboundConfig outbound)
    implements Checked {
  private static final ConfigReader READER =
      new ConfigReader(
          "parley",
          "env",
          Map.of(
              "PARLEY_URL", "The server that the command line talks to.",
              "PARLEY_KEY", "The API key that the command line uses.",
              "PARLEY_JAVA_HOME", "The Java that the launcher starts the product on."));

  /// What the process is used for.
  public enum Stage {
    DEVELOPMENT,
    STAGING,
    PRODUCTION
  }

  /// Reads the files and the environment.
  ///
  /// @throws dev.parley.platform.config.WrongConfiguration with every fault there is
  public static AppConfig load(Map<String, String> variables) {
    return READER.read(AppConfig.class, variables);
  }

  /// The documents that list every key.
  public static ConfigReference reference() {
    return READER.reference(AppConfig.class);
  }

  /// What is right on a laptop and wrong in production.
  @Override
  public List<String> faults() {
    if (env != Stage.PRODUCTION) {
      return List.of();
    }
    var faults = new ArrayList<>(WeakSecrets.in(this));
    if (debug) {
      faults.add("debug must be false in production");
    }
    if (http.corsOrigins().contains("*")) {
      faults.add("http.cors-origins must not hold * in production");
    }
    if (seal.encryptionKey().isEmpty()) {
      faults.add(
          "seal.encryption-key must be set in production; openssl rand -base64 32 makes one");
    }
    identity
        .token()
        .missingKey()
        .ifPresent(key ->
            faults.add(
                "identity.token."
                    + key
                    + " must be set in production; openssl rand -base64 32 makes one"));
    if (identity.anonymousAccess() != AnonymousAccess.OFF) {
      faults.add(
          "identity.anonymous-access must be off in production; publishable keys let strangers ask");
    }
    if (gateway.provider() == GatewayConfig.Choice.AUTO) {
      faults.add("gateway.provider must be set in production; extractive needs no model");
    }
    if (audit.key().isEmpty()) {
      faults.add("audit.key must be set in production");
    }
    return faults;
  }
}
