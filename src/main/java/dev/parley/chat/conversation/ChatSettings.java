package dev.parley.chat.conversation;

import dev.parley.control.setting.Current;
import dev.parley.control.setting.Kind;
import dev.parley.control.setting.Setting;
import dev.parley.control.setting.Settings;
import java.util.List;

/// What administrators may change of conversations.
///
/// @param passages that an answer may use
/// @param historyTokens tokens of earlier messages that a model is given
/// @param summaries whether a model notes in short what no longer fits into those
/// @param rewriteQuestions whether a model writes a follow-up anew before it is looked up
/// @param suggestions questions worth asking first
/// @param publicShares whether everybody who has a link reads what it leads to
public record ChatSettings(
    Current<Integer> passages,
    Current<Integer> historyTokens,
    Current<Boolean> summaries,
    Current<Boolean> rewriteQuestions,
    Current<List<String>> suggestions,
    Current<Boolean> publicShares) {
  private static final int MOST_HISTORY = 200_000;

  /// Declares them; what is configured is their default.
  ///
  /// @param suggestions where nobody has chosen others
  public static ChatSettings in(Settings settings, ChatConfig config, List<String> suggestions) {
    var history = Math.max(MOST_HISTORY, config.historyTokens());
    return new ChatSettings(
        settings.declare(
            new Setting<>(
                "answers.passages",
                new Kind.Whole(1, ChatConfig.MOST_PASSAGES, "passages"),
                config.passages(),
                "How many passages of documents an answer may use.")),
        settings.declare(
            new Setting<>(
                "answers.history_tokens",
                new Kind.Whole(0, history, "tokens"),
                config.historyTokens(),
                "How much of the earlier conversation a model is given.")),
        settings.declare(summaries(config.summaries())),
        settings.declare(rewriting(config.rewriteQuestions())),
        settings.declare(
            new Setting<>(
                "workspace.suggestions",
                new Kind.Lines(3, 120),
                suggestions,
                "Questions that an empty conversation offers.")),
        settings.declare(
            new Setting<>(
                "sharing.public",
                new Kind.Switch(),
                false,
                "Whether people who are not signed in can open links to conversations.")));
  }

  private static Setting<Boolean> summaries(boolean standard) {
    return new Setting<>(
        "answers.summaries",
        new Kind.Switch(),
        standard,
        "Whether a model notes in short what no longer fits; it is asked after an answer.");
  }

  private static Setting<Boolean> rewriting(boolean standard) {
    return new Setting<>(
        "answers.rewrite_questions",
        new Kind.Switch(),
        standard,
        "Whether a model writes a follow-up anew before it is looked up; it is asked once more"
            + " before each such answer.");
  }
}
