package dev.parley.gateway.route;

import dev.parley.gateway.spi.ProviderFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Decides for one call what is tried next, by what went wrong:
///
/// | failure | next |
/// |---|---|
/// | key refused, quota used up | the next key of the target, else another target; the key rests |
/// | too many requests | a wait of at most 2 s, else the next key, else another target |
/// | overloaded, unreachable | once more after a moment, else the next tier |
/// | too slow, broken, not understood | another target |
/// | too long for the model | the route's target for long requests |
/// | the request is at fault | nothing |
///
/// At most three attempts. For one thread at a time.
public final class Attempts {
  private static final int MOST = 3;
  private static final Duration SHORT_WAIT = Duration.ofSeconds(2);
  private static final Duration REFUSED_KEY_RESTS = Duration.ofMinutes(5);
  private static final int RETRY_AFTER_MS = 50;
  private static final int RETRY_SPREAD_MS = 200;

  private final Route route;
  private final Set<Target> exhausted = new HashSet<>();
  private final Set<Target> retried = new HashSet<>();
  private int tier;
  private int made;

  public Attempts(Route route) {
    this.route = route;
  }

  /// One attempt to make.
  ///
  /// @param after how long to wait before it
  public record Attempt(int number, Target target, Lane lane, Duration after) {}

  /// The first attempt; empty when every target rests.
  public Optional<Attempt> first(long now) {
    return pick(now)
        .map(attempt -> {
          attempt.target().load().retries().firstAttempt();
          return attempt;
        });
  }

  /// What to try after `attempt` failed before anything of its answer was handed on. Empty when
  /// nothing more is to be tried.
  public Optional<Attempt> after(Attempt attempt, ProviderFailure failure, long now) {
    if (made >= MOST) {
      return Optional.empty();
    }
    var target = attempt.target();
    return switch (failure.kind()) {
      case REJECTED, LIMITED, BUDGET_EXHAUSTED, UNPRICED -> Optional.empty();
      case CONTEXT_TOO_LONG -> longContext(target, now);
      case UNAUTHORIZED, QUOTA_EXHAUSTED -> otherLane(target, now).or(() -> elsewhere(target, now));
      case RATE_LIMITED ->
          again(attempt, wait(failure), now)
              .or(() -> otherLane(target, now))
              .or(() -> elsewhere(target, now));
      case OVERLOADED, UNREACHABLE -> again(attempt, soon(), now).or(() -> nextTier(target, now));
      case TIMEOUT, INTERRUPTED, MALFORMED -> elsewhere(target, now);
    };
  }

  /// What to try in place of `attempt`, which was to wait for its time and is not to be made any
  /// more because the target's breaker has opened meanwhile.
  public Optional<Attempt> instead(Attempt attempt, long now) {
    made--;
    return nextTier(attempt.target(), now);
  }

  /// Who is asked once more after an answer broke off that had been heard in part. Empty when
  /// nothing more is to be tried.
  public Optional<Attempt> again(Attempt attempt, ProviderFailure failure, long now) {
    return switch (failure.kind()) {
      case INTERRUPTED, MALFORMED, TIMEOUT, OVERLOADED, UNREACHABLE ->
          made >= MOST
              ? Optional.empty()
              : again(attempt, soon(), now).or(() -> elsewhere(attempt.target(), now));
      case REJECTED,
          CONTEXT_TOO_LONG,
          UNAUTHORIZED,
          QUOTA_EXHAUSTED,
          RATE_LIMITED,
          LIMITED,
          BUDGET_EXHAUSTED,
          UNPRICED ->
          Optional.empty();
    };
  }

  /// What a failure tells about the target's key, whether or not something is tried again.
  public static void judge(Lane lane, ProviderFailure failure, long now) {
    var breaker = lane.breaker();
    switch (failure.kind()) {
      case REJECTED, CONTEXT_TOO_LONG -> breaker.succeeded(now);
      case LIMITED, BUDGET_EXHAUSTED, UNPRICED -> breaker.released();
      case UNAUTHORIZED, QUOTA_EXHAUSTED -> breaker.restFor(now, REFUSED_KEY_RESTS);
      case RATE_LIMITED -> {
        var asked = failure.retryAfter();
        if (asked == null) {
          breaker.failed(now);
        } else if (asked.compareTo(SHORT_WAIT) > 0) {
          breaker.restFor(now, asked);
        } else {
          breaker.released();
        }
      }
      default -> breaker.failed(now);
    }
  }

  /// When the first of the route's keys may be asked again.
  public Duration rest(long now) {
    var shortest =
        route.tiers().stream()
            .flatMap(List::stream)
            .flatMap(target -> target.lanes().stream())
            .mapToLong(lane -> lane.breaker().waitMs(now))
            .min()
            .orElse(0);
    return Duration.ofMillis(Math.max(1, shortest));
  }

  private static @Nullable Duration wait(ProviderFailure failure) {
    var asked = failure.retryAfter();
    return asked != null && asked.compareTo(SHORT_WAIT) <= 0 ? asked : null;
  }

  private static Duration soon() {
    return Duration.ofMillis(RETRY_AFTER_MS + ThreadLocalRandom.current().nextInt(RETRY_SPREAD_MS));
  }

  /// The same key once more.
  private Optional<Attempt> again(Attempt last, @Nullable Duration after, long now) {
    var target = last.target();
    return after == null
            || !retried.add(target)
            || !target.load().retries().take()
            || !last.lane().breaker().take(now)
        ? Optional.empty()
        : Optional.of(made(target, last.lane(), after));
  }

  private Optional<Attempt> otherLane(Target target, long now) {
    return lane(target, now).map(lane -> made(target, lane, Duration.ZERO));
  }

  private Optional<Attempt> elsewhere(Target failed, long now) {
    exhausted.add(failed);
    return pick(now);
  }

  private Optional<Attempt> nextTier(Target failed, long now) {
    var _ = exhausted.add(failed);
    if (tier + 1 < route.tiers().size()) {
      tier++;
    }
    return pick(now);
  }

  private Optional<Attempt> longContext(Target failed, long now) {
    return route
        .longContext()
        .filter(target -> !target.equals(failed))
        .flatMap(target -> otherLane(target, now));
  }

  /// Of the first tier that has somebody free.
  private Optional<Attempt> pick(long now) {
    for (; tier < route.tiers().size(); tier++) {
      var free = new ArrayList<Target>();
      for (var target : route.tiers().get(tier)) {
        if (!exhausted.contains(target) && target.isAvailable(now)) {
          free.add(target);
        }
      }
      while (!free.isEmpty()) {
        var target = lessBusy(free);
        var lane = lane(target, now);
        if (lane.isPresent()) {
          return Optional.of(made(target, lane.get(), Duration.ZERO));
        }
        free.remove(target);
      }
    }
    return Optional.empty();
  }

  /// The better of two that are drawn by weight ("power of two choices", Mitzenmacher 2001): nearly
  /// as good as the best of all, and without all callers rushing to the same one.
  private static Target lessBusy(List<Target> free) {
    if (free.size() == 1) {
      return free.getFirst();
    }
    var one = draw(free);
    var other = draw(free);
    return one.load().cost(one.weight()) <= other.load().cost(other.weight()) ? one : other;
  }

  private static Target draw(List<Target> free) {
    var sum = free.stream().mapToInt(Target::weight).sum();
    var at = ThreadLocalRandom.current().nextInt(sum);
    for (var target : free) {
      at -= target.weight();
      if (at < 0) {
        return target;
      }
    }
    return free.getLast();
  }

  /// A key that may be asked, beginning anywhere so that all of them are used.
  private static Optional<Lane> lane(Target target, long now) {
    var lanes = target.lanes();
    var start = lanes.size() == 1 ? 0 : ThreadLocalRandom.current().nextInt(lanes.size());
    for (var i = 0; i < lanes.size(); i++) {
      var lane = lanes.get((start + i) % lanes.size());
      if (lane.breaker().take(now)) {
        return Optional.of(lane);
      }
    }
    return Optional.empty();
  }

  private Attempt made(Target target, Lane lane, Duration after) {
    made++;
    return new Attempt(made, target, lane, after);
  }
}
