package dev.parley.gateway;

import dev.parley.control.setting.Current;
import dev.parley.control.setting.Kind;
import dev.parley.control.setting.Setting;
import dev.parley.control.setting.Settings;
import dev.parley.gateway.reuse.Reuse;

/// What administrators may change of how models are asked.
///
/// @param maxTokens of an answer to a question of the product
/// @param reuse whether stored answers may be given
record GatewaySettings(Current<Integer> maxTokens, Reuse.Allowed reuse) {
  private static final int MOST_TOKENS = 32_000;

  /// Declares them; what is configured is their default.
  static GatewaySettings in(Settings settings, GatewayConfig config) {
    return new GatewaySettings(
        settings.declare(
            new Setting<>(
                "answers.max_tokens",
                new Kind.Whole(1, Math.max(MOST_TOKENS, config.maxTokens()), "tokens"),
                config.maxTokens(),
                "How long an answer may become.")),
        config.cacheTtl().isZero() ? Reuse.Allowed.NOTHING : reuse(settings));
  }

  /// Only where answers are stored at all.
  private static Reuse.Allowed reuse(Settings settings) {
    return new Reuse.Allowed(
        settings.declare(
            new Setting<>(
                "models.reuse_answers",
                new Kind.Switch(),
                true,
                "Whether programs that ask the same again may be given the stored answer.")),
        settings.declare(
            new Setting<>(
                "models.similar_answers",
                new Kind.Switch(),
                true,
                "Whether programs may ask for the stored answer to a question that means nearly"
                    + " the same.")));
  }
}
