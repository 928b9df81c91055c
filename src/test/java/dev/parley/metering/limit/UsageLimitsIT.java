package dev.parley.metering.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.Call;
import dev.parley.call.WorkspaceId;
import dev.parley.metering.usage.Subject;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.time.FineClock;
import dev.parley.testkit.Await;
import dev.parley.testkit.Money;
import dev.parley.testkit.RedisFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tokens and calls at once, counted in this process and by Redis.
final class UsageLimitsIT {
  @RegisterExtension static final RedisFixture REDIS = new RedisFixture();

  private static final InstantSource CLOCK = FineClock.system();
  private static final Duration DAY = Duration.ofDays(1);
  private static final LimitConfig CONFIG = new LimitConfig(60, Duration.ofMinutes(1), 1);

  static Stream<Limits> both() {
    return Stream.of(Limits.of(CONFIG, null, CLOCK), Limits.of(CONFIG, REDIS.server(), CLOCK));
  }

  private final String subject = UUID.randomUUID().toString();
  private final WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
  private final UUID user = UUID.randomUUID();

  @ParameterizedTest
  @MethodSource("both")
  void anEstimateIsPutRight(Limits limits) {
    var first = take(limits, 60);
    assertTrue(first.allowed());
    assertFalse(take(limits, 50).allowed());

    first.correct(20);
    first.correct(0);
    Await.until("it is put right", () -> take(limits, 80).allowed());
    var refused = take(limits, 1);

    assertFalse(refused.allowed());
    assertTrue(refused.until().isPositive());
    assertTrue(refused.until().compareTo(DAY.multipliedBy(2)) <= 0);
    assertFalse(take(limits, 1_000).allowed());
  }

  @ParameterizedTest
  @MethodSource("both")
  void whoeverWaitsAsToldPasses(Limits limits) throws InterruptedException {
    var window = Duration.ofSeconds(1);
    for (var round = 0; round < 4; round++) {
      var taken = Await.of(limits.takeTokens(subject, 70, 100, window));
      while (taken.allowed()) {
        taken = Await.of(limits.takeTokens(subject, 70, 100, window));
      }
      Thread.sleep(taken.until().plusMillis(3));

      assertTrue(Await.of(limits.takeTokens(subject, 70, 100, window)).allowed());
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void soManyAreInsideAndNoMore(Limits limits) {
    var all =
        IntStream.range(0, 50)
            .mapToObj(_ -> Await.of(limits.gate().enter(subject, 7)))
            .flatMap(Optional::stream)
            .toList();
    assertEquals(7, all.size());

    all.getFirst().close();
    all.getFirst().close();
    limits.gate().renew();
    Await.until("one leaves", () -> Await.of(limits.gate().enter(subject, 7)).isPresent());

    assertTrue(Await.of(limits.gate().enter(subject, 7)).isEmpty());
  }

  @Test
  void replicasShareTheGate() {
    var redis = REDIS.open();
    var gates =
        List.of(
            Limits.of(CONFIG, REDIS.server(), CLOCK).gate(),
            Limits.of(CONFIG, redis, CLOCK).gate());
    var inside = new ArrayList<Gate.Pass>();
    for (var i = 0; i < 20; i++) {
      Await.of(gates.get(i % 2).enter(subject, 5)).ifPresent(inside::add);
    }

    assertEquals(5, inside.size());
    Await.of(redis.close());
  }

  @Test
  void withoutRedisEachReplicaHasItsShare() {
    var redis = REDIS.open();
    Await.of(redis.close());
    var config = new LimitConfig(60, Duration.ofMinutes(1), 3);
    var limits = Limits.of(config, redis, CLOCK);

    var inside =
        IntStream.range(0, 9)
            .mapToObj(_ -> Await.of(limits.gate().enter(subject, 6)))
            .flatMap(Optional::stream)
            .count();

    assertEquals(2, inside);
    assertTrue(Await.of(limits.takeTokens(subject, 30, 90, DAY)).allowed());
    assertFalse(Await.of(limits.takeTokens(subject, 1, 90, DAY)).allowed());
  }

  @ParameterizedTest
  @MethodSource("both")
  void aCallPassesAllLimitsOfItsCallerOrNone(Limits limits) {
    var known = new UsageLimits(limits);
    known.put(
        List.of(
            limit(new Subject(Subject.Kind.KEY, ""), "", null, 2),
            limit(Subject.WORKSPACE, "best", 100L, null)));
    var abc = Money.ofKey(workspace, user, "abc");
    var xyz = Money.ofKey(workspace, user, "xyz");

    var first = Await.of(known.enter(abc, "best", 60));
    refused(LimitProblem.TokensLimited.class, known, abc, "best");
    var second = Await.of(known.enter(abc, "other", 60));
    refused(LimitProblem.ConcurrencyLimited.class, known, abc, "other");
    Await.of(known.enter(xyz, "other", 60)).leave(60);
    first.leave(10);
    second.leave(10);

    Await.until("the tokens are back", () -> passes(known, xyz));
  }

  private static boolean passes(UsageLimits limits, Call call) {
    return Await.of(limits.enter(call, "best", 80).map(true).otherwise(false));
  }

  private static void refused(
      Class<? extends LimitProblem> how, UsageLimits limits, Call call, String model) {
    var problem = Await.failure(how, limits.enter(call, model, 60));
    assertEquals(429, problem.status());
    assertTrue(problem.retryAfter().isPresent());
  }

  private UsageLimit limit(
      Subject subject, String model, @Nullable Long tokens, @Nullable Integer concurrent) {
    var id = new Ids(CLOCK).next();
    return new UsageLimit(workspace, id, subject, model, tokens, DAY, concurrent, Instant.EPOCH);
  }

  private Tokens take(Limits limits, long tokens) {
    return Await.of(limits.takeTokens(subject, tokens, 100, DAY));
  }
}
