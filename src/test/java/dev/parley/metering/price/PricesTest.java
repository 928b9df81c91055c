package dev.parley.metering.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.WorkspaceId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PricesTest {
  private static final WorkspaceId OURS = new WorkspaceId(new UUID(0, 1));
  private static final WorkspaceId OTHERS = new WorkspaceId(new UUID(0, 2));
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

  private final Prices prices = Prices.seeded();

  @Test
  void thePricesThatComeAlongAreReadable() {
    var seed = prices.seed();
    var ids = new HashSet<UUID>();
    seed.forEach(price -> ids.add(price.id()));

    assertTrue(seed.size() >= 60, seed.size() + " prices");
    assertEquals(seed.size(), ids.size());
    assertTrue(seed.stream().noneMatch(price -> price.source().isEmpty()));
    var small = prices.of(OURS, "openai", "gpt-4o-mini", MAY).orElseThrow();
    assertEquals(new PerMillion(150_000_000, 75_000_000L, null, 600_000_000, null), small.tokens());
  }

  @Test
  void aDatedNameStandsForTheOneWithout() {
    var plain = prices.of(OURS, "openai", "gpt-4o", MAY);

    assertEquals(plain, prices.of(OURS, "openai", "gpt-4o-2024-08-06", MAY));
    assertNotEquals(plain, prices.of(OURS, "openai", "gpt-4o-2024-05-13", MAY));
    assertEquals(
        prices.of(OURS, "anthropic", "claude-haiku-4-5", MAY),
        prices.of(OURS, "anthropic", "claude-haiku-4-5-20251001", MAY));
    assertTrue(prices.of(OURS, "openai", "gpt-4o-turbo", MAY).isEmpty());
    assertTrue(prices.of(OURS, "openai", "gpt-nobody-knows", MAY).isEmpty());
  }

  @Test
  void whatRunsOnOnesOwnMachineIsFree() {
    for (var provider : List.of("local", "extractive", "mock", "ollama")) {
      assertTrue(prices.of(OURS, provider, "anything", MAY).orElseThrow().isFree());
    }
  }

  @Test
  void ofTheWorkspacesOwnTheLastThatHoldsIsRight() {
    var first = price(10, MAY, null);
    var raised = price(20, JULY, null);
    var corrected = price(15, MAY, JUNE);
    prices.put(Map.of(OURS, new PriceList(List.of(first, raised, corrected))));

    assertEquals(15, input(OURS, MAY));
    assertEquals(10, input(OURS, JUNE));
    assertEquals(20, input(OURS, JULY));
    assertEquals(2_500_000_000L, input(OURS, MAY.minusSeconds(1)));
    assertEquals(2_500_000_000L, input(OTHERS, JULY));
    assertEquals(first, prices.byId(OURS, first.id()).orElseThrow());
    assertTrue(prices.byId(OTHERS, first.id()).isEmpty());
  }

  private long input(WorkspaceId workspace, Instant at) {
    return prices.of(workspace, "openai", "gpt-4o", at).orElseThrow().tokens().input();
  }

  private static Price price(long input, Instant from, @Nullable Instant to) {
    return new Price(
        UUID.randomUUID(),
        "openai",
        "gpt-4o",
        new PerMillion(input, null, null, 0, null),
        0,
        from,
        to,
        "test");
  }
}
