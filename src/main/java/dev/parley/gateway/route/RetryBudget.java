package dev.parley.gateway.route;

/// Keeps retries below a tenth of a target's traffic, so that they do not make an outage worse:
/// each first attempt earns a tenth of a retry, and a few are there from the beginning. Safe from
/// any thread.
final class RetryBudget {
  private static final int PRICE = 10;
  private static final int AT_FIRST = 3 * PRICE;
  private static final int MOST = 100 * PRICE;

  private int earned = AT_FIRST;

  synchronized void firstAttempt() {
    earned = Math.min(MOST, earned + 1);
  }

  /// Whether one more retry is within the tenth; takes it.
  synchronized boolean take() {
    if (earned < PRICE) {
      return false;
    }
    earned -= PRICE;
    return true;
  }
}
