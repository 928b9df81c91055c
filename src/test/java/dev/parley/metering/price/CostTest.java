package dev.parley.metering.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.metering.usage.Usage;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class CostTest {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  @Test
  void isRoundedOnceAndHalfUp() {
    assertEquals(0, Cost.nano(price(499_999, 0, 0), Usage.of(1, 0)));
    assertEquals(1, Cost.nano(price(500_000, 0, 0), Usage.of(1, 0)));
    assertEquals(1, Cost.nano(price(300_000, 200_000, 0), Usage.of(1, 1)));
    assertEquals(8, Cost.nano(price(500_000, 0, 7), Usage.of(1, 0)));
  }

  @Test
  void classesWithoutAPriceOfTheirOwnCostAsTheirKind() {
    var usage = new Usage(1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000, false);

    assertEquals(3 * 5 + 2 * 11, Cost.nano(price(5, 11, 0), usage));
    var all = price(new PerMillion(1L, 2L, 3L, 4L, 5L), 0);
    assertEquals(15, Cost.nano(all, usage));
  }

  @Test
  void isExactWhereALongIsNot() {
    var random = new Random(7);
    for (var i = 0; i < 100_000; i++) {
      var price = price(new PerMillion(some(random), some(random), null, some(random), null), 3);
      var usage =
          new Usage(some(random), some(random), some(random), some(random), some(random), false);
      var exact = exact(price, usage);

      if (exact.bitLength() < 64) {
        assertEquals(exact.longValueExact(), Cost.nano(price, usage), () -> price + " " + usage);
      } else {
        assertThrows(ArithmeticException.class, () -> Cost.nano(price, usage));
      }
    }
  }

  @Test
  void whatNoLongHoldsIsRefused() {
    var most = Long.MAX_VALUE;
    var usage = new Usage(most, most, most, most, most, false);

    assertThrows(ArithmeticException.class, () -> Cost.nano(price(most, most, most), usage));
    assertThrows(
        ArithmeticException.class, () -> Cost.nano(price(most, 0, most), Usage.of(1_000_000, 0)));
  }

  private static long some(Random random) {
    return random.nextLong() >>> (1 + random.nextInt(60));
  }

  private static BigInteger exact(Price price, Usage usage) {
    var tokens = price.tokens();
    return product(usage.input(), tokens.input())
        .add(product(usage.cacheRead(), tokens.ofCacheRead()))
        .add(product(usage.cacheWrite(), tokens.ofCacheWrite()))
        .add(product(usage.output(), tokens.output()))
        .add(product(usage.reasoning(), tokens.ofReasoning()))
        .add(MILLION.shiftRight(1))
        .divide(MILLION)
        .add(BigInteger.valueOf(price.perRequestNano()));
  }

  private static BigInteger product(long one, long other) {
    return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
  }

  private static Price price(long input, long output, long request) {
    return price(new PerMillion(input, null, null, output, null), request);
  }

  private static Price price(PerMillion tokens, long request) {
    return new Price(new UUID(0, 1), "p", "m", tokens, request, Instant.EPOCH, null, "");
  }
}
