package dev.parley.tools.builtin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Text of an expression → its value. Sums, differences and products are exact; quotients and roots
/// have 34 digits. Bounded in length, depth and digits, so that no expression takes long.
final class Calculate {
  private static final MathContext DIGITS = MathContext.DECIMAL128;
  private static final int LONGEST = 500;
  private static final int DEEPEST = 50;
  private static final int MOST_DIGITS = 1_000;
  private static final int MOST_POWER = 999;

  private final String text;
  private int at;
  private int depth;

  private Calculate(String text) {
    this.text = text;
  }

  /// @throws ArithmeticException with a reason for people
  static String of(String expression) {
    if (expression.length() > LONGEST) {
      throw new ArithmeticException("it is longer than " + LONGEST + " letters");
    }
    var reader = new Calculate(expression);
    var value = reader.sum();
    reader.skip();
    if (reader.at < expression.length()) {
      throw reader.unexpected();
    }
    var plain = value.stripTrailingZeros();
    return plain.precision() - plain.scale() > 100 || plain.scale() > 100
        ? plain.toString()
        : plain.toPlainString();
  }

  private BigDecimal sum() {
    if (++depth > DEEPEST) {
      throw new ArithmeticException("it is too deep");
    }
    var value = product();
    while (true) {
      if (takes('+')) {
        value = bounded(value.add(product()));
      } else if (takes('-')) {
        value = bounded(value.subtract(product()));
      } else {
        depth--;
        return value;
      }
    }
  }

  private BigDecimal product() {
    var value = signed();
    while (true) {
      if (takes('*') || takes('×')) {
        value = bounded(value.multiply(signed()));
      } else if (takes('/') || takes('÷')) {
        value = quotient(value, signed());
      } else if (takes('%')) {
        value = value.remainder(notZero(signed()));
      } else {
        return value;
      }
    }
  }

  private BigDecimal signed() {
    if (takes('-') || takes('−')) {
      return signedOnce().negate();
    }
    return takes('+') ? signedOnce() : power();
  }

  private BigDecimal signedOnce() {
    if (++depth > DEEPEST) {
      throw new ArithmeticException("it is too deep");
    }
    var value = signed();
    depth--;
    return value;
  }

  /// `2 ^ 3 ^ 2` is `2 ^ 9`, and `-2 ^ 2` is `-4`.
  private BigDecimal power() {
    var base = single();
    if (!takes('^')) {
      return base;
    }
    var exponent = signedOnce();
    if (exponent.stripTrailingZeros().scale() > 0
        || exponent.abs().compareTo(BigDecimal.valueOf(MOST_POWER)) > 0) {
      throw new ArithmeticException("a power must be a whole number up to " + MOST_POWER);
    }
    var times = exponent.intValueExact();
    if (times < 0) {
      return quotient(BigDecimal.ONE, raised(base, -times));
    }
    return raised(base, times);
  }

  private static BigDecimal raised(BigDecimal base, int times) {
    if ((long) base.precision() * times > 4L * MOST_DIGITS) {
      throw new ArithmeticException("the result has too many digits");
    }
    return bounded(base.pow(times));
  }

  private BigDecimal single() {
    skip();
    if (takes('(')) {
      var value = sum();
      need(')');
      return value;
    }
    return at < text.length() && Character.isLetter(text.charAt(at)) ? called() : number();
  }

  private BigDecimal called() {
    var start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    var name = text.substring(start, at);
    need('(');
    var given = new ArrayList<BigDecimal>();
    do {
      given.add(sum());
    } while (takes(','));
    need(')');
    return value(name, given);
  }

  private static BigDecimal value(String name, List<BigDecimal> given) {
    var first = given.getFirst();
    return switch (name + given.size()) {
      case "abs1" -> first.abs();
      case "sqrt1" -> {
        if (first.signum() < 0) {
          throw new ArithmeticException("there is no root of a negative number");
        }
        yield first.sqrt(DIGITS);
      }
      case "round1" -> first.setScale(0, RoundingMode.HALF_UP);
      case "round2" -> first.setScale(places(given.getLast()), RoundingMode.HALF_UP);
      default ->
          switch (name) {
            case "min" -> given.stream().reduce(first, BigDecimal::min);
            case "max" -> given.stream().reduce(first, BigDecimal::max);
            default -> throw new ArithmeticException("nothing is known of " + name + " like this");
          };
    };
  }

  private static int places(BigDecimal wanted) {
    var places = wanted.intValueExact();
    if (places < 0 || places > 100) {
      throw new ArithmeticException("places must be between 0 and 100");
    }
    return places;
  }

  private BigDecimal number() {
    var start = at;
    while (at < text.length()
        && (Character.digit(text.charAt(at), 10) >= 0 || text.charAt(at) == '.')) {
      at++;
    }
    if (at + 1 < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (text.charAt(at) == '-' || text.charAt(at) == '+') {
        at++;
      }
      while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
        at++;
      }
    }
    if (start == at) {
      throw unexpected();
    }
    try {
      return bounded(new BigDecimal(text.substring(start, at)));
    } catch (NumberFormatException _) {
      throw new ArithmeticException(text.substring(start, at) + " is no number");
    }
  }

  private static BigDecimal quotient(BigDecimal value, BigDecimal by) {
    return value.divide(notZero(by), DIGITS);
  }

  private static BigDecimal notZero(BigDecimal value) {
    if (value.signum() == 0) {
      throw new ArithmeticException("nothing can be divided by zero");
    }
    return value;
  }

  private static BigDecimal bounded(BigDecimal value) {
    if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
      throw new ArithmeticException("a number has too many digits");
    }
    return value;
  }

  private boolean takes(char wanted) {
    skip();
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void need(char wanted) {
    if (!takes(wanted)) {
      throw unexpected();
    }
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private ArithmeticException unexpected() {
    return new ArithmeticException(
        at < text.length() ? "\"" + text.charAt(at) + "\" is not expected" : "it ends too early");
  }
}
