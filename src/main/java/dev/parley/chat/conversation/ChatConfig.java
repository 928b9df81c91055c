package dev.parley.chat.conversation;

import static dev.parley.platform.config.ConfigFault.require;

import dev.parley.platform.config.ByteSize;
import java.time.Duration;

/// Limits of conversations.
///
/// @param maxRunningTurns answers being written at once in this process; more are refused with 503
/// @param turnTimeout the longest an answer may take
/// @param passages passages that an answer may use
/// @param historyTokens tokens of earlier messages that a model is given
/// @param summaries whether a model notes in short what no longer fits into those
/// @param rewriteQuestions whether a model writes a follow-up anew before it is looked up; one call
///   of the model more before each such answer
/// @param imagesPerPerson what the images in the conversations of one person may take together
public record ChatConfig(
    int maxRunningTurns,
    Duration turnTimeout,
    int passages,
    int historyTokens,
    boolean summaries,
    boolean rewriteQuestions,
    ByteSize imagesPerPerson) {
  static final int MOST_PASSAGES = 50;

  public ChatConfig {
    require(maxRunningTurns >= 1, "max-running-turns must be at least 1");
    require(turnTimeout.isPositive(), "turn-timeout must be positive");
    require(passages >= 1 && passages <= MOST_PASSAGES, "passages must be 1 to 50");
    require(historyTokens >= 0, "history-tokens must not be negative");
  }
}
