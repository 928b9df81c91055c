package dev.parley.metering.usage;

/// Tokens of one model call, in classes that do not overlap.
///
/// @param input tokens read that no cache served
/// @param cacheRead tokens read from the provider's prompt cache
/// @param cacheWrite tokens written to the provider's prompt cache
/// @param output tokens written, without reasoning
/// @param reasoning tokens the model spent on thinking that is not part of the answer
/// @param estimated true when counted by us because the provider did not say
public record Usage(
    long input, long cacheRead, long cacheWrite, long output, long reasoning, boolean estimated) {
  public Usage {
    if (input < 0 || cacheRead < 0 || cacheWrite < 0 || output < 0 || reasoning < 0) {
      throw new IllegalArgumentException("token counts are never negative");
    }
  }

  /// Plain input and output, as counted by the provider.
  public static Usage of(long input, long output) {
    return new Usage(input, 0, 0, output, 0, false);
  }

  /// Plain input and output, as counted by us.
  public static Usage estimate(long input, long output) {
    return new Usage(input, 0, 0, output, 0, true);
  }

  /// All tokens that were read, from wherever.
  public long totalInput() {
    return input + cacheRead + cacheWrite;
  }

  /// All tokens that were written.
  public long totalOutput() {
    return output + reasoning;
  }
}
