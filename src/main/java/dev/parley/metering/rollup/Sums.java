package dev.parley.metering.rollup;

/// What some calls used together.
///
/// @param requests attempts of calls
/// @param failures those of them that neither completed nor were cancelled
public record Sums(
    long requests,
    long failures,
    long inputTokens,
    long cacheReadTokens,
    long cacheWriteTokens,
    long outputTokens,
    long reasoningTokens,
    long costNano) {
  static final Sums NOTHING = new Sums(0, 0, 0, 0, 0, 0, 0, 0);

  Sums plus(Sums other) {
    return new Sums(
        Math.addExact(requests, other.requests),
        Math.addExact(failures, other.failures),
        Math.addExact(inputTokens, other.inputTokens),
        Math.addExact(cacheReadTokens, other.cacheReadTokens),
        Math.addExact(cacheWriteTokens, other.cacheWriteTokens),
        Math.addExact(outputTokens, other.outputTokens),
        Math.addExact(reasoningTokens, other.reasoningTokens),
        Math.addExact(costNano, other.costNano));
  }
}
