package dev.parley.metering.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Role;
import dev.parley.call.UserId;
import dev.parley.call.WorkspaceId;
import dev.parley.metering.Ledger;
import dev.parley.metering.UsageEntry;
import dev.parley.metering.UsageEntry.Attempt;
import dev.parley.metering.UsageEntry.Charge;
import dev.parley.metering.UsageEntry.Kind;
import dev.parley.metering.UsageEntry.Routing;
import dev.parley.metering.UsageEntry.Timing;
import dev.parley.metering.price.Cost;
import dev.parley.metering.price.Price;
import dev.parley.metering.price.Prices;
import dev.parley.metering.rollup.RollupStore.Point;
import dev.parley.metering.rollup.UsageQuery.By;
import dev.parley.metering.rollup.UsageQuery.Grain;
import dev.parley.metering.usage.Subject;
import dev.parley.metering.usage.Usage;
import dev.parley.testkit.Await;
import dev.parley.testkit.Calls;
import dev.parley.testkit.MeteringRig;
import dev.parley.testkit.Money;
import dev.parley.testkit.PostgresFixture;
import dev.parley.testkit.SqlScript;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Ten thousand random calls, and the figures that are made of them.
final class RollupIT {
  @RegisterExtension static final PostgresFixture POSTGRES = PostgresFixture.migrated();

  private static final int ENTRIES = 10_000;
  private static final Instant FROM = Instant.parse("2026-03-30T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-04-03T00:00:00Z");
  private static final List<String> MODELS =
      List.of("openai/gpt-4o", "openai/gpt-5-mini", "anthropic/claude-sonnet-4-5", "local/bge");
  private static final int KINDS = Kind.values().length;
  private static final List<UUID> USERS = List.of(new UUID(1, 1), new UUID(1, 2));

  private static MeteringRig rig;
  private static WorkspaceId workspace;
  private static WorkspaceId other;
  private static List<UsageEntry> all;

  @BeforeAll
  static void fill() {
    rig = MeteringRig.wired(POSTGRES.vertx(), POSTGRES.database());
    workspace = Money.workspace(POSTGRES);
    other = Money.workspace(POSTGRES);
    var random = new Random(11);
    all = new ArrayList<>();
    for (var i = 0; i < ENTRIES; i++) {
      all.add(entry(random, i));
    }
    var ledger = rig.metering().ledger();
    append(ledger, all);
    append(ledger, all.subList(0, 3_000)); // told twice, kept once
  }

  private static void append(Ledger ledger, List<UsageEntry> entries) {
    for (var from = 0; from < entries.size(); from += 2_000) {
      var part = entries.subList(from, Math.min(entries.size(), from + 2_000));
      var _ = Await.of(Future.join(part.stream().map(ledger::append).toList()));
    }
  }

  @Test
  void everySumIsThatOfItsEntries() {
    for (var by : By.values()) {
      for (var grain : Grain.values()) {
        var query = UsageQuery.of(Subject.WORKSPACE, FROM, TO, grain, by);
        assertEquals(expected(grain, by), told(query), by + " by " + grain);
      }
    }
  }

  @Test
  void aPartIsThatOfTheWholeOfIt() {
    var user = Subject.user(USERS.getFirst().toString());
    var query = UsageQuery.of(user, FROM, TO, Grain.DAY, By.WORKSPACE);

    var sum = sum(points(query));

    var own =
        all.stream()
            .filter(entry -> entry.workspace().equals(workspace))
            .filter(entry -> new UserId(USERS.getFirst()).equals(entry.who().userId()))
            .toList();
    assertEquals(own.size(), sum.requests());
    assertEquals(own.stream().mapToLong(e -> e.charge().costNano()).sum(), sum.costNano());
  }

  @Test
  void theSumsCanBeMadeAnew() {
    var query = UsageQuery.of(Subject.WORKSPACE, FROM, TO, Grain.HOUR, By.MODEL);
    var before = told(query);
    var _ =
        SqlScript.run(
            POSTGRES.vertx(),
            POSTGRES.administrator(),
            "UPDATE usage_rollup SET cost_nano = cost_nano + 1");
    assertFalse(before.equals(told(query)));

    var made = Await.of(Rebuild.of(POSTGRES.database()).all(Calls.any()));

    assertEquals(Set.of(workspace, other), made.keySet());
    assertTrue(made.values().stream().allMatch(sums -> sums > 100), made::toString);
    assertEquals(before, told(query));
  }

  @Test
  void aClosedMonthComesToTheSameFigureForEver() {
    var rerate = rig.metering().reports().rerate();
    var march = Instant.parse("2026-03-01T00:00:00Z");
    var april = Instant.parse("2026-04-01T00:00:00Z");
    var before = Await.of(rerate.of(Calls.in(workspace), march, april));
    assertTrue(before.stored() > 0);
    assertEquals(before.stored(), before.rerated());
    assertEquals(before.stored(), before.asKnownNow());

    var _ =
        SqlScript.run(
            POSTGRES.vertx(),
            POSTGRES.administrator(),
            """
            INSERT INTO model_price VALUES ('%s', gen_random_uuid(), 'openai', 'gpt-4o',
              7000000000, NULL, NULL, 9000000000, NULL, 0, '2026-03-01T00:00:00Z', NULL, now(), '')
            """
                .formatted(workspace));
    Await.of(rig.metering().pricing().load().get());
    var after = Await.of(rerate.of(Calls.in(workspace), march, april));

    assertEquals(before.stored(), after.stored());
    assertEquals(before.stored(), after.rerated());
    assertTrue(after.asKnownNow() > after.stored(), "a correction shows");
  }

  @Test
  void theExportHasEveryEntryOnce() {
    var export =
        new UsageExport(
            new EntryStore(POSTGRES.database()),
            Calls.in(workspace),
            FROM,
            TO,
            InstantSource.system());
    var lines = new ArrayList<String>();
    for (var next = Await.of(export.next()); next.isPresent(); next = Await.of(export.next())) {
      lines.addAll(next.get().lines().toList());
    }

    var own = all.stream().filter(entry -> entry.workspace().equals(workspace)).count();
    assertEquals(own + 1, lines.size());
    assertEquals(lines.size(), Set.copyOf(lines).size());
    assertTrue(lines.stream().skip(1).allMatch(line -> line.contains(",'=HYPERLINK(1),")));
    var times = lines.stream().skip(1).map(line -> line.substring(0, 20)).toList();
    assertTrue(times.equals(times.stream().sorted().toList()), "the oldest come first");
  }

  private static UsageEntry entry(Random random, int number) {
    var name = MODELS.get(random.nextInt(MODELS.size())).split("/", 2);
    var start = FROM.plus(Duration.ofSeconds(random.nextInt(96 * 3600)));
    var usage =
        new Usage(
            random.nextInt(5_000),
            random.nextInt(3) * 1_000L,
            random.nextInt(2) * 500L,
            random.nextInt(2_000),
            random.nextInt(2) * 800L,
            random.nextBoolean());
    var at = random.nextInt(4) == 0 ? other : workspace;
    var price = Prices.seeded().of(at, name[0], name[1], start);
    var outcome = List.of("completed", "cancelled", "timeout").get(random.nextInt(3));
    var kind = List.copyOf(EnumSet.allOf(Kind.class)).get(random.nextInt(KINDS));
    return UsageEntry.of(
            new Call("r" + number, caller(random, at), Calls.any().deadline()),
            new UUID(5, number),
            kind,
            new Attempt(1, name[0], name[1], start),
            usage,
            outcome,
            start)
        .withRouting(new Routing("=HYPERLINK(1)", "first", name[1], ""))
        .ended(
            usage,
            "{\"n\":" + number + "}",
            outcome,
            Timing.of(
                start.plusMillis(random.nextInt(9_000)), Duration.ofMillis(random.nextInt(900))))
        .withCharge(charge(price, usage));
  }

  private static Charge charge(Optional<Price> price, Usage usage) {
    return price
        .map(known -> new Charge(Cost.nano(known, usage), known.id(), List.of()))
        .orElse(Charge.NONE);
  }

  private static Caller caller(Random random, WorkspaceId at) {
    var user = new UserId(USERS.get(random.nextInt(USERS.size())));
    return switch (random.nextInt(3)) {
      case 0 -> new Caller.Person(at, user, new UUID(0, 9), Role.MEMBER);
      case 1 -> new Caller.Key(at, user, "key" + random.nextInt(3), Role.MEMBER, Set.of());
      default -> new Caller.Anonymous(at, false);
    };
  }

  private static Map<String, Sums> told(UsageQuery query) {
    var told = new TreeMap<String, Sums>();
    points(query).forEach(point -> told.put(point.at() + " " + point.name(), point.sums()));
    return told;
  }

  private static List<Point> points(UsageQuery query) {
    return Await.of(rig.metering().reports().rollups().points(Calls.in(workspace), query));
  }

  private static Sums sum(List<Point> points) {
    return points.stream().map(Point::sums).reduce(Sums.NOTHING, Sums::plus);
  }

  private static Map<String, Sums> expected(Grain grain, By by) {
    var unit = grain == Grain.HOUR ? Duration.ofHours(1) : Duration.ofDays(1);
    var sums = new TreeMap<String, Sums>();
    for (var entry : all) {
      if (entry.workspace().equals(workspace)) {
        var second = entry.attempt().startedAt().getEpochSecond();
        var bucket = Instant.ofEpochSecond(second - second % unit.toSeconds());
        var _ = sums.merge(bucket + " " + name(entry, by), sums(entry), Sums::plus);
      }
    }
    return sums;
  }

  private static String name(UsageEntry entry, By by) {
    var who = entry.who();
    return switch (by) {
      case WORKSPACE -> "";
      case MODEL -> entry.attempt().model();
      case PROVIDER -> entry.attempt().provider();
      case KIND -> entry.kind().name().toLowerCase(Locale.ROOT);
      case USER -> who.userId() == null ? "" : who.userId().toString();
      case KEY -> who.keyId() == null ? "" : who.keyId();
    };
  }

  private static Sums sums(UsageEntry entry) {
    var usage = entry.usage();
    return new Sums(
        1,
        entry.outcome().equals("timeout") ? 1 : 0,
        usage.input(),
        usage.cacheRead(),
        usage.cacheWrite(),
        usage.output(),
        usage.reasoning(),
        entry.charge().costNano());
  }
}
