package dev.parley.tools.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CalculateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.1 + 0.2|0.3",
        "1 + 2 * 3|7",
        "(1 + 2) * 3|9",
        "2 ^ 3 ^ 2|512",
        "-2 ^ 2|-4",
        "2 ^ -2|0.25",
        "10 % 4|2",
        "1 / 3|0.3333333333333333333333333333333333",
        "-(3 - 5)|2",
        "100 * 19 / 100|19",
        "sqrt(2)|1.414213562373095048801688724209698",
        "round(2.345, 2)|2.35",
        "max(1, 2.5, -3) - min(4, 2)|0.5",
        "abs(-7)|7",
        "1e3 + 1|1001",
        "99999999999999999999 * 99999999999999999999|9999999999999999999800000000000000000001"
      })
  void countsExactly(String expression, String value) {
    assertEquals(value, Calculate.of(expression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 +",
        "1 / 0",
        "1 % 0",
        "(1",
        "1)",
        "a",
        "sqrt(-1)",
        "system(1)",
        "1..2",
        "1 2",
        "2 ^ 0.5",
        "9 ^ 1000",
        "1e999999999",
        "exec('x')"
      })
  void whatIsNoExpressionIsRefused(String expression) {
    assertThrows(ArithmeticException.class, () -> Calculate.of(expression));
  }

  @Test
  void nothingTakesLong() {
    for (var expression :
        new String[] {
          "9999999999 ^ 999 ^ 999",
          "(".repeat(499),
          "-".repeat(499) + "1",
          "9^999*".repeat(83) + "1"
        }) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(2),
          () -> assertThrows(ArithmeticException.class, () -> Calculate.of(expression)));
    }
  }
}
