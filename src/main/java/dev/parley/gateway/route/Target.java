package dev.parley.gateway.route;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// One model at one provider.
///
/// @param name of the provider, as administrators call it
/// @param vendor whose prices hold, such as `openai`
/// @param model the provider's own name of the model
/// @param weight share of the calls of its tier, at least 1
/// @param lanes one for each key, in the order of preference; at least one
/// @param load what it is doing
public record Target(
    String name, String vendor, String model, int weight, List<Lane> lanes, Load load) {
  public Target {
    lanes = List.copyOf(lanes);
    if (lanes.isEmpty()) {
      throw new IllegalArgumentException("a target needs a key, if only an empty one");
    }
  }

  /// As in answers and logs: `provider/model`.
  public String label() {
    return name + "/" + model;
  }

  boolean isAvailable(long now) {
    return lanes.stream().anyMatch(lane -> lane.breaker().passes(now));
  }

  /// How busy and how fast a target is. Safe from any thread.
  public static final class Load {
    private static final double NEW_SHARE = 0.2;

    private final AtomicInteger inFlight = new AtomicInteger();
    private final RetryBudget retries = new RetryBudget();
    private volatile double latencyMs;

    public int inFlight() {
      return inFlight.get();
    }

    /// Smoothed time to the first word, in milliseconds; 0 before the first answer.
    public double latencyMs() {
      return latencyMs;
    }

    RetryBudget retries() {
      return retries;
    }

    public void began() {
      inFlight.incrementAndGet();
    }

    public void ended() {
      inFlight.decrementAndGet();
    }

    /// Two loops that write at once lose one sample, which does not matter.
    public void answeredAfter(double millis) {
      latencyMs = latencyMs == 0 ? millis : latencyMs + NEW_SHARE * (millis - latencyMs);
    }

    /// Expected wait, for comparison only.
    double cost(int weight) {
      return (inFlight.get() + 1) * Math.max(1, latencyMs) / weight;
    }
  }
}
