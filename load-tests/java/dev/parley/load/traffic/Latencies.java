package dev.parley.load.traffic;

/// How long things took: counts in buckets that are at most 0.4 % wide, as in HdrHistogram. For one
/// thread at a time.
public final class Latencies {
  private static final int SUB = 256;
  private static final int BITS = 9;

  private final long[] counts = new long[(64 - BITS + 2) * SUB];
  private long count;
  private long max;

  public void record(long nanos) {
    var value = Math.max(0, nanos);
    counts[index(value)]++;
    count++;
    max = Math.max(max, value);
  }

  public long count() {
    return count;
  }

  public double maxMs() {
    return max / 1e6;
  }

  /// The value that a share of all does not exceed, in milliseconds; 0 when there are none.
  public double ms(double share) {
    var wanted = Math.max(1, (long) Math.ceil(share * count));
    var seen = 0L;
    for (var i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= wanted) {
        return Math.min(max, middle(i)) / 1e6;
      }
    }
    return 0;
  }

  private static int index(long value) {
    var shift = Math.max(0, 64 - Long.numberOfLeadingZeros(value) - BITS);
    return shift * SUB + (int) (value >>> shift);
  }

  private static long middle(int index) {
    var shift = Math.max(0, index / SUB - 1);
    return ((long) (index - shift * SUB) << shift) + (1L << shift) / 2;
  }

  /// `p50 / p99 / max`, in milliseconds.
  @Override
  public String toString() {
    return "%.3f / %.3f / %.1f ms".formatted(ms(0.5), ms(0.99), maxMs());
  }
}
