package dev.parley.metering.price;

import dev.parley.metering.usage.Usage;
import java.math.BigInteger;

/// What a call costs, to the nano-dollar.
public final class Cost {
  private static final long MILLION = 1_000_000;

  private Cost() {}

  /// The cost of one call, in nano-US-dollars. The sum of all classes is exact; it is rounded once,
  /// half up.
  ///
  /// @throws ArithmeticException when it is more than nine billion dollars
  public static long nano(Price price, Usage usage) {
    var tokens = price.tokens();
    var sum = new Sum();
    sum.add(usage.input(), tokens.input());
    sum.add(usage.cacheRead(), tokens.ofCacheRead());
    sum.add(usage.cacheWrite(), tokens.ofCacheWrite());
    sum.add(usage.output(), tokens.output());
    sum.add(usage.reasoning(), tokens.ofReasoning());
    return Math.addExact(sum.dividedByMillion(), price.perRequestNano());
  }

  /// A sum of products in 128 bits. None of its parts is negative, and five products of two longs
  /// do not fill it.
  private static final class Sum {
    private long high;
    private long low;

    void add(long count, long price) {
      if (count == 0 || price == 0) {
        return;
      }
      var added = count * price;
      high += Math.multiplyHigh(count, price);
      low += added;
      if (Long.compareUnsigned(low, added) < 0) {
        high++;
      }
    }

    long dividedByMillion() {
      if (high == 0 && low >= 0 && low <= Long.MAX_VALUE - MILLION / 2) {
        return (low + MILLION / 2) / MILLION;
      }
      return BigInteger.valueOf(high)
          .shiftLeft(Long.SIZE)
          .or(new BigInteger(Long.toUnsignedString(low)))
          .add(BigInteger.valueOf(MILLION / 2))
          .divide(BigInteger.valueOf(MILLION))
          .longValueExact();
    }
  }
}
